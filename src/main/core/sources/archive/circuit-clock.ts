// The clock at each circuit. Jolpica gives instants in UTC only, the index gives local time for what it lists; what
// the index does not list gets its local time, and the day in its folder's name, from here. Keyed by Jolpica's
// circuit id, never by the name of the event: a Grand Prix moves (the "Bahrain Grand Prix" was scheduled elsewhere).

import { zoneOffsetMs } from '../../calendar/zone-offset'

/** Every circuit since 2018, by IANA time zone. One that is missing loses its local times, nothing else. */
const ZONES: Readonly<Record<string, string>> = {
  albert_park: 'Australia/Melbourne',
  americas: 'America/Chicago',
  bahrain: 'Asia/Bahrain',
  baku: 'Asia/Baku',
  catalunya: 'Europe/Madrid',
  hockenheimring: 'Europe/Berlin',
  hungaroring: 'Europe/Budapest',
  imola: 'Europe/Rome',
  interlagos: 'America/Sao_Paulo',
  istanbul: 'Europe/Istanbul',
  jeddah: 'Asia/Riyadh',
  losail: 'Asia/Qatar',
  madring: 'Europe/Madrid',
  marina_bay: 'Asia/Singapore',
  miami: 'America/New_York',
  monaco: 'Europe/Monaco',
  monza: 'Europe/Rome',
  mugello: 'Europe/Rome',
  nurburgring: 'Europe/Berlin',
  portimao: 'Europe/Lisbon',
  red_bull_ring: 'Europe/Vienna',
  ricard: 'Europe/Paris',
  rodriguez: 'America/Mexico_City',
  sepang: 'Asia/Kuala_Lumpur',
  shanghai: 'Asia/Shanghai',
  silverstone: 'Europe/London',
  sochi: 'Europe/Moscow',
  spa: 'Europe/Brussels',
  suzuka: 'Asia/Tokyo',
  vegas: 'America/Los_Angeles',
  villeneuve: 'America/Toronto',
  yas_marina: 'Asia/Dubai',
  zandvoort: 'Europe/Amsterdam',
}

const HOUR_MS = 3_600_000

/** @returns the offset of the circuit's clock from UTC at an instant (epoch ms), ms; null for an unknown circuit. */
export function circuitOffsetMs(circuitId: string, at: number): number | null {
  const timeZone = Object.hasOwn(ZONES, circuitId) ? ZONES[circuitId] : undefined
  return timeZone === undefined ? null : zoneOffsetMs(timeZone, at)
}

/** The clock of an unknown circuit within an hour or two: enough to tell the local day of most sessions. */
export function offsetByLongitudeMs(longitudeDeg: number | null): number {
  return Math.round((longitudeDeg ?? 0) / 15) * HOUR_MS
}
