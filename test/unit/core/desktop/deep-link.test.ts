import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_CODES, SOURCE_KINDS, type SculptureId } from '@contract/ids'
import { cameraPoseSchema, linkText, type CameraPose, type SculptureLink } from '@contract/link'
import { sculptureIdSchema } from '@contract/validators'
import { parseDeepLink } from '@main/core/desktop/deep-link'
import { readStartArguments } from '@main/core/desktop/start-arguments'

const ids: fc.Arbitrary<SculptureId> = fc.record({
  source: fc.constantFrom(...SOURCE_KINDS),
  season: fc.integer({ min: 2018, max: 2100 }),
  round: fc.integer({ min: 1, max: 40 }),
  session: fc.constantFrom(...SESSION_CODES),
  driver: fc.stringMatching(/^[A-Z0-9]{1,4}$/),
  lap: fc.oneof(fc.constant('fastest' as const), fc.integer({ min: 1, max: 500 })),
})

const shift = fc.integer({ min: -2000, max: 2000 })
const poses: fc.Arbitrary<CameraPose> = fc.record({
  azimuth: fc.integer({ min: 0, max: 3599 }),
  polar: fc.integer({ min: 0, max: 900 }),
  distance: fc.integer({ min: 10, max: 4000 }),
  targetX: shift,
  targetY: shift,
  targetZ: shift,
})
const links: fc.Arbitrary<SculptureLink> = fc.record({ id: ids, camera: fc.option(poses) })

/** A link or nothing that was checked as strictly as one of ours. */
function isSound(link: SculptureLink | null): boolean {
  if (link === null) return true
  const hasSoundCamera = link.camera === null || cameraPoseSchema.safeParse(link.camera).success
  return sculptureIdSchema.safeParse(link.id).success && hasSoundCamera
}

/** Text that is nearly a link: made of the parts of one, put together at random. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'sculpture',
        '://',
        '/',
        '?',
        '&',
        'lap=',
        'source=demo',
        '2025',
        '20',
        'Q',
        'NOR',
        '..',
        '%2e',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

describe('a link to a sculpture', () => {
  it('names a recorded lap, the fastest one, where it says no more', () => {
    expect(parseDeepLink('sculpture://2025/20/Q/NOR')).toEqual({
      id: { source: 'archive', season: 2025, round: 20, session: 'Q', driver: 'NOR', lap: 'fastest' },
      camera: null,
    })
  })

  it('leads to the sculpture and the view it was made of', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(parseDeepLink(linkText(link))).toEqual(link)
      }),
    )
  })

  it('has one written form: whatever is read as a camera is written as it was', () => {
    const numbers = fc.array(
      fc.oneof(fc.integer({ min: -5000, max: 5000 }).map(String), fc.constantFrom('-0', '01', '1e3', '')),
      {
        minLength: 5,
        maxLength: 7,
      },
    )
    fc.assert(
      fc.property(numbers, (parts) => {
        const text = `sculpture://2025/20/Q/NOR?source=demo&camera=${parts.join('.')}`
        const link = parseDeepLink(text)
        expect(link === null || linkText(link) === text).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is a valid id or nothing, whatever the text, and never an exception', () => {
    const text = fc.oneof(
      nearly,
      fc.string({ unit: 'binary' }),
      nearly.map((rest) => `sculpture://2025/20/Q/NOR${rest}`),
    )
    fc.assert(
      fc.property(text, (hostile) => {
        expect(isSound(parseDeepLink(hostile))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['another scheme', 'https://2025/20/Q/NOR'],
    ['a path upwards', 'sculpture://2025/20/Q/../../etc'],
    ['an encoded path upwards', 'sculpture://2025/20/Q/%2e%2e'],
    ['a season before the archive', 'sculpture://2017/1/Q/HAM'],
    ['a round too many', 'sculpture://2025/41/Q/NOR'],
    ['no such session', 'sculpture://2025/20/QQ/NOR'],
    ['a lap of nought', 'sculpture://2025/20/R/NOR?lap=0'],
    ['a lap twice', 'sculpture://2025/20/R/NOR?lap=1&lap=2'],
    ['an unknown option', 'sculpture://2025/20/R/NOR?run=calc'],
    ['an option that every object has', 'sculpture://2025/20/R/NOR?__proto__=1'],
    ['a camera below the floor', 'sculpture://2025/20/R/NOR?camera=0.901.1000.0.0.0'],
    ['a camera out of sight', 'sculpture://2025/20/R/NOR?camera=0.600.9999.0.0.0'],
    ['a camera cut short', 'sculpture://2025/20/R/NOR?camera=0.600.1000.0.0'],
    ['a camera twice', 'sculpture://2025/20/R/NOR?camera=0.600.1000.0.0.0&camera=0.600.1000.0.0.0'],
    ['an empty query', 'sculpture://2025/20/R/NOR?'],
    ['more behind it', 'sculpture://2025/20/R/NOR --gpu-launcher=sh'],
    ['a line break behind it', 'sculpture://2025/20/R/NOR\n'],
    ['a fragment', 'sculpture://2025/20/R/NOR#x'],
    ['no end', `sculpture://2025/20/R/NOR?lap=${'1'.repeat(10_000)}`],
  ])('is refused with %s', (_what, text) => {
    expect(parseDeepLink(text)).toBeNull()
  })
})

describe('the arguments of a start', () => {
  it('are searched for a link among the switches that Chromium adds', () => {
    const args = ['--no-sandbox', '/opt/gallery', '--allow-file-access', 'sculpture://2025/20/Q/NOR']
    expect(readStartArguments(args)).toMatchObject({
      link: { id: { driver: 'NOR' } },
      isHidden: false,
      hasBadLink: false,
    })
  })

  it('say whether to begin in the tray', () => {
    expect(readStartArguments(['--hidden']).isHidden).toBe(true)
    expect(readStartArguments(['--hidden=false', 'hidden']).isHidden).toBe(false)
  })

  it('of a second start are never obeyed: a link, the one switch, or nothing', () => {
    const argument = fc.oneof(
      nearly,
      fc.string({ unit: 'binary' }),
      fc.constantFrom('--hidden', '--inspect', '--require=/tmp/x.js', '--user-data-dir=/', 'warm', '\0'),
    )
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 100 }), (args) => {
        const { link, isHidden, hasBadLink } = readStartArguments(args)
        expect(isSound(link)).toBe(true)
        expect(isHidden).toBe(args.slice(0, 64).includes('--hidden'))
        expect(link !== null && hasBadLink).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('hold no link when it is spoilt, or when there are two', () => {
    const link = 'sculpture://2025/20/Q/NOR'
    expect(readStartArguments([`${link}/..`])).toMatchObject({ link: null, hasBadLink: true })
    expect(readStartArguments([link, link])).toMatchObject({ link: null, hasBadLink: true })
    expect(readStartArguments([])).toMatchObject({ link: null, hasBadLink: false })
  })
})
