import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES, ERROR_WORDS, type ErrorCode, type ErrorReport } from '@contract/errors'
import { TroubleCard } from '@renderer/ui/trouble-card'

function report(code: ErrorCode): ErrorReport {
  const { title, hint, retry } = ERROR_WORDS[code]
  return { code, message: `${title}: 2025 Monaco Grand Prix.`, hint, retry }
}

const nothing = (): void => undefined

describe('the trouble card', () => {
  it.each(ERROR_CODES)(
    'says what happened and what to do for %s, and offers a retry only where it can help',
    (code) => {
      const markup = renderToStaticMarkup(
        <TroubleCard report={report(code)} onRetry={nothing} onClose={nothing} />,
      )
      const { title, hint, retry } = ERROR_WORDS[code]
      expect(markup).toContain('role="alert"')
      expect(markup).toContain(title)
      expect(markup).toContain(hint)
      expect(markup).toContain('2025 Monaco Grand Prix.')
      expect(/Try again|Start again/.test(markup.replace(hint, ''))).toBe(retry !== 'never')
    },
  )

  it('offers the simulated season only where it is given', () => {
    const trouble = report('source/unreachable')
    const card = (onDemo?: () => void) =>
      renderToStaticMarkup(
        <TroubleCard report={trouble} onRetry={nothing} onClose={nothing} onDemo={onDemo} />,
      )
    expect(card(nothing)).toContain('Open the simulated season')
    expect(card()).not.toContain('simulated')
  })
})
