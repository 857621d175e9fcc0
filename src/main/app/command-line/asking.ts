// What a command is: a question to this place, and an answer as data and as text.

import { Option, type Command } from 'commander'
import { SOURCE_KINDS, type SourceKind } from '@contract/ids'
import type { ShownSettings } from '@contract/settings'
import type { GivenSettings, SettingChange } from '@contract/settings-transfer'
import type { Composition } from '../compose'
import type { Desk } from './desk'

/** What a command hands back: the answer as data and as text, and how it went. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  readonly outcome?: 'done' | 'failed' | 'partly-failed' | 'cancelled'
}

/** Where a command finds what it needs. What it does not ask for is not made. */
export interface Place {
  readonly parts: () => Promise<Composition>
  /** The application that runs, or this process; as it is now, so whoever has waited asks again. */
  readonly desk: () => Promise<Desk>
  readonly logFile: string
  /** As they are in their file. */
  readonly settings: ShownSettings
  /** Changes them where they are kept now: in the application that runs, or in their file. @returns what that changed. */
  readonly takeSettings: (given: GivenSettings) => Promise<readonly SettingChange[]>
  readonly version: string
  /** Fires when the person interrupts. */
  readonly signal: AbortSignal
  /** Tells on stderr how far it is. */
  readonly show: (text: string) => void
  /** Says something on stderr that stays. */
  readonly say: (text: string) => void
  /** Asks the person yes or no on the terminal, and takes everything else for no; null where there is none. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
  /** One of many answers on stdout, e.g. while following: as a line of JSON where that was asked for. */
  readonly print: (json: unknown, text: string) => void
}

/** Null: whatever there was to say has been said. */
export type Ask = (place: Place) => Promise<Answer | null>
export type Decide = (ask: Ask) => void

export interface SharedOptions {
  readonly json?: true
  readonly source: SourceKind
}

/** A question that is answered in this process whether the application runs or not. */
export type AskParts = (parts: Composition, signal: AbortSignal) => Promise<Answer | null>
export type DecideParts = (ask: AskParts) => void

export function withParts(work: AskParts): Ask {
  return async ({ parts, signal }) => {
    const composition = await parts()
    signal.addEventListener('abort', () => composition.tasks.cancelAll())
    return await work(composition, signal)
  }
}

export function withJson(command: Command): Command {
  return command.option('--json', 'one JSON document on stdout and nothing else')
}

export function withShared(command: Command): Command {
  return withJson(command).addOption(
    new Option('--source <source>', 'recorded sessions or the simulated season')
      .choices(SOURCE_KINDS)
      .default('archive'),
  )
}
