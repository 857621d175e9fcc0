// Words of the command line to values.

import { InvalidArgumentError } from 'commander'
import { SESSION_CODES, type LapChoice, type SessionCode } from '@contract/ids'
import { readSessionCode } from '../../core/calendar/session-code'

export function parseYear(value: string): number {
  return parseWhole(value, 2018, 2100, 'a season from 2018 on')
}

export function parseRound(value: string): number {
  return parseWhole(value, 1, 40, 'a round from 1 on')
}

export function parsePort(value: string): number {
  return parseWhole(value, 0, 65_535, 'a port from 1 to 65535, or 0 for a free one')
}

export function parseLap(value: string): LapChoice {
  return value === 'fastest' ? 'fastest' : parseWhole(value, 1, 500, '"fastest" or a lap number')
}

export function parseSession(value: string): SessionCode {
  const code = readSessionCode(value)
  if (code === null) throw new InvalidArgumentError(`Expected one of ${SESSION_CODES.join(' ')}.`)
  return code
}

export function upperCase(value: string): string {
  return value.toUpperCase()
}

export function parseWhole(value: string, least: number, most: number, expected: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`Expected ${expected}.`)
  return number
}
