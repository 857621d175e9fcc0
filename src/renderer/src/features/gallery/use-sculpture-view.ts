// Ties the three.js view to the page: size, theme and motion preference go in, and what was drawn comes out as marks
// and attributes that tests and measurements wait for.

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefCallback,
  type RefObject,
} from 'react'
import { createSculptureView, type ShownLap, type SculptureView } from '../../three/scene'
import type { SharedTrack } from '../../three/track-overlay'
import { lookKey, type SculptureLook } from '@contract/sculpture-look'
import { pageMarks } from '../../ui/follow-page-settings'
import { toldTime } from '../../ui/told-time'
import { lapStyles } from '../compare/lap-style'
import type { LapsOnShow } from './beside'
import type { Exhibit } from './exhibit'

export type ViewCondition = 'ready' | 'lost' | 'unavailable'

interface SculptureViewHandle {
  /** For the canvas: the view lives exactly as long as the element. */
  readonly attach: RefCallback<HTMLCanvasElement>
  readonly view: RefObject<SculptureView | null>
  readonly condition: ViewCondition
}

/**
 * Puts `laps` on the canvas. After the first drawn frame of the main one the canvas carries `data-sculpture-key` (and
 * `data-source`: the key does not name it), `data-shown-ms` (from being asked for to being drawn) and
 * `data-geometries` (on the GPU), and the timeline has `sculpture:shown`. With every drawn look or set it carries
 * `data-look`, `data-laps`, `data-arrangement`, `data-geometries` and `data-draw-calls`, and the timeline has `beside:shown` once no lap is
 * on its way any more.
 * @param onView told of the view while there is one. @param onTurned told of the turntable. Both the same function at
 *   every drawing, or the view is made anew.
 */
export function useSculptureView(
  laps: LapsOnShow | null,
  look: SculptureLook,
  track: SharedTrack | null,
  onView: (view: SculptureView | null) => void,
  onTurned: (isTurning: boolean) => void,
): SculptureViewHandle {
  const view = useRef<SculptureView | null>(null)
  const current = useRef(laps)
  const arrangement = useRef<'beside' | 'track'>('beside')
  const announced = useRef<Exhibit | null>(null)
  const [condition, setCondition] = useState<ViewCondition>('ready')

  const attach = useCallback(
    (canvas: HTMLCanvasElement) => {
      let made: SculptureView
      try {
        made = createSculptureView(canvas, {
          shown(sculptures, drawnLook) {
            if (current.current === null) return
            const [shown] = current.current
            if (shown.sculpture !== sculptures[0]) return
            canvas.dataset['look'] = lookKey(drawnLook)
            canvas.dataset['laps'] = String(sculptures.length)
            canvas.dataset['arrangement'] = arrangement.current
            canvas.dataset['drawCalls'] = String(made.drawCalls())
            canvas.dataset['geometries'] = String(made.geometryCount())
            if (sculptures.length > 1 && sculptures.length === current.current.length)
              performance.mark('beside:shown')
            // A new look or company of what stands there already is no new sculpture.
            if (announced.current === shown) return
            announced.current = shown
            performance.mark('sculpture:shown')
            canvas.dataset['shownMs'] = (performance.now() - shown.askedAtMs).toFixed(1)
            canvas.dataset['source'] = shown.ticket.header.source
            canvas.dataset['sculptureKey'] = shown.ticket.key
          },
          turned: onTurned,
          contextLost: () => setCondition('lost'),
          contextRestored: () => setCondition('ready'),
        })
      } catch {
        // The one thing that throws here is a machine without WebGL 2, and three.js has no code for it.
        setCondition('unavailable')
        return undefined
      }
      view.current = made
      onView(made)
      const stopFollowing = followPage(canvas, made)
      return () => {
        stopFollowing()
        made.dispose()
        view.current = null
        onView(null)
      }
    },
    [onView, onTurned],
  )

  useEffect(() => {
    view.current?.setLook(look)
  }, [look])

  // Before the page is painted: an effect after it would draw a frame later.
  useLayoutEffect(() => {
    current.current = laps
    arrangement.current = track === null ? 'beside' : 'track'
    if (laps === null) return
    const [main, ...others] = laps
    const { source, season, round } = main.place.id
    const standing = laps.filter((lap) => lap !== null)
    const styles = lapStyles(standing.map(({ ticket }) => ticket.header))
    const shown = (lap: Exhibit): ShownLap => shownLap(lap, styles[standing.indexOf(lap)]!.tag)
    view.current?.show(
      [shown(main), ...others.map((lap) => (lap === null ? null : shown(lap)))],
      `${source}:${season}:${round}`,
      track,
    )
  }, [laps, track])

  return { attach, view, condition }
}

/** @param name on its plate, by which it is told from the others. */
function shownLap({ sculpture, ticket }: Exhibit, name: string): ShownLap {
  const { lapTimeMs, teamColour } = ticket.header
  return { sculpture, plate: { name, time: toldTime(lapTimeMs), teamColour } }
}

/** Keeps the view in step with the element's size, the colour scheme, and the wishes for contrast and for less motion. */
function followPage(element: HTMLCanvasElement, view: SculptureView): () => void {
  const light = matchMedia('(prefers-color-scheme: light)')
  const onScheme = (): void => view.setTheme(light.matches ? 'light' : 'dark', pageMarks.get().contrast)
  const onMarks = (): void => {
    onScheme()
    view.setReducedMotion(pageMarks.get().motion === 'reduced')
  }
  const observer = new ResizeObserver(() => {
    view.setSize(element.clientWidth, element.clientHeight, devicePixelRatio)
  })
  // Device pixels: fires as well when the window goes to a screen of another density.
  observer.observe(element, { box: 'device-pixel-content-box' })
  light.addEventListener('change', onScheme)
  const stopMarks = pageMarks.subscribe(onMarks)
  onMarks()
  return () => {
    observer.disconnect()
    light.removeEventListener('change', onScheme)
    stopMarks()
  }
}
