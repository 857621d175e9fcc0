// A client whose answers the test gives when and as it likes. Questions are kept in the order in which they came.

import type { CallName } from '@contract/calls'
import type { CalendarRound, CalendarSession, Season, SessionState } from '@contract/calendar'
import { ERROR_WORDS, type ErrorCode } from '@contract/errors'
import type { SessionCode } from '@contract/ids'
import type { PushName, Pushes } from '@contract/pushes'
import { GalleryError, type GalleryClient } from '@renderer/ipc/client'
import { aSculpture } from '../../../../helpers/builders'

interface Question {
  readonly name: CallName
  readonly input: unknown
  readonly answer: (value: unknown) => Promise<void>
  readonly fail: (code: ErrorCode) => Promise<void>
}

export interface FakeClient {
  readonly client: GalleryClient
  /** The oldest open question of that name; it is taken off the list. */
  take(name: CallName): Question
  /** Names of the questions nobody has answered yet. */
  open(): readonly CallName[]
  /** What the main process tells without being asked. */
  push<N extends PushName>(name: N, value: Pushes[N]): void
}

export function fakeClient(): FakeClient {
  const questions: Question[] = []
  const listeners: { readonly name: PushName; readonly listener: (value: never) => void }[] = []
  const client = {
    call: (name: CallName, input?: unknown) =>
      new Promise<never>((resolve, reject) => {
        questions.push({
          name,
          input,
          answer: async (value) => {
            resolve(value as never)
            await settled()
          },
          fail: async (code) => {
            reject(
              new GalleryError({
                code,
                message: ERROR_WORDS[code].title,
                hint: '',
                retry: ERROR_WORDS[code].retry,
              }),
            )
            await settled()
          },
        })
      }),
    subscribe: (name: PushName, listener: (value: never) => void) => {
      listeners.push({ name, listener })
      return () => undefined
    },
    fetchSculpture: () => Promise.resolve(aSculpture()),
  } as GalleryClient
  return {
    client,
    take(name) {
      const at = questions.findIndex((question) => question.name === name)
      const question = questions[at]
      if (question === undefined)
        throw new Error(`nobody asked ${name}; open: ${questions.map((q) => q.name).join()}`)
      questions.splice(at, 1)
      return question
    },
    open: () => questions.map((question) => question.name),
    push(name, value) {
      for (const each of listeners) if (each.name === name) each.listener(value as never)
    },
  }
}

/** Lets every promise that can go on do so. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

const DAY_MS = 86_400_000

export function aCalendarSession(
  code: SessionCode,
  state: SessionState = 'completed',
  startAt = Date.UTC(2025, 9, 25),
): CalendarSession {
  return { code, name: `Session ${code}`, startAt, endAt: startAt + 3_600_000, gmtOffsetMs: null, state }
}

/** Rounds a week apart, each with the sessions given, an hour apart. */
export function aSeason(season: number, rounds: readonly (readonly [SessionCode, SessionState][])[]): Season {
  return {
    season,
    warnings: [],
    rounds: rounds.map((sessions, index): CalendarRound => {
      const startAt = Date.UTC(season, 2, 1) + index * 7 * DAY_MS
      return {
        round: index + 1,
        name: `Grand Prix ${index + 1}`,
        country: 'Country',
        location: 'Town',
        format: 'conventional',
        sessions: sessions.map(([code, state], order) =>
          aCalendarSession(code, state, startAt + order * 3_600_000),
        ),
      }
    }),
  }
}
