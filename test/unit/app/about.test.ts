// Electron's part is played by a stand-in that keeps what it is told.
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentLogger } from '../../helpers/silent-logger'

interface Box {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}
const world = vi.hoisted(() => ({
  app: { isPackaged: true },
  boxes: [] as Box[],
  response: 0,
  opened: [] as string[],
}))

// What was loaded with this Electron is nothing for other files, which share the process.
afterAll(() => void vi.resetModules())

vi.mock('electron', () => ({
  app: world.app,
  dialog: {
    showMessageBox: (box: Box) => {
      world.boxes.push(box)
      return Promise.resolve({ response: world.response })
    },
  },
  shell: {
    openPath: (path: string) => {
      world.opened.push(path)
      return Promise.resolve('')
    },
  },
}))

const { openLicences, showAbout } = await import('@main/app/about')

const VERSIONS = { app: '0.1.0+abc', electron: '33.2.1', chromium: '130.0', node: '20.18' }

describe('what the application says of itself', () => {
  beforeEach(() => {
    Object.assign(world, { boxes: [], response: 0, opened: [] })
    world.app.isPackaged = true
    Object.defineProperty(process, 'resourcesPath', { value: '/opt/gallery/resources', configurable: true })
  })

  it('is its versions, and whose it is not', async () => {
    await showAbout(VERSIONS, silentLogger())
    const [box] = world.boxes
    expect(box?.message).toContain('0.1.0+abc')
    for (const part of ['33.2.1', '130.0', '20.18', 'Not affiliated with Formula 1'])
      expect(box?.detail).toContain(part)
    expect(world.opened).toEqual([])
  })

  it('leads to the list of licences in the package, and to no other file', async () => {
    world.response = 1
    await showAbout(VERSIONS, silentLogger())
    expect(world.opened).toEqual(['/opt/gallery/resources/THIRD-PARTY.txt'])
  })

  it('says in development where the list is made, and opens nothing', async () => {
    world.app.isPackaged = false
    await showAbout(VERSIONS, silentLogger())
    openLicences(silentLogger())
    expect(world.boxes[0]?.buttons).toHaveLength(1)
    expect(world.boxes[0]?.detail).toContain('npm run package')
    expect(world.opened).toEqual([])
  })
})
