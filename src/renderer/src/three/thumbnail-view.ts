// Small pictures of sculptures for the wall: one hidden canvas, one WebGL context, one picture at a time. The same
// materials, light and first view as on the plinth, so that wall and room are one museum.

import { PerspectiveCamera } from 'three'
import type { Sculpture } from '@contract/sculpture'
import type { ShapeChannels } from '@contract/channel-values'
import { FIELD_OF_VIEW_DEG, homeAzimuth, placeAtHome } from './home-view'
import { createLitRoom, createRenderer, crestReach, type OnPlinth } from './lit-room'
import type { RoomContrast, Theme } from './materials'
import { planFrame } from './plan-frame'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { ROUNDABOUT, thinned } from './thin-channels'

/**
 * Pixels of a picture. The largest card is some 480 CSS pixels wide. Drawn in software, 720 by 480 with a shadow of
 * 1024 and every station took twice the time of what is set here (270 ms and 130 ms on two busy cores).
 */
export const THUMBNAIL_SIZE = { width: 600, height: 400 } as const
/** Of all that a picture's looks come from: materials, light, view, size. Another number has stored pictures drawn anew. */
export const DRAWING_VERSION = 1
const SHADOW_MAP_SIZE = 512
/** One station in three: they are 3 m apart, and a pixel of the picture is about as wide. */
const STATION_STRIDE = 3
/** Too small to tell on a picture of that size. */
const NO_MARKS = { sectorEnds: [] } as const
/** WebP, 0..1: at 0.9 no seam shows on the plinth, and a picture is some 20 KB. */
const QUALITY = 0.9
/** Between two looks at whether the GPU is done, ms. */
const FENCE_POLL_MS = 4

export interface ThumbnailView {
  /** Compiles the shaders, which takes longer than a picture, while there is nothing to draw yet. */
  warmUp(): void
  /**
   * One at a time: a second call before the first has ended would draw over it.
   * @throws Error when the graphics context is lost or the picture cannot be encoded.
   */
  draw(sculpture: Sculpture, theme: Theme, contrast: RoomContrast): Promise<Blob>
  dispose(): void
}

/** @throws Error when the machine has no WebGL 2; the wall shows plans then. */
export function createThumbnailView(): ThumbnailView {
  const canvas = document.createElement('canvas')
  // The picture is read after other work has had its turn; without this it would be gone by then.
  const renderer = createRenderer(canvas, { preserveDrawingBuffer: true })
  renderer.setPixelRatio(1)
  renderer.setSize(THUMBNAIL_SIZE.width, THUMBNAIL_SIZE.height, false)
  const room = createLitRoom(SHADOW_MAP_SIZE)
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, THUMBNAIL_SIZE.width / THUMBNAIL_SIZE.height, 1, 10)
  let hung: OnPlinth | null = null

  const render = (channels: ShapeChannels): void => {
    if (hung !== null) room.takeDown(hung)
    const thin = thinned(channels, STATION_STRIDE)
    const frame = planFrame(thin.xM, thin.yM, thin.zM)
    hung = room.putUp(thin, frame, DEFAULT_LOOK, NO_MARKS)
    room.light(homeAzimuth(frame), crestReach(hung.mesh))
    const fit = placeAtHome(camera, hung.objects.outline, homeAzimuth(frame))
    camera.lookAt(...fit.target)
    renderer.shadowMap.needsUpdate = true
    renderer.render(room.scene, camera)
  }

  return {
    warmUp() {
      render(ROUNDABOUT)
    },
    async draw(sculpture, theme, contrast) {
      const context = renderer.getContext() as WebGL2RenderingContext
      if (context.isContextLost()) throw new Error('the graphics context is lost')
      room.setTheme(theme, contrast)
      render(sculpture.channels)
      await finished(context)
      return await encode(canvas)
    },
    dispose() {
      room.dispose()
      renderer.dispose()
      // A context counts against the browser's limit until it is collected; this gives it back now.
      renderer.forceContextLoss()
    },
  }
}

/** Resolves when the GPU has drawn everything: reading the picture any earlier would stop the page until then. */
async function finished(context: WebGL2RenderingContext): Promise<void> {
  const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (fence === null) return
  context.flush()
  while (context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED)
    await new Promise((resolve) => setTimeout(resolve, FENCE_POLL_MS))
  context.deleteSync(fence)
}

function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture cannot be encoded')) : resolve(blob)),
      'image/webp',
      QUALITY,
    )
  })
}
