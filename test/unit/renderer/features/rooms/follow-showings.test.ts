import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import type { WarmingPage } from '@contract/showing'
import { EMPTY_GALLERY, type GalleryState } from '@renderer/features/gallery/gallery-state'
import { followShowings } from '@renderer/features/rooms/follow-showings'
import { createValue } from '@renderer/ui/value'
import { fakeClient, settled } from '../gallery/fake-client'

const ID: SculptureId = {
  source: 'demo',
  season: 2026,
  round: 1,
  session: 'Q',
  driver: 'YAR',
  lap: 'fastest',
}

function aPage() {
  const fake = fakeClient()
  const state = createValue<GalleryState>(EMPTY_GALLERY)
  const page = createValue<WarmingPage>('now')
  const opened: SculptureId[] = []
  const followed: SculptureId[] = []
  const follower = followShowings(
    fake.client,
    {
      getState: state.get,
      subscribe: state.subscribe,
      show: (view) => state.change((known) => ({ ...known, view })),
      openById: (id) => {
        opened.push(id)
        return Promise.resolve()
      },
    },
    { page },
    {
      follow: ({ id }) => {
        followed.push(id)
        return Promise.resolve()
      },
    },
  )
  return { fake, state, page, opened, followed, follower }
}

describe('a page that is told what to show', () => {
  it('begins where it is told to, and says nothing of itself before', async () => {
    const { fake, state, opened, follower } = aPage()
    void follower.start()
    state.change((known) => ({ ...known, reason: 'cached' }))
    expect(fake.open()).toEqual(['showing:take'])
    await fake.take('showing:take').answer({ room: 'plinth', id: ID })
    expect(opened).toEqual([ID])
    expect(fake.take('showing:note').input).toEqual({ room: 'wall' })
  })

  it('goes where somebody outside wants it', async () => {
    const { fake, state, page, follower } = aPage()
    void follower.start()
    await fake.take('showing:take').answer(null)
    fake.push('showing:wanted', { room: 'warming', page: 'schedule' })
    expect([state.get().view, page.get()]).toEqual(['warming', 'schedule'])
  })

  it('leaves a link to who asks first, and opens nothing by itself', async () => {
    const { fake, opened, followed, follower } = aPage()
    void follower.start()
    await fake.take('showing:take').answer({ room: 'link', id: ID, camera: null })
    fake.push('showing:wanted', { room: 'link', id: { ...ID, driver: 'NOR' }, camera: null })
    expect(followed.map(({ driver }) => driver)).toEqual(['YAR', 'NOR'])
    expect(opened).toEqual([])
  })

  it('tells what it shows, once for each change', async () => {
    const { fake, state, follower } = aPage()
    void follower.start()
    await fake.take('showing:take').fail('internal/bug')
    await fake.take('showing:note').answer(undefined)
    const { driver, lap, ...session } = ID
    const place = { id: session, eventName: '', sessionName: '' }
    state.change((known) => ({ ...known, view: 'plinth', place, driver, lap }))
    state.change((known) => ({ ...known, round: 3 }))
    expect(fake.take('showing:note').input).toEqual({ room: 'plinth', id: ID })
    await settled()
    expect(fake.open()).toEqual([])
    follower.close()
    state.change((known) => ({ ...known, view: 'wall' }))
    expect(fake.open()).toEqual([])
  })
})
