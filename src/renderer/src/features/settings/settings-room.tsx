// The room of the settings: a list of its sections at the side, and all of them under one another. It is there only
// while it is visited; what was typed is kept by its store.

import { useEffect, useRef, type ReactNode } from 'react'
import { DEFAULT_SETTINGS, type OpenSettings, type SourceChoice } from '@contract/settings'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { CacheStore } from '../cache/cache-store'
import { AccessibilitySection } from './accessibility-section'
import { AppearanceSection } from './appearance-section'
import { CacheSection } from './cache-section'
import { DesktopSection } from './desktop-section'
import { ScheduleSection } from './schedule-section'
import { goToSection, SectionList } from './section-list'
import type { SettingsRoomStore } from './settings-room-store'
import { SourcesSection } from './sources-section'
import { SpoilersSection } from './spoilers-section'
import { TransferSection } from './transfer-section'

interface SettingsRoomProps {
  /** The head that all rooms have. */
  readonly head: ReactNode
  readonly room: SettingsRoomStore
  readonly cacheStore: CacheStore
  readonly seasons: readonly number[]
  readonly onChooseSource: (source: SourceChoice) => void
  readonly onWarming: () => void
  readonly onCache: () => void
}

export function SettingsRoom(props: SettingsRoomProps) {
  const { head, room, cacheStore, seasons, onChooseSource, onWarming, onCache } = props
  const words = WORDS.settings
  const { settings } = room
  const { shown, trouble } = useValue(settings.state)
  const { status } = useValue(room.warming.state)
  const scroller = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLElement>(null)
  const isRead = shown !== null
  useEffect(() => {
    void settings.load()
    main.current?.focus({ preventScroll: true })
  }, [settings])
  useEffect(() => {
    const wanted = room.wanted.get()
    if (!isRead || wanted === null) return
    room.wanted.change(() => null)
    goToSection(wanted)
  }, [room, isRead])

  return (
    <div className="settings-room" ref={scroller}>
      {head}
      <main id="settings" ref={main} tabIndex={-1} aria-label={words.landmark} className="settings-main">
        <p className="settings-about">{words.about}</p>
        {trouble !== null && <TroubleLine report={trouble} />}
        {shown === null ? (
          trouble === null && <p className="quiet">{words.reading}</p>
        ) : (
          <div className="settings-columns">
            <SectionList room={scroller} isUnsaved={status === 'changed'} />
            <div className="settings-sections">
              <ScheduleSection room={room} seasons={seasons} onWarming={onWarming} />
              <SourcesSection source={shown.source} onChoose={onChooseSource} />
              <CacheSection store={cacheStore} onCache={onCache} />
              <AppearanceSection
                appearance={shown.appearance}
                onChange={(part) => void settings.changeAppearance(part)}
              />
              <AccessibilitySection
                accessibility={shown.accessibility}
                onChange={(part) => void settings.changeAccessibility(part)}
              />
              <SpoilersSection
                isSpoilerFree={shown.isSpoilerFree}
                revealed={shown.revealed}
                onChange={(change) => void settings.change(change)}
              />
              <DesktopSection
                desktop={shown.desktop}
                isSpoilerFree={shown.isSpoilerFree}
                onChange={(desktop) => void settings.change({ desktop })}
              />
              <TransferSection
                transfer={room.transfer}
                isDefault={isDefault(shown)}
                onResetAll={() => {
                  room.warming.discard()
                  void settings.change(DEFAULTS)
                  if (shown.source !== DEFAULT_SETTINGS.source) onChooseSource(DEFAULT_SETTINGS.source)
                }}
              />
            </div>
          </div>
        )}
      </main>
      <footer className="colophon">{WORDS.notAffiliated}</footer>
    </div>
  )
}

const { folder: _folder, ...DEFAULT_CACHE } = DEFAULT_SETTINGS.cache

const DEFAULTS: OpenSettings = {
  strategy: DEFAULT_SETTINGS.strategy,
  schedule: DEFAULT_SETTINGS.schedule,
  alertAfterMs: DEFAULT_SETTINGS.alertAfterMs,
  cache: DEFAULT_CACHE,
  desktop: DEFAULT_SETTINGS.desktop,
  appearance: DEFAULT_SETTINGS.appearance,
  accessibility: DEFAULT_SETTINGS.accessibility,
  isSpoilerFree: DEFAULT_SETTINGS.isSpoilerFree,
  revealed: DEFAULT_SETTINGS.revealed,
}

function isDefault(shown: OpenSettings & { readonly source: SourceChoice }): boolean {
  if (shown.source !== DEFAULT_SETTINGS.source) return false
  return (Object.keys(DEFAULTS) as (keyof OpenSettings)[]).every(
    (name) => JSON.stringify(shown[name]) === JSON.stringify(DEFAULTS[name]),
  )
}
