// The drivers of the open session, fastest first; by number where that is hidden. Radio buttons: arrow keys walk from sculpture to sculpture, and a
// click on any part of a row chooses it once. The box at a row's end sets its lap beside the chosen one.

import type { DriverLaps, SessionLaps } from '@contract/laps'
import { NarrowTime } from '../../ui/veiled'
import { Tyre } from '../../ui/tyre'
import { WhatIsThis } from '../../ui/what-is-this'
import { WORDS } from '../../ui/words'
import { candidates, placesLeft, type BesideLap } from '../gallery/beside'
import type { Place } from '../gallery/exhibit'
import { isHidden } from '../spoilers/hidden-weekends'
import { BesideBar, type BesideChoice } from './beside-bar'
import { hasLaps, missingReason } from './driver-reason'
import { inWords, troubleMessage } from '../../ui/trouble-text'

interface DriverListProps {
  readonly session: SessionLaps | null
  /** The session asked for last, open or not. */
  readonly heading: Place | null
  readonly chosen: string | null
  readonly isWaiting: boolean
  readonly onOpen: (code: string) => void
  readonly beside: BesideChoice
}

export function DriverList({ session, heading, chosen, isWaiting, onOpen, beside }: DriverListProps) {
  const words = WORDS.catalogue
  const others = session === null || chosen === null ? [] : candidates(session, chosen)
  const isRecorded = session === null || hasLaps(session)
  const isVeiled = session !== null && isHidden(session)
  return (
    <section aria-labelledby="drivers-title" className="drivers">
      <h2 id="drivers-title">{words.drivers}</h2>
      {heading !== null && (
        <p className="quiet">{WORDS.caption.work(heading.eventName, heading.sessionName)}</p>
      )}
      {session === null && <p className="quiet">{absence(heading, isWaiting)}</p>}
      {/* Where nothing can be chosen, the reason comes before the list. */}
      {!isRecorded && <Notes session={session} />}
      {others.length > 0 && (
        <BesideBar
          choice={beside}
          isVeiled={isVeiled}
          more={others.filter(({ code }) => !isTaken(beside.lapOf(code))).length}
        />
      )}
      {session !== null && (
        <fieldset className="rows">
          <legend className="unseen">{isVeiled ? WORDS.spoilers.driversHint : words.driversHint}</legend>
          {session.drivers.map((driver, index) => (
            <div key={driver.number} className="driver-place">
              <DriverRow
                driver={driver}
                position={isVeiled ? null : index + 1}
                isRecorded={isRecorded}
                isChosen={driver.code === chosen}
                onOpen={onOpen}
              />
              {others.includes(driver) && <BesideBox driver={driver} choice={beside} />}
              <BesideTrouble lap={beside.lapOf(driver.code)} onRetry={() => beside.set(driver.code)} />
            </div>
          ))}
        </fieldset>
      )}
      {isRecorded && <Notes session={session} />}
    </section>
  )
}

function absence(heading: Place | null, isWaiting: boolean): string {
  if (isWaiting) return WORDS.catalogue.driversWaiting
  return heading === null ? WORDS.catalogue.driversNone : WORDS.catalogue.driversNotOpen
}

/** What the decoder says about the session as a whole. */
function Notes({ session }: { readonly session: SessionLaps | null }) {
  if (session === null || session.warnings.length === 0) return null
  return (
    <div role="status">
      <h3>{WORDS.catalogue.notes}</h3>
      {session.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {inWords(warning)}
        </p>
      ))}
    </div>
  )
}

interface DriverRowProps {
  readonly driver: DriverLaps
  /** Null where it is hidden. */
  readonly position: number | null
  readonly isRecorded: boolean
  readonly isChosen: boolean
  readonly onOpen: (code: string) => void
}

function DriverRow({ driver, position, isRecorded, isChosen, onOpen }: DriverRowProps) {
  const reason = missingReason(driver, isRecorded)
  const { fastest } = driver
  const compound = driver.laps.find((lap) => lap.lap === fastest?.lap)?.compound ?? null
  return (
    <label className="row driver">
      <input
        type="radio"
        name="driver"
        value={driver.code}
        checked={isChosen}
        disabled={reason !== null}
        onChange={() => onOpen(driver.code)}
      />
      <span className="driver-position">{fastest === null ? '' : position}</span>
      <TeamBar colour={driver.teamColour} />
      <span className="row-main">
        <span className="driver-name">{driver.name}</span>
        <span className="row-side">
          <b>{driver.code}</b> {driver.team}
        </span>
      </span>
      {reason === null ? (
        <span className="driver-lap">
          {fastest !== null && (
            <span className="driver-time">
              <NarrowTime ms={fastest.lapTimeMs} />
            </span>
          )}
          {compound !== null && <Tyre compound={compound} />}
        </span>
      ) : (
        <span className="driver-reason">
          {position === null ? WORDS.spoilers.noSculpture : WORDS.catalogue[reason]}
        </span>
      )}
    </label>
  )
}

/** A lap that failed leaves its box empty: ticking it asks once more. */
function isTaken(lap: BesideLap | undefined): boolean {
  return lap !== undefined && lap.status.kind !== 'failed'
}

function BesideBox({ driver, choice }: { readonly driver: DriverLaps; readonly choice: BesideChoice }) {
  const lap = choice.lapOf(driver.code)
  const isChecked = isTaken(lap)
  return (
    <input
      type="checkbox"
      className="beside-box"
      aria-label={WORDS.beside.toggle(driver.name)}
      title={WORDS.beside.toggle(driver.name)}
      aria-busy={lap?.status.kind === 'waiting'}
      checked={isChecked}
      disabled={!isChecked && placesLeft(choice.laps) <= 0}
      onChange={() => (lap !== undefined && isChecked ? choice.takeAway(lap.id) : choice.set(driver.code))}
    />
  )
}

function BesideTrouble(props: { readonly lap: BesideLap | undefined; readonly onRetry: () => void }) {
  const { lap, onRetry } = props
  if (lap?.status.kind !== 'failed') return null
  const { report } = lap.status
  return (
    <p className="beside-trouble small" role="alert">
      {troubleMessage(report)}{' '}
      {report.retry !== 'never' && (
        <button type="button" className="link" onClick={onRetry}>
          {WORDS.trouble.retry}
        </button>
      )}{' '}
      <WhatIsThis code={report.code} />
    </p>
  )
}

/** Decoration: the team's name stands beside it. */
function TeamBar({ colour }: { readonly colour: string | null }) {
  return (
    <svg className="team-bar" viewBox="0 0 3 24" aria-hidden="true">
      <rect width="3" height="24" rx="1.5" fill={colour ?? 'currentColor'} />
    </svg>
  )
}
