// A picture of the view, larger than the screen: drawn anew at its full size, not enlarged.

import { MathUtils, Vector2, type PerspectiveCamera, type Scene, type WebGLRenderer } from 'three'

export interface PictureSize {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Draws the scene once at `size`, in the renderer's own buffer, and puts everything back. All in one go: the browser
 * shows nothing of it, because it composes frames only between tasks.
 * @returns a canvas with the picture; what is not drawn on is transparent.
 * @throws RangeError when this graphics system has no buffer of that size.
 */
export function takePicture(
  renderer: WebGLRenderer,
  scene: Scene,
  camera: PerspectiveCamera,
  { width, height }: PictureSize,
): HTMLCanvasElement {
  const sizeOnPage = renderer.getSize(new Vector2())
  const ratioOnPage = renderer.getPixelRatio()
  const picture = document.createElement('canvas')
  picture.width = width
  picture.height = height
  const eye = camera.clone()
  eye.aspect = width / height
  eye.fov = fieldOfView(camera.fov, camera.aspect, eye.aspect)
  eye.updateProjectionMatrix()
  try {
    renderer.setPixelRatio(1)
    renderer.setSize(width, height, false)
    const buffer = renderer.getContext()
    // A browser that cannot have so large a buffer silently takes a smaller one.
    if (buffer.drawingBufferWidth < width || buffer.drawingBufferHeight < height)
      throw new RangeError(`no drawing buffer of ${width} × ${height}`)
    renderer.render(scene, eye)
    picture.getContext('2d')?.drawImage(renderer.domElement, 0, 0)
  } finally {
    renderer.setPixelRatio(ratioOnPage)
    renderer.setSize(sizeOnPage.x, sizeOnPage.y, false)
    renderer.render(scene, camera)
  }
  return picture
}

/**
 * The vertical field of view, degrees, with which a picture of another shape shows all that the view shows: wider
 * pictures show more at the sides, narrower ones more above and below.
 */
export function fieldOfView(viewDeg: number, viewAspect: number, pictureAspect: number): number {
  if (pictureAspect >= viewAspect) return viewDeg
  const tan = Math.tan(MathUtils.degToRad(viewDeg / 2)) * (viewAspect / pictureAspect)
  return MathUtils.radToDeg(2 * Math.atan(tan))
}
