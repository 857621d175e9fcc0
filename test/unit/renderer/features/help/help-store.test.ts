import { describe, expect, it } from 'vitest'
import { createHelpStore } from '@renderer/features/help/help-store'
import { EMPTY_GALLERY, type GalleryState, type GalleryView } from '@renderer/features/gallery/gallery-state'
import { createValue } from '@renderer/ui/value'

function aGallery(view: GalleryView) {
  const state = createValue<GalleryState>({ ...EMPTY_GALLERY, view })
  const show = (next: GalleryView): void => state.change((known) => ({ ...known, view: next }))
  const help = createHelpStore({ getState: state.get, subscribe: state.subscribe, show })
  return { help, show, view: () => state.get().view }
}

describe('the way into the help and out of it', () => {
  it.each([
    ['wall', 'sculpture'],
    ['plinth', 'reading'],
    ['warming', 'warming'],
    ['cache', 'space'],
  ] as const)('leads from the %s to the chapter about it, and back', (room, chapter) => {
    const { help, view } = aGallery(room)
    help.toggle()
    expect([view(), help.place.get().chapter]).toEqual(['help', chapter])
    help.toggle()
    expect(view()).toBe(room)
  })

  it('leads from a message to its place, whatever was searched for before, and back to the message', () => {
    const { help, view } = aGallery('plinth')
    help.search.change(() => 'tray')
    help.explain('cache/full')
    expect(help.place.get()).toEqual({ chapter: 'trouble', code: 'cache/full' })
    expect([view(), help.search.get()]).toEqual(['help', ''])
    help.leave()
    expect(view()).toBe('plinth')
  })

  it('leads to the same place again where it is asked for twice', () => {
    const { help } = aGallery('wall')
    const places: unknown[] = []
    help.place.subscribe(() => places.push(help.place.get()))
    help.explain('cache/full')
    help.explain('cache/full')
    expect(places).toHaveLength(2)
  })

  it('remembers the room one came from, also after reading several chapters', () => {
    const { help, show, view } = aGallery('wall')
    show('cache')
    show('help')
    help.turnTo('privacy')
    help.turnTo('keyboard')
    help.leave()
    expect(view()).toBe('cache')
    help.close()
  })
})
