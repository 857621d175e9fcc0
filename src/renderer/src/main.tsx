// Start of the page: makes the client, the store and the feeds once, and hands them to the view.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createCacheStore } from './features/cache/cache-store'
import { createGalleryStore } from './features/gallery/gallery-store'
import { followShowings } from './features/rooms/follow-showings'
import { startThumbnails } from './features/wall/start-thumbnails'
import { createWallStore } from './features/wall/wall-store'
import { createWarmingRoom } from './features/warming/warming-room-store'
import { clientOfWindow } from './ipc/client'
import './ui/theme.css'
import './ui/layout.css'
import './ui/controls.css'
import './ui/cards.css'
import './ui/panels.css'
import './ui/look.css'
import './ui/charts.css'
import './ui/compare.css'
import './ui/wall.css'
import './ui/rooms.css'
import './ui/warming.css'
import './ui/planning.css'
import './ui/tasks.css'
import './ui/cache-room.css'
import './ui/usage-chart.css'
import './ui/share.css'

const client = clientOfWindow()
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const store = createGalleryStore({
  client,
  nowMs: () => performance.now(),
  mark: (name) => performance.mark(name),
  pause,
})
const wallStore = createWallStore(client)
const cacheStore = createCacheStore({ client, pause })
const warmingRoom = createWarmingRoom(client, () => Date.now())
const showings = followShowings(client, store, warmingRoom)
const thumbnails = startThumbnails(client)
window.addEventListener('pagehide', () => {
  thumbnails?.dispose()
  wallStore.close()
  cacheStore.close()
  warmingRoom.close()
  showings.close()
})
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App
      store={store}
      wallStore={wallStore}
      cacheStore={cacheStore}
      warmingRoom={warmingRoom}
      thumbnails={thumbnails}
      client={client}
    />
  </StrictMode>,
)
// Outside React: strict mode runs effects twice, and the gallery is to start once.
void store.start()
void showings.start()
void warmingRoom.feed.start()
