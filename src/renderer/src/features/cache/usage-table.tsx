// Seasons and their sessions as a table: what each keeps, and what can be done to it.

import { Fragment, useState } from 'react'
import type { CacheUsage, PinScope, SeasonUsage, SessionUsage } from '@contract/cache'
import { bytes, whole } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import type { NameOf } from './scope-name'
import { sumOf } from './cache-state'
import type { CacheStore } from './cache-store'

interface UsageTableProps {
  readonly usage: CacheUsage
  readonly nameOf: NameOf
  readonly store: CacheStore
}

export function UsageTable({ usage, nameOf, store }: UsageTableProps) {
  const words = CACHE_WORDS.table
  const newest = usage.seasons[0]?.season
  /** Those that are not as they are at first: the newest season open, the others closed. */
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set())
  const turn = (season: number): void =>
    setTurned(
      (known) =>
        new Set(known.has(season) ? [...known].filter((each) => each !== season) : [...known, season]),
    )
  return (
    <section className="usage-table">
      <h2>{words.title}</h2>
      <p className="quiet small">{words.pinHint}</p>
      <table>
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="number-cell">
              {words.entries}
            </th>
            <th scope="col" className="number-cell">
              {words.size}
            </th>
            <th scope="col">{words.pinned}</th>
            <th scope="col">
              <span className="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {usage.seasons.map((season) => {
            const isOpen = (season.season === newest) !== turned.has(season.season)
            return (
              <Fragment key={season.season}>
                <SeasonRow season={season} isOpen={isOpen} onTurn={() => turn(season.season)} store={store} />
                {isOpen &&
                  season.sessions.map((session) => (
                    <SessionRow
                      key={`${session.round} ${session.session}`}
                      season={season}
                      session={session}
                      name={nameOf(season.season, session)}
                      store={store}
                    />
                  ))}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface SeasonRowProps {
  readonly season: SeasonUsage
  readonly isOpen: boolean
  readonly onTurn: () => void
  readonly store: CacheStore
}

function SeasonRow({ season, isOpen, onTurn, store }: SeasonRowProps) {
  const words = CACHE_WORDS.table
  const name = String(season.season)
  return (
    <tr className="season-row">
      <th scope="row">
        <button
          type="button"
          className="season-turn"
          aria-expanded={isOpen}
          aria-label={words.open(name)}
          onClick={onTurn}
        >
          {name}
        </button>
      </th>
      <Cells of={season} />
      <td className="row-actions">
        <PinButton
          scope={{ kind: 'season', season: season.season }}
          isPinned={season.isPinned}
          name={name}
          store={store}
        />
        <ClearButton scope={{ kind: 'season', season: season.season }} name={name} store={store} />
      </td>
    </tr>
  )
}

interface SessionRowProps {
  readonly season: SeasonUsage
  readonly session: SessionUsage
  readonly name: string
  readonly store: CacheStore
}

function SessionRow({ season, session, name, store }: SessionRowProps) {
  const scope = {
    kind: 'session',
    season: season.season,
    round: session.round,
    session: session.session,
  } as const
  return (
    <tr>
      <th scope="row" className="session-name">
        {name}
      </th>
      <Cells of={session} />
      <td className="row-actions">
        {/* Of a pinned season every session is pinned: it is let go as a whole. */}
        {!season.isPinned && (
          <PinButton scope={scope} isPinned={session.isPinned} name={name} store={store} />
        )}
        <ClearButton scope={scope} name={name} store={store} />
      </td>
    </tr>
  )
}

function Cells({ of: { entries, bytes: used, isPinned } }: { readonly of: SeasonUsage | SessionUsage }) {
  return (
    <>
      <td className="number-cell">{whole(entries)}</td>
      <td className="number-cell">{bytes(sumOf(used))}</td>
      <td>{isPinned && <span className="pinned">{CACHE_WORDS.table.isPinned}</span>}</td>
    </>
  )
}

interface ActionProps {
  readonly scope: PinScope
  readonly name: string
  readonly store: CacheStore
}

function PinButton({ scope, isPinned, name, store }: ActionProps & { readonly isPinned: boolean }) {
  const words = CACHE_WORDS.table
  const action = isPinned ? words.unpin : words.pin
  return (
    <button
      type="button"
      className="link"
      aria-label={words.of(action, name)}
      onClick={() => void (isPinned ? store.unpin(scope) : store.pin(scope))}
    >
      {action}
    </button>
  )
}

function ClearButton({ scope, name, store }: ActionProps) {
  const words = CACHE_WORDS.table
  return (
    <button
      type="button"
      className="link"
      aria-label={words.of(words.clear, name)}
      onClick={() => void store.planClear(scope)}
    >
      {words.clear}
    </button>
  )
}
