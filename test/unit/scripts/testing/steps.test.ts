import { describe, expect, it } from 'vitest'
import { chooseSteps, planSteps, STEP_NAMES } from '../../../../scripts/testing/steps.mjs'

describe('choosing what npm test runs', () => {
  it('runs everything when nothing is named', () => {
    expect(chooseSteps([])).toEqual(STEP_NAMES)
  })

  it.each([
    [['--only', 'lint,typecheck']],
    [['--only=lint,typecheck']],
    [['--lint', '--typecheck']],
    [['--only', 'lint', '--only', 'typecheck']],
  ])('understands %j, and keeps its own order', (args) => {
    expect(chooseSteps(args)).toEqual(['typecheck', 'lint'])
  })

  it('adds the build to what needs one', () => {
    expect(chooseSteps(['--only', 'e2e'])).toEqual(['build', 'e2e'])
    expect(chooseSteps(['--unit'])).toEqual(['unit'])
  })

  it('refuses a name it does not know, and lists those it does', () => {
    expect(() => chooseSteps(['--only', 'unti'])).toThrow(/"unti".*typecheck, lint/s)
  })

  it('runs what only reads the sources at the same time', () => {
    expect(planSteps(STEP_NAMES).map(({ name }) => name)).toEqual([
      'typecheck + lint + unused + format',
      'build',
      'unit + integration',
      'e2e',
    ])
  })

  it('runs unit and integration tests together', () => {
    expect(planSteps(['unit', 'integration', 'e2e']).map(({ name }) => name)).toEqual([
      'unit + integration',
      'e2e',
    ])
  })
})
