import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_PAGE_SETTINGS, type AppearanceSettings } from '@contract/appearance'
import { COLOUR_CHANNELS } from '@contract/sculpture-look'
import { clockTime, dateTime, dateTimeInZone, timeThere } from '@renderer/ui/format'
import { pageSettings, takePageSettings, writtenPageSettings } from '@renderer/ui/page-settings'
import { rootMarks } from '@renderer/ui/root-marks'
import { channelName, channelNumber, distance, lapLength, speed } from '@renderer/ui/units'

function read(appearance: Partial<AppearanceSettings>): void {
  takePageSettings({
    ...DEFAULT_PAGE_SETTINGS,
    appearance: { ...DEFAULT_PAGE_SETTINGS.appearance, language: 'en', ...appearance },
  })
}

afterEach(() => takePageSettings(DEFAULT_PAGE_SETTINGS))

describe('units', () => {
  it('are kilometres and metres, or miles and feet, for every quantity', () => {
    read({ units: 'metric' })
    expect(speed(341.4).text).toBe('341\u00a0km/h')
    expect(distance(1204.3).text).toBe('1,204\u00a0m')
    expect(distance(36.24, 1).text).toBe('36.2\u00a0m')
    expect(lapLength(5301).text).toBe('5,301\u00a0m')
    read({ units: 'imperial' })
    // 100 miles are 160.9344 km, and a foot is 0.3048 m.
    expect(speed(160.9344).text).toBe('100\u00a0mph')
    expect(distance(304.8).text).toBe('1,000\u00a0ft')
    expect(distance(3.048, 1).text).toBe('10\u00a0ft')
    expect(lapLength(1609.344).text).toBe('1.000\u00a0mi')
  })

  it('are spoken in full, one as one', () => {
    read({ units: 'imperial' })
    expect(speed(321.8688).spoken).toBe('200 miles an hour')
    expect(distance(0.3048).spoken).toBe('1 foot')
    read({ units: 'metric' })
    expect(distance(1).spoken).toBe('1 metre')
    expect(distance(1.2, 1).spoken).toBe('1.2 metres')
  })

  it('are those of the speed’s name wherever a channel is named, and no other channel changes', () => {
    const named = () => COLOUR_CHANNELS.map((channel) => [channelName(channel), channelNumber(channel, 5)])
    read({ units: 'metric' })
    const metric = named()
    read({ units: 'imperial' })
    const imperial = named()
    COLOUR_CHANNELS.forEach((channel, i) => {
      if (channel === 'speedKmh') {
        expect(metric[i]).toEqual(['Speed, km/h', '5'])
        expect(imperial[i]).toEqual(['Speed, mph', '3'])
      } else expect(imperial[i]).toEqual(metric[i])
    })
  })
})

describe('clock and zone', () => {
  const AT = Date.UTC(2026, 10, 26, 15, 4, 5)

  it('are the reader’s wherever a time is told', () => {
    read({ clock: 'h24', timeZone: 'UTC' })
    expect(clockTime(AT)).toBe('15:04')
    expect(clockTime(AT, 'seconds')).toBe('15:04:05')
    read({ clock: 'h12', timeZone: 'America/New_York' })
    expect(clockTime(AT)).toMatch(/^10:04\sAM$/)
    expect(dateTime(AT)).toMatch(/10:04\sAM/)
    expect(dateTimeInZone(AT)).toMatch(/Thu.*10:04\sAM.*(EST|GMT-5)/)
  })

  it('write midnight as 00, not as 24, by a clock of 24 hours', () => {
    read({ clock: 'h24', timeZone: 'UTC' })
    expect(clockTime(Date.UTC(2026, 0, 1))).toBe('00:00')
  })

  it('hold for times by another clock too', () => {
    read({ clock: 'h24', timeZone: 'UTC' })
    expect(timeThere(AT, 3 * 3_600_000)).toBe('18:04')
  })

  it('are the system’s where sessions go by the clock of their circuit', () => {
    read({ clock: 'h24', timeZone: 'system' })
    const here = clockTime(AT)
    read({ clock: 'h24', timeZone: 'circuit' })
    expect(clockTime(AT)).toBe(here)
  })
})

describe('the settings in the document', () => {
  it('are read before anything asks, and are the defaults where the document has none', () => {
    const settings = { ...DEFAULT_PAGE_SETTINGS, isSpoilerFree: true }
    expect(writtenPageSettings({ getAttribute: () => JSON.stringify(settings) })).toEqual(settings)
    expect(writtenPageSettings({ getAttribute: () => null })).toEqual(DEFAULT_PAGE_SETTINGS)
  })

  it('are told to nobody when they come again as they were', () => {
    let told = 0
    const unsubscribe = pageSettings.subscribe(() => (told += 1))
    takePageSettings(structuredClone(DEFAULT_PAGE_SETTINGS))
    expect(told).toBe(0)
    read({ units: 'imperial' })
    expect(told).toBe(1)
    unsubscribe()
  })
})

describe('the marks on the root', () => {
  const system = { wantsContrast: true, wantsCalm: true }

  it('are what the system wants until a person says otherwise', () => {
    expect(rootMarks(DEFAULT_PAGE_SETTINGS, system)).toEqual({ contrast: 'more', motion: 'reduced' })
    const own = {
      ...DEFAULT_PAGE_SETTINGS,
      appearance: { ...DEFAULT_PAGE_SETTINGS.appearance, contrast: 'standard' as const },
      accessibility: { ...DEFAULT_PAGE_SETTINGS.accessibility, motion: 'full' as const },
    }
    expect(rootMarks(own, system)).toEqual({ contrast: 'standard', motion: 'full' })
  })
})
