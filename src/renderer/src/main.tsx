// Start of the page: makes the client, the store and the feeds once, and hands them to the view.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createCacheStore } from './features/cache/cache-store'
import { createGalleryStore } from './features/gallery/gallery-store'
import { createLinkStore } from './features/links/link-store'
import { pageStorage, takeFormerMap } from './features/gallery/use-look'
import { followShowings } from './features/rooms/follow-showings'
import { createSettingsRoom } from './features/settings/settings-room-store'
import { startThumbnails } from './features/wall/start-thumbnails'
import { createWallStore } from './features/wall/wall-store'
import { createWarmingRoom } from './features/warming/warming-room-store'
import { clientOfWindow } from './ipc/client'
import { followPageSettings } from './ui/follow-page-settings'
import { takePageSettings, writtenPageSettings } from './ui/page-settings'
import './ui/theme.css'
import './ui/contrast.css'
import './ui/layout.css'
import './ui/controls.css'
import './ui/cards.css'
import './ui/panels.css'
import './ui/look.css'
import './ui/charts.css'
import './ui/wall.css'
import './ui/rooms.css'
import './ui/warming.css'
import './ui/planning.css'
import './ui/tasks.css'
import './ui/cache-room.css'
import './ui/usage-chart.css'
import './ui/share.css'
import './ui/settings.css'

// Before anything is drawn, and before anything asks.
takePageSettings(writtenPageSettings(document.documentElement))
const stopMarks = followPageSettings(document.documentElement)
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
const settingsRoom = createSettingsRoom(client, (source) => void store.chooseSource(source))
const warmingRoom = createWarmingRoom(client, settingsRoom.settings, () => Date.now())
const links = createLinkStore(client, store)
const showings = followShowings(client, store, warmingRoom, links)
const thumbnails = startThumbnails(client)
window.addEventListener('pagehide', () => {
  thumbnails?.dispose()
  wallStore.close()
  cacheStore.close()
  warmingRoom.close()
  settingsRoom.close()
  stopMarks()
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
      links={links}
      settingsRoom={settingsRoom}
      thumbnails={thumbnails}
      client={client}
    />
  </StrictMode>,
)
// Outside React: strict mode runs effects twice, and the gallery is to start once.
void store.start()
void showings.start()
void warmingRoom.feed.start()
void settingsRoom.settings.start()
const formerMap = takeFormerMap(pageStorage())
if (formerMap !== null) void settingsRoom.settings.changeAppearance({ colourMap: formerMap })
