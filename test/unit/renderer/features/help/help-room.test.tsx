import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES, ERROR_WORDS } from '@contract/errors'
import { EMPTY_GALLERY, type GalleryState } from '@renderer/features/gallery/gallery-state'
import { drawDiagram } from '@renderer/features/help/diagram'
import { isFirstLook, rememberFirstLook } from '@renderer/features/help/first-look-memory'
import { HelpRoom } from '@renderer/features/help/help-room'
import { createHelpStore } from '@renderer/features/help/help-store'
import { TroubleLine } from '@renderer/ui/trouble-line'
import { createValue } from '@renderer/ui/value'
import { ExplainError } from '@renderer/ui/what-is-this'
import { HELP_WORDS } from '@renderer/ui/words'
import { HELP_CHAPTERS } from '@renderer/ui/words/subjects'

function aHelp() {
  const state = createValue<GalleryState>(EMPTY_GALLERY)
  return createHelpStore({
    getState: state.get,
    subscribe: state.subscribe,
    show: (view) => state.change((known) => ({ ...known, view })),
  })
}

describe('the room of the help', () => {
  it.each(HELP_CHAPTERS)('has a chapter %s, marked in the list, with something to read', (chapter) => {
    const help = aHelp()
    help.turnTo(chapter)
    const markup = renderToStaticMarkup(<HelpRoom head={null} help={help} isMac={false} />)
    expect(markup.match(/aria-current="true">[^<]+/g)).toEqual([
      `aria-current="true">${HELP_WORDS.names[chapter]}`,
    ])
    const read = markup.slice(markup.indexOf('<article')).replaceAll(/<[^>]+>/g, ' ')
    expect(read.split(/\s+/).length).toBeGreaterThan(40)
  })

  it('lists every message under what goes wrong, and marks the one that was asked for', () => {
    const help = aHelp()
    help.explain('driver/unknown')
    const markup = renderToStaticMarkup(<HelpRoom head={null} help={help} isMac={false} />)
    for (const code of ERROR_CODES) expect(markup).toContain(`>${code}</code>`)
    expect(markup.match(/data-asked="true"[^>]*aria-labelledby="([^"]+)"/)?.[1]).toBe(
      'trouble-driver-unknown',
    )
  })

  it('says so where nothing fits what is searched for', () => {
    const help = aHelp()
    help.turnTo('trouble')
    help.search.change(() => 'zebra')
    expect(renderToStaticMarkup(<HelpRoom head={null} help={help} isMac={false} />)).toContain(
      'No message fits.',
    )
  })

  it('draws a closed circuit that stays within its frame', () => {
    const { width, height, plan, walls } = drawDiagram()
    const numbers = walls.flatMap(({ path }) => path.match(/-?[\d.]+ -?[\d.]+/g) ?? [])
    for (const pair of numbers) {
      const [x = Number.NaN, y = Number.NaN] = pair.split(' ').map(Number)
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true)
    }
    expect(plan.endsWith('Z')).toBe(true)
  })
})

describe('an error that is shown', () => {
  const { title, hint, retry } = ERROR_WORDS['cache/full']
  const line = <TroubleLine report={{ code: 'cache/full', message: title, hint, retry }} />

  it('leads to what the help says of it', () => {
    expect(renderToStaticMarkup(<ExplainError value={() => undefined}>{line}</ExplainError>)).toMatch(
      /<button[^>]*aria-label="What does this mean: The disk is full"[^>]*>What does this mean\?</,
    )
  })

  it('promises nothing where there is no help to go to', () => {
    expect(renderToStaticMarkup(line)).not.toContain('<button')
  })
})

describe('the three steps before a first sculpture', () => {
  it('come once to a profile, and not at all where that could not be remembered', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(isFirstLook(storage)).toBe(true)
    rememberFirstLook(storage)
    expect(isFirstLook(storage)).toBe(false)
    expect(isFirstLook(null)).toBe(false)
  })

  it('let the gallery go on where the storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => rememberFirstLook(full)).not.toThrow()
  })
})
