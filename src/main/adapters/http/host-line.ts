// The line to one host, over all exchanges with it at a time. Silence and slowness are judged by what comes over all
// of them: topics that are asked for together share a few connections, and on a slow line the last ones hear nothing
// until the first are through. (HTTP/1.1 queues them behind six connections; over HTTP/2 Chromium asks for one after
// the other.)

import { say } from '@contract/phrases'
import { TransferFailure } from '../../core/network/transfer-failure'
import { RATE_LIMIT, TransferRate, type RateLimit } from '../../core/network/transfer-rate'
import type { Clock } from '../../core/ports'

export interface LineLimits {
  /** A host that sends nothing for this long, ms, is taken for gone. The archive answers within a second. */
  readonly silenceMs: number
  readonly rate: RateLimit
}

/** Connecting counts as silence too. Two attempts make the half minute that a person bears. */
export const LINE_LIMITS: LineLimits = { silenceMs: 15_000, rate: RATE_LIMIT }

export interface OnTheLine {
  /** The host has sent something: a head (0) or so many bytes. */
  heard(bytes: number): void
  /** Must be called when the exchange is over. */
  leave(): void
}

interface Member {
  readonly silence: NodeJS.Timeout
  readonly fail: (failure: TransferFailure) => void
}

export class HostLine {
  private readonly members = new Set<Member>()
  private rate: TransferRate

  constructor(
    private readonly limits: LineLimits,
    private readonly clock: Clock,
  ) {
    this.rate = new TransferRate(limits.rate, clock.elapsed())
  }

  get isIdle(): boolean {
    return this.members.size === 0
  }

  /** @param fail called once at most: `silent` when nothing has come for too long, `slow` when too little comes. */
  join(fail: (failure: TransferFailure) => void): OnTheLine {
    if (this.isIdle) this.rate = new TransferRate(this.limits.rate, this.clock.elapsed())
    const { silenceMs } = this.limits
    const onSilence = () =>
      fail(new TransferFailure('silent', say('no-answer-for', { seconds: silenceMs / 1000 })))
    const member: Member = { silence: setTimeout(onSilence, silenceMs), fail }
    this.members.add(member)
    return {
      heard: (bytes) => this.heard(bytes),
      leave: () => {
        clearTimeout(member.silence)
        this.members.delete(member)
      },
    }
  }

  private heard(bytes: number): void {
    for (const { silence } of this.members) silence.refresh()
    if (this.rate.isFastEnough(bytes, this.clock.elapsed())) return
    const { leastBytes, windowMs } = this.limits.rate
    const detail = say('too-slow', { count: leastBytes, seconds: windowMs / 1000 })
    for (const { fail } of this.members) fail(new TransferFailure('slow', detail))
  }
}
