// The table at the end, and the exit code.
import { describe, expect, it } from 'vitest'
import { exitCodeOf, tableOf, type Finding } from '../../../../scripts/fresh-machine/record.mjs'

const finding = (more: Partial<Finding> = {}): Finding => ({
  image: 'debian-13',
  user: 'visitor',
  display: 'none',
  command: 'npm start',
  result: 'ok',
  note: '',
  setUpMs: 61_400,
  commandMs: 9_600,
  downloadedBytes: 421_000_000,
  diskBytes: 1_900_000_000,
  ...more,
})

describe('the table', () => {
  it('has seconds and megabytes, rounded', () => {
    const [head, row] = tableOf([finding({ note: 'seen' })]).split('\n')
    expect(head).toMatch(/set-up s +command s +down MB +disk MB$/)
    expect(row).toMatch(/^debian-13 +visitor +none +npm start +ok +61 +10 +421 +1900 +seen$/)
  })

  it('has a dash for what was not measured, which is not nothing', () => {
    const none = { setUpMs: null, commandMs: null, downloadedBytes: null, diskBytes: 0 }
    expect(tableOf([finding({ result: 'not tried', ...none })])).toMatch(/not tried +- +- +- +0$/)
  })
})

describe('the exit code', () => {
  it('is good only if all went well, and something was tried', () => {
    expect(exitCodeOf([finding(), finding()])).toBe(0)
    expect(exitCodeOf([finding(), finding({ result: 'failed' })])).toBe(1)
    expect(exitCodeOf([finding(), finding({ result: 'not tried' })])).toBe(1)
    expect(exitCodeOf([])).toBe(1)
  })
})
