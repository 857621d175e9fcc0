// Settings to a file and from one, and all of them back to how they were at first.

import { useEffect, useRef, useState } from 'react'
import type { SettingsOffer } from '@contract/settings-transfer'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { Section } from './section'
import { settingName, settingValue } from './setting-value'
import type { TransferOutcome, TransferStore } from './transfer-store'

interface TransferSectionProps {
  readonly transfer: TransferStore
  readonly isDefault: boolean
  readonly onResetAll: () => void
}

export function TransferSection({ transfer, isDefault, onResetAll }: TransferSectionProps) {
  const words = WORDS.settings.transfer
  const { offer, outcome, trouble, isBusy } = useValue(transfer.state)
  return (
    <Section section="transfer" hint={words.hint} reset={null}>
      <div className="buttons">
        <button type="button" className="button" disabled={isBusy} onClick={() => void transfer.save()}>
          {words.save}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void transfer.choose()}>
          {words.choose}
        </button>
      </div>
      <output className="transfer-outcome">{outcome !== null && outcomeText(outcome)}</output>
      {trouble !== null && <TroubleLine report={trouble} />}
      {offer !== null && <Offer key={offer.token} offer={offer} transfer={transfer} />}
      <ResetAll isDefault={isDefault} onReset={onResetAll} />
    </Section>
  )
}

function outcomeText({ kind, name }: TransferOutcome): string {
  return WORDS.settings.transfer[kind](name)
}

interface OfferProps {
  readonly offer: SettingsOffer
  readonly transfer: TransferStore
}

function Offer({ offer, transfer }: OfferProps) {
  const words = WORDS.settings.transfer
  const head = useRef<HTMLHeadingElement>(null)
  // The system's dialog has just closed, and nobody knows where the focus is.
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="offer">
      <h3 ref={head} tabIndex={-1}>
        {words.offer(offer.name)}
      </h3>
      <table>
        <caption>{words.offerCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.setting}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {offer.changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{settingName(path)}</th>
              <td>{settingValue(path, before)}</td>
              <td>{settingValue(path, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void transfer.agree()}>
          {words.agree}
        </button>
        <button type="button" className="button" onClick={() => transfer.decline()}>
          {words.decline}
        </button>
      </div>
    </div>
  )
}

interface ResetAllProps {
  readonly isDefault: boolean
  readonly onReset: () => void
}

/** Asks once more in the same place: there is no way back. */
function ResetAll({ isDefault, onReset }: ResetAllProps) {
  const words = WORDS.settings.transfer
  const [isAsking, setAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const sure = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (isAsking) sure.current?.focus()
    else if (wasAsking.current) first.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  return (
    <div className="reset-all">
      <h3>{words.resetTitle}</h3>
      <p className="quiet small">{words.resetHint}</p>
      {isAsking ? (
        <div className="buttons" role="group" aria-label={words.resetSure}>
          <span>{words.resetSure}</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              setAsking(false)
              onReset()
            }}
          >
            {words.resetYes}
          </button>
          <button type="button" className="button" ref={sure} onClick={() => setAsking(false)}>
            {words.resetNo}
          </button>
        </div>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button"
            ref={first}
            disabled={isDefault}
            onClick={() => setAsking(true)}
          >
            {words.resetAll}
          </button>
        </div>
      )}
    </div>
  )
}
