// What is asked for on the command line, and the machines that come of it.
import { describe, expect, it } from 'vitest'
import { planMachines, readWishes } from '../../../../scripts/fresh-machine/plan.mjs'

describe('wishes', () => {
  it('are everything where nothing is said', () => {
    const { images, users, displays, commands, onlySteps } = readWishes([])
    expect(images).toContain('debian-13')
    expect(images).toContain('ubuntu-24.04')
    expect([users, displays, commands]).toEqual([
      ['root', 'visitor'],
      ['none', 'given'],
      ['start', 'test'],
    ])
    expect(onlySteps).toBeNull()
  })

  it('narrow it down, in the order of the plan and each once', () => {
    const wishes = readWishes(['--images=debian-13,debian-12,debian-13', '--users', 'visitor'])
    expect(wishes.images).toEqual(['debian-12', 'debian-13'])
    expect(wishes.users).toEqual(['visitor'])
  })

  it.each([
    [['--images', 'debian-11'], /debian-11.*debian-12/],
    [['--users', 'root,'], /--users does not know ""/],
    [['--only-steps', 'unit,lunch'], /no step "lunch"/],
    [['--imgaes', 'debian-12'], /imgaes/],
    [['debian-12'], /debian-12/],
  ])('that cannot be understood are refused by name: %s', (args, complaint) => {
    expect(() => readWishes(args)).toThrow(complaint)
  })
})

describe('the plan', () => {
  it('has one machine for each image, user and display, those of an image in a row', () => {
    const machines = planMachines(readWishes(['--images', 'debian-12,debian-13', '--commands', 'start']))
    expect(machines.map(({ image, user, display }) => `${image} ${user} ${display}`)).toEqual([
      'debian-12 root none',
      'debian-12 root given',
      'debian-12 visitor none',
      'debian-12 visitor given',
      'debian-13 root none',
      'debian-13 root given',
      'debian-13 visitor none',
      'debian-13 visitor given',
    ])
    expect(machines.every(({ commands }) => commands.join() === 'start')).toBe(true)
  })
})
