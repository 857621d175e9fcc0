import { readDrivers } from '@main/core/session/drivers'
import { describe, expect, it } from 'vitest'

const NORRIS = { RacingNumber: '4', Tla: 'NOR', FirstName: 'Lando', LastName: 'Norris', FullName: 'Lando NORRIS', TeamName: 'McLaren', TeamColour: 'F47600', Line: 2 } // prettier-ignore
const ZHOU = { RacingNumber: '24', Tla: 'ZHO', FirstName: 'Guanyu', LastName: 'Zhou', NameFormat: 'LastNameIsPrimary', TeamName: 'Kick Sauber', TeamColour: '52e252', Line: 1 } // prettier-ignore

function read(
  ...lines: readonly (readonly [minutes: number, payload: unknown])[]
): ReturnType<typeof readDrivers> {
  return readDrivers(lines.map(([minutes, payload]) => ({ timeMs: minutes * 60_000, payload })))
}

describe('readDrivers', () => {
  it('reads names, teams and colours, in the order of the display', () => {
    expect(read([0, { 4: NORRIS, 24: ZHOU }])).toEqual([
      { number: '24', code: 'ZHO', name: 'Zhou Guanyu', team: 'Kick Sauber', teamColour: '#52e252' },
      { number: '4', code: 'NOR', name: 'Lando Norris', team: 'McLaren', teamColour: '#f47600' },
    ])
    expect(read([0, { 4: NORRIS, 24: ZHOU }], [30, { 4: { Line: 1 }, 24: { Line: 2 } }])[0]?.code).toBe('NOR')
  })

  it('keeps the drivers of the first hour when a support series is appended (edge case 22)', () => {
    const aron = { RacingNumber: '4', Tla: 'ARO', _deleted: ['TeamName'] }
    expect(read([0, { 4: NORRIS }], [97, { 4: aron, 12: { Tla: 'XYZ' } }])).toEqual(read([0, { 4: NORRIS }]))
  })

  it('takes the first list there is when the recording began later', () => {
    expect(read([61, { 4: NORRIS }], [62, { 4: { Tla: 'ARO' } }])).toEqual(read([0, { 4: NORRIS }]))
  })

  it('is not harmed by deletions of fields (edge case 27)', () => {
    expect(read([0, { 4: NORRIS }], [1, { 4: { _deleted: ['Line', 'Tla'] } }])[0]?.code).toBe('NOR')
  })

  it('makes do with a number', () => {
    const [driver] = read([0, { 4: { TeamColour: 'red' } }])
    expect(driver).toEqual({ number: '4', code: '4', name: '4', team: '', teamColour: null })
    expect(read([0, { _kf: {}, x: 1 }], [1, [1]])).toEqual([])
  })
})
