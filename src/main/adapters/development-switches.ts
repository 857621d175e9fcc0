// Environment variables for development and tests. A packaged application ignores them all.

import { z } from 'zod'
import { AppError } from '../core/app-error'
import { OFFICIAL_HOSTS, type ArchiveHosts } from '../core/sources/archive/hosts'

export interface DevelopmentSwitches {
  readonly hosts: ArchiveHosts
  /** Replaces the user's own settings and cache folders; null for the usual ones. */
  readonly userData: string | null
  /** Epoch ms at which the clock starts, or null for the real time. */
  readonly startAt: number | null
}

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''))
const variables = z.object({
  F1_ARCHIVE_URL: url.optional(),
  F1_JOLPICA_URL: url.optional(),
  F1_USER_DATA: z.string().min(1).optional(),
  F1_NOW: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional(),
})

/** @throws AppError `cli/wrong-use` naming the variable that cannot be understood. */
export function readDevelopmentSwitches(
  env: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): DevelopmentSwitches {
  if (isPackaged) return { hosts: OFFICIAL_HOSTS, userData: null, startAt: null }
  const parsed = variables.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError('cli/wrong-use', `environment variable ${issue?.path.join('.') ?? ''}`, {
      detail: issue?.message ?? 'invalid',
    })
  }
  const {
    F1_ARCHIVE_URL: archive,
    F1_JOLPICA_URL: jolpica,
    F1_USER_DATA: userData,
    F1_NOW: startAt,
  } = parsed.data
  return {
    hosts: {
      // Another archive has no mirror: asking the official one behind its back would mix two sources.
      archiveUrls: archive === undefined ? OFFICIAL_HOSTS.archiveUrls : [archive],
      jolpicaUrl: jolpica ?? OFFICIAL_HOSTS.jolpicaUrl,
    },
    userData: userData ?? null,
    startAt: startAt ?? null,
  }
}
