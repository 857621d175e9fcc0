// The body of one answer, over as many exchanges as it takes: what has come, whether the rest can be asked for
// alone (Range, If-Range: RFC 9110, 13.1.5 and 14), and whether it is still something we want. No I/O.

import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { TransferFailure } from './transfer-failure'

/** What a host says before it sends the body. */
export interface AnswerHead {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}

export interface BodyLimits {
  /** Ten times the largest topic of a long race. More than this is not timing data. */
  readonly maxBytes: number
  /**
   * Decoded bytes for each byte on the wire, when a body comes compressed. Timing topics reach 20; a bomb,
   * as deflate allows at most 1032, comes near that.
   */
  readonly maxRatio: number
  /** Where a compressed body does not say its length there is no ratio; then this is the limit, and for any ratio the least. */
  readonly maxUnannouncedBytes: number
}

const MIB = 1024 * 1024

export const BODY_LIMITS: BodyLimits = {
  maxBytes: 128 * MIB,
  maxRatio: 100,
  maxUnannouncedBytes: 8 * MIB,
}

export class PartialBody {
  private head: AnswerHead | null = null
  private chunks: Uint8Array[] = []
  private receivedBytes = 0
  /** Length of the whole body as announced, or null. */
  private announced: number | null = null

  constructor(
    private readonly url: string,
    private readonly limits: BodyLimits,
  ) {}

  /** The head of the answer that began it: a part need not repeat it (RFC 9110, 15.3.7). Null before there is one. */
  get whole(): AnswerHead | null {
    return this.head
  }

  get received(): number {
    return this.receivedBytes
  }

  /** Bytes of the whole body; 0 if none were announced, or if those announced are compressed ones. */
  get total(): number {
    return this.head !== null && isEncoded(this.head) ? 0 : (this.announced ?? 0)
  }

  /** What must be asked to get only what is missing, or null when all of it must be sent again. */
  rangeHeaders(): Readonly<Record<string, string>> | null {
    const tag = this.resumableTag()
    if (tag === null) return null
    // Positions in a compressed body are not positions in ours.
    return { range: `bytes=${this.receivedBytes}-`, 'if-range': tag, 'accept-encoding': 'identity' }
  }

  /**
   * Takes the head of an answer with a body that is wanted: 206 goes on where the last exchange ended, 200 starts over.
   * @throws TransferFailure `interrupted` when a 206 is not the part that was asked for; what had come is dropped.
   * @throws AppError `source/unparsable` when more is announced than is wanted.
   */
  begin(head: AnswerHead): void {
    if (head.status === 206) {
      this.goOn(head)
      return
    }
    this.startOver()
    this.head = head
    this.announced = wholeNumber(head.headers['content-length'])
    if (this.announced !== null && this.announced > this.limits.maxBytes) throw this.tooLarge(this.announced)
  }

  /** @throws AppError `source/unparsable` when it is more than is wanted. */
  add(chunk: Uint8Array): void {
    this.receivedBytes += chunk.byteLength
    const limit = this.limit()
    if (this.receivedBytes > limit) {
      this.chunks = []
      throw this.tooLarge(limit)
    }
    this.chunks.push(chunk)
  }

  /** @throws TransferFailure `interrupted` when it is not as long as it was announced. */
  finish(): Uint8Array {
    if (this.total > 0 && this.receivedBytes !== this.total)
      throw new TransferFailure(
        'interrupted',
        say('bytes-of', { done: this.receivedBytes, total: this.total }),
      )
    const body = new Uint8Array(this.receivedBytes)
    let at = 0
    for (const chunk of this.chunks) {
      body.set(chunk, at)
      at += chunk.byteLength
    }
    return body
  }

  /** Forgets what has come: the host does not want to send the rest of it. */
  startOver(): void {
    this.head = null
    this.chunks = []
    this.receivedBytes = 0
    this.announced = null
  }

  private goOn(head: AnswerHead): void {
    const tag = this.resumableTag()
    const part = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(head.headers['content-range'] ?? '')
    const whole = part?.[2] === undefined || part[2] === '*' ? null : Number(part[2])
    const isOurs =
      tag !== null &&
      !isEncoded(head) &&
      Number(part?.[1]) === this.receivedBytes &&
      (whole === null || this.announced === null || whole === this.announced) &&
      (head.headers['etag'] ?? tag) === tag
    if (!isOurs) {
      this.startOver()
      throw new TransferFailure('interrupted', say('other-part'))
    }
    this.announced ??= whole
  }

  /** The strong tag of a body whose rest can be asked for alone, else null. */
  private resumableTag(): string | null {
    if (this.head === null || this.receivedBytes === 0 || this.head.status !== 200) return null
    if (isEncoded(this.head) || this.head.headers['accept-ranges'] === 'none') return null
    const tag = this.head.headers['etag']
    // A weak tag (W/"…") means "much the same", which is not good enough to join two halves.
    return tag?.startsWith('"') === true ? tag : null
  }

  private limit(): number {
    const { maxBytes, maxRatio, maxUnannouncedBytes } = this.limits
    if (this.head === null || !isEncoded(this.head)) return maxBytes
    return Math.min(maxBytes, Math.max(maxUnannouncedBytes, (this.announced ?? 0) * maxRatio))
  }

  private tooLarge(bytes: number): AppError {
    return new AppError('source/unparsable', this.url, { detail: say('larger-than', { count: bytes }) })
  }
}

function isEncoded({ headers }: AnswerHead): boolean {
  const encoding = headers['content-encoding']
  return encoding !== undefined && encoding.trim().toLowerCase() !== 'identity'
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}
