// The tray's tooltip and menu as text and actions, made of its status. Pure, so that what people read can be tested
// without a tray.

import type { TrayMatter, TrayStatus, WarmNowObstacle } from '../core/desktop/tray-status'
import { desktopWords, PRODUCT } from './desktop-words'

export type TrayAction = 'warm-now' | 'pause-hour' | 'pause' | 'resume' | 'open' | 'settings' | 'quit'

export type TrayLine =
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action'
      readonly label: string
      readonly action: TrayAction
      readonly isEnabled: boolean
    }
  | { readonly kind: 'separator' }

/** Three lines at most: Windows cuts what is longer than 127 characters. */
export function trayTooltip(status: TrayStatus): string {
  const { cache } = status
  return [
    PRODUCT,
    stateLine(status),
    ...(cache === null ? [] : [desktopWords().tray.cache(cache.keys, cache.hitRate)]),
  ].join('\n')
}

export function trayLines(status: TrayStatus): readonly TrayLine[] {
  const { run, lastRun, nextRunAt, obstacle, isPaused } = status
  const words = desktopWords().tray
  return [
    text(stateLine(status)),
    ...(run === null || run.ratio === null ? [] : [text(words.progress(run.done, run.total))]),
    text(lastRun === null ? words.noRunYet : words.lastRun(lastRun.endedAt, lastRun.outcome, lastRun.warmed)),
    text(nextRunAt === null ? words.noNextRun : words.nextRun(nextRunAt)),
    { kind: 'separator' },
    { ...action('warm-now', warmNowLabel(obstacle, 'plain')), isEnabled: obstacle === null },
    ...(isPaused
      ? [action('resume', words.resume)]
      : [action('pause-hour', words.pauseHour), action('pause', words.pause)]),
    { kind: 'separator' },
    action('open', words.open),
    action('settings', words.settings),
    { kind: 'separator' },
    action('quit', words.quit),
  ]
}

/** With the reason in the label where it cannot be done: a menu has no other place for it. */
export function warmNowLabel(obstacle: WarmNowObstacle | null, style: 'plain' | 'mac'): string {
  const { obstacles, [style]: label } = desktopWords().warmNow
  return obstacle === null ? label : `${label} (${obstacles[obstacle]})`
}

function stateLine({ matter, run }: TrayStatus): string {
  const words = desktopWords().tray
  return run === null || matter.state !== 'warming' || matter.hold !== null
    ? matterLine(matter)
    : run.ratio === null
      ? words.planning
      : words.warming(run.ratio)
}

function matterLine(matter: TrayMatter): string {
  const words = desktopWords().tray
  switch (matter.state) {
    case 'warm':
      return words.warm
    case 'warming':
      return matter.hold === null ? words.planning : words.held(matter.hold)
    case 'paused':
      if (matter.isEnding) return words.pausing
      return matter.until === 'until-resumed' ? words.paused : words.pausedUntil(matter.until)
    case 'offline':
      return words.offline
    case 'attention':
      return words.attention[matter.why]
  }
}

function text(label: string): TrayLine {
  return { kind: 'text', label }
}

function action(name: TrayAction, label: string): Extract<TrayLine, { kind: 'action' }> {
  return { kind: 'action', label, action: name, isEnabled: true }
}
