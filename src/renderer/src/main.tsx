// Start of the page: makes the client, the stores and the pictures once, and hands them to the view.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { takeFormerMap } from './features/gallery/use-look'
import { startThumbnails } from './features/wall/start-thumbnails'
import { clientOfWindow } from './ipc/client'
import { createStores } from './stores'
import { followPageSettings } from './ui/follow-page-settings'
import { takePageSettings, writtenPageSettings } from './ui/page-settings'
import { pageStorage } from './ui/page-storage'
import './ui/theme.css'
import './ui/contrast.css'
import './ui/layout.css'
import './ui/controls.css'
import './ui/cards.css'
import './ui/panels.css'
import './ui/look.css'
import './ui/charts.css'
import './ui/compare.css'
import './ui/all-laps.css'
import './ui/stage.css'
import './ui/wall.css'
import './ui/hang.css'
import './ui/rooms.css'
import './ui/warming.css'
import './ui/planning.css'
import './ui/tasks.css'
import './ui/cache-room.css'
import './ui/usage-chart.css'
import './ui/share.css'
import './ui/settings.css'
import './ui/spoilers.css'
import './ui/help.css'
import './ui/first-look.css'
import './ui/notices.css'
// Last: it takes back what the others have painted.
import './ui/forced-colours.css'

// Before anything is drawn, and before anything asks.
takePageSettings(writtenPageSettings(document.documentElement))
const stopMarks = followPageSettings(document.documentElement)
const client = clientOfWindow()
const stores = createStores(client)
const thumbnails = startThumbnails(client, stores.wall)
window.addEventListener('pagehide', () => {
  thumbnails?.dispose()
  stopMarks()
  stores.close()
})
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App stores={stores} thumbnails={thumbnails} client={client} />
  </StrictMode>,
)
stores.start()
const formerMap = takeFormerMap(pageStorage())
if (formerMap !== null) void stores.settings.settings.changeAppearance({ colourMap: formerMap })
