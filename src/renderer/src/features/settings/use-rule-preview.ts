// What a rule comes to, while it is being typed: asked of the main process, which is the one that will read it.

import { useEffect, useState } from 'react'
import type { ErrorReport } from '@contract/errors'
import type { RulePreview, RuleText } from '@contract/warming'
import { toReport } from '../../ipc/client'
import { pageSettings } from '../../ui/page-settings'
import { useValue } from '../../ui/use-value'

/** Who types pauses less than this between two keys, and need not be told of every step. */
const TYPING_PAUSE_MS = 250

export interface RuleReading {
  /** Of the last rule that could be read. */
  readonly preview: RulePreview | null
  /** Why the present one cannot be. */
  readonly problem: ErrorReport | null
}

const UNREAD: RuleReading = { preview: null, problem: null }

/** @param ask the same function at every drawing. */
export function useRulePreview(
  ask: (text: RuleText) => Promise<RulePreview>,
  { rule, zone }: Pick<RuleText, 'rule' | 'zone'>,
): RuleReading {
  const [reading, setReading] = useState(UNREAD)
  const { clock } = useValue(pageSettings).appearance
  useEffect(() => {
    let isOver = false
    const tell = (next: RuleReading): void => {
      if (!isOver) setReading(next)
    }
    const asking = setTimeout(() => {
      ask({ rule, zone, clock }).then(
        (preview) => tell({ preview, problem: null }),
        (error: unknown) => tell({ preview: null, problem: toReport(error) }),
      )
    }, TYPING_PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(asking)
    }
  }, [ask, rule, zone, clock])
  return reading
}
