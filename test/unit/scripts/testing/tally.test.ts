import { describe, expect, it } from 'vitest'
import {
  addUp,
  closingLine,
  exitCodeOf,
  failureLines,
  tallyCheck,
  tallyPlaywright,
  tallyVitest,
} from '../../../../scripts/testing/tally.mjs'

const vitestRecord = (tests: object[], errors: string[] = []) => JSON.stringify({ tests, errors })
const good = { title: 'a.test.ts > works', state: 'passed' }

/** The shape of Playwright 1.65's JSON report, cut down to what is read. */
const playwrightReport = (specs: object[], errors: object[] = []) =>
  JSON.stringify({ suites: [{ title: 'a.spec.ts', specs, suites: [] }], errors })
const spec = (title: string, test: object) => ({
  title,
  tests: [{ annotations: [], results: [{}], ...test }],
})

describe('counting what Vitest ran', () => {
  it('counts each test once, by how it ended', () => {
    const record = vitestRecord([
      good,
      { title: 'fails', state: 'failed', message: 'expected 1 to be 2' },
      { title: 'is not for here', state: 'skipped', note: 'no network' },
      { title: 'is skipped', state: 'skipped' },
    ])
    expect(tallyVitest(record, 1)).toEqual({
      passed: 1,
      failed: [{ title: 'fails', message: 'expected 1 to be 2' }],
      skipped: [
        { title: 'is not for here', reason: 'no network' },
        { title: 'is skipped', reason: null },
      ],
      flaky: [],
    })
  })

  it('counts a file that does not load, by the first line of its error', () => {
    const tally = tallyVitest(vitestRecord([good], ["b.test.ts: Cannot find './nope'\nmore"]), 1)
    expect(tally.failed).toEqual([{ title: "b.test.ts: Cannot find './nope'", message: 'more' }])
  })

  it('counts a test that never came to an end as failed', () => {
    expect(tallyVitest(vitestRecord([{ title: 'hangs', state: 'pending' }]), 1).failed).toEqual([
      { title: 'hangs', message: '' },
    ])
  })
})

describe('counting what Playwright ran', () => {
  it('counts each test once, by how it ended, inner suites included', () => {
    const report = JSON.stringify({
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('opens', { status: 'expected' })],
          suites: [
            {
              title: 'the tray',
              specs: [
                spec('shows', {
                  status: 'unexpected',
                  results: [
                    { errors: [{ message: 'the window froze' }] },
                    { errors: [{ message: 'no icon', location: { file: 'a.spec.ts', line: 7 } }] },
                  ],
                }),
                spec('hides', {
                  status: 'skipped',
                  annotations: [{ type: 'slow' }, { type: 'skip', description: 'no tray host' }],
                }),
              ],
            },
          ],
        },
      ],
    })
    expect(tallyPlaywright(report, 1)).toEqual({
      passed: 1,
      failed: [{ title: 'a.spec.ts > the tray > shows', message: 'no icon\nat a.spec.ts:7' }],
      skipped: [{ title: 'a.spec.ts > the tray > hides', reason: 'no tray host' }],
      flaky: [],
    })
  })

  it('counts a test that passed only when repeated as passed, and names it', () => {
    const tally = tallyPlaywright(playwrightReport([spec('wobbles', { status: 'flaky' })]), 0)
    expect(tally).toMatchObject({ passed: 1, failed: [], flaky: ['a.spec.ts > wobbles'] })
  })

  it('says of a skipped test that it was not run, if nothing else is known', () => {
    const tally = tallyPlaywright(playwrightReport([spec('later', { status: 'skipped', results: [] })]), 0)
    expect(tally.skipped).toEqual([{ title: 'a.spec.ts > later', reason: 'was not run' }])
  })

  it('counts errors outside of any test', () => {
    const report = playwrightReport(
      [spec('opens', { status: 'expected' })],
      [{ message: 'set-up failed\nat x' }],
    )
    expect(tallyPlaywright(report, 1).failed).toEqual([{ title: 'set-up failed', message: 'at x' }])
  })
})

describe.each([
  ['Vitest', tallyVitest, vitestRecord([good]), vitestRecord([])],
  [
    'Playwright',
    tallyPlaywright,
    playwrightReport([spec('opens', { status: 'expected' })]),
    playwrightReport([]),
  ],
])('a broken run of %s', (_name, tally, allGood, nothing) => {
  it.each([
    ['no report', null],
    ['an empty report', ''],
    ['half a report', '{"suites":[{"ti'],
    ['some other JSON', '{"hello":"world"}'],
    ['null', 'null'],
  ])('is a failure when it left %s', (_what, text) => {
    for (const exitCode of [0, 1]) {
      const { passed, failed } = tally(text, exitCode)
      expect(passed).toBe(0)
      expect(failed).toHaveLength(1)
    }
  })

  it('is a failure when all tests passed but the runner did not', () => {
    expect(tally(allGood, 0).failed).toEqual([])
    expect(tally(allGood, 134).failed).toHaveLength(1)
    expect(tally(allGood, 134).failed[0]?.title).toContain('134')
  })

  it('is a failure when there was no test at all', () => {
    expect(tally(nothing, 0).failed).toHaveLength(1)
  })
})

describe('telling of a failure', () => {
  it('says under its title what happened, without colours, empty lines and the frames of the stack', () => {
    const message =
      'Property failed after 3 tests\n\u001b[31m{ seed: -7, path: "2:0" }\u001b[39m\n\nCounterexample: [1]\n    at run (a.ts:1)'
    expect(failureLines({ title: 'a > holds', message })).toEqual([
      'failed: a > holds',
      '    Property failed after 3 tests',
      '    { seed: -7, path: "2:0" }',
      '    Counterexample: [1]',
    ])
  })

  it('cuts what is long, and says that there is more', () => {
    const lines = failureLines({
      title: 'differs',
      message: ['x'.repeat(10_000), ...Array<string>(99).fill('+')].join('\n'),
    })
    expect(lines.join('').length).toBeLessThan(1_000)
    expect(lines.at(-1)).toMatch(/\d+ more lines above$/)
  })

  it('has nothing to add where the title says it all', () => {
    expect(failureLines({ title: 'lint', message: '' })).toEqual(['failed: lint'])
  })
})

describe('the closing line', () => {
  const steps = [
    tallyCheck('typecheck', true),
    tallyCheck('lint', false),
    tallyVitest(vitestRecord([good]), 0),
  ]

  it('adds everything up', () => {
    expect(closingLine(addUp(steps))).toBe('2 passed, 1 failed, 0 skipped')
  })

  it('comes with exit code 1 when something failed, else 0', () => {
    expect(exitCodeOf(addUp(steps))).toBe(1)
    expect(exitCodeOf(addUp([tallyCheck('typecheck', true)]))).toBe(0)
  })

  it('comes with exit code 1 when nothing ran', () => {
    expect(exitCodeOf(addUp([]))).toBe(1)
  })
})
