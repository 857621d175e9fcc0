// Ties the clock of the running bodies to the view: who runs, where each is, and what the page wishes of motion.

import { useEffect, useState } from 'react'
import type { SculptureView } from '../../three/scene'
import { pageMarks } from '../../ui/follow-page-settings'
import { stationAtTime, type Comparison } from './comparison'
import { createGhostPlayer, type GhostPlayer } from './ghost-player'
import { ghostLooks, ghostPlaces, longestLapS, type Arrangement } from './shared-track'

/** @param onHalt told of the main lap's station wherever the run comes to rest. */
export function useGhosts(
  view: SculptureView | null,
  comparison: Comparison | null,
  arrangement: Arrangement,
  onHalt: (station: number) => void,
): GhostPlayer {
  const [player] = useState(() =>
    createGhostPlayer({
      requestFrame: (frame) => requestAnimationFrame(frame),
      cancelFrame: (request) => cancelAnimationFrame(request),
    }),
  )

  useEffect(() => {
    if (view === null || comparison === null) {
      player.setCourse(null)
      return
    }
    view.setGhosts(ghostLooks(comparison))
    player.setCourse({
      durationS: longestLapS(comparison),
      draw: (timeS) => view.placeGhosts(timeS === null ? null : ghostPlaces(comparison, arrangement, timeS)),
    })
  }, [view, comparison, arrangement, player])

  useEffect(() => {
    const follow = (): void => player.setReducedMotion(pageMarks.get().motion === 'reduced')
    follow()
    const unsubscribe = pageMarks.subscribe(follow)
    return () => {
      unsubscribe()
      player.close()
    }
  }, [player])

  useEffect(() => {
    if (comparison === null) return undefined
    return player.state.subscribe(() => {
      const { timeS, isPlaying, isOut } = player.state.get()
      if (isOut && !isPlaying) onHalt(Math.round(stationAtTime(comparison.reference.timesOnReference, timeS)))
    })
  }, [player, comparison, onHalt])
  return player
}
