import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUnhurried } from '../../../../src/renderer/src/ui/unhurried'

/** A voice with a clock of its own, which is moved by hand. */
function aVoice() {
  let now = 0
  let due: { readonly at: number; readonly run: () => void } | null = null
  const said: { readonly at: number; readonly text: string }[] = []
  const voice = createUnhurried({
    nowMs: () => now,
    later: (run, ms) => {
      due = { at: now + ms, run }
      return () => {
        due = null
      }
    },
    tell: (text) => said.push({ at: now, text }),
  })
  const pass = (ms: number): void => {
    const end = now + ms
    if (due !== null && due.at <= end) {
      now = due.at
      const { run } = due
      due = null
      run()
    }
    now = end
  }
  return { voice, said, pass }
}

describe('an unhurried voice', () => {
  it('says what comes after a silence at once', () => {
    const { voice, said, pass } = aVoice()
    voice.say('one')
    pass(5000)
    voice.say('two')
    expect(said.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  it('never speaks twice within a second, and ends with what came last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(700), { minLength: 1, maxLength: 60 }), (pauses) => {
        const { voice, said, pass } = aVoice()
        for (const [number, pause] of pauses.entries()) {
          voice.say(`${number}`)
          pass(pause)
        }
        pass(2000)
        expect(said.at(-1)?.text).toBe(`${pauses.length - 1}`)
        for (const [at, { at: toldAt }] of said.entries())
          if (at > 0) expect(toldAt - said[at - 1]!.at).toBeGreaterThanOrEqual(1000)
      }),
    )
  })

  it('says nothing more once it is closed', () => {
    const { voice, said, pass } = aVoice()
    voice.say('one')
    voice.say('two')
    voice.close()
    voice.close()
    pass(5000)
    expect(said.map(({ text }) => text)).toEqual(['one'])
  })
})
