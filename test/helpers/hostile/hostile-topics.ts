// Arbitrary input for the session decoder, from noise to sessions that are valid but for one value. Everything is
// described by small changes to a whole session, so that a failing case shrinks to the change that matters.

import { deflateRawSync } from 'node:zlib'
import { TELEMETRY_TOPICS, TIMING_TOPICS, type TopicName } from '@main/core/session/topics'
import fc from 'fast-check'
import { smallSession, stamp, topicBytes, type TopicLines } from './small-session'

export type Topics = ReadonlyMap<TopicName, Uint8Array>

const TOPICS = [...TIMING_TOPICS, ...TELEMETRY_TOPICS]

/** Texts the feed might carry where another is expected. */
const TEXTS = [
  '', ' ', '0', '1', '999', '-1', '1e3', '1e308', 'NaN', 'Infinity', '00', '0x10', '1:30.000', '-1:30.000', '+1.234', '30.000',
  '150:00.000', '50:25.597', '1:2:3:4', 'LAP 7', '1L', '1 L', 'true', 'Started', 'Aborted', 'Finished', '5', 'SOFT',
  '2031-05-04T13:00:00Z', '9999-99-99T99:99:99.9999999Z', '\uD800', '\u0000', '\u2028', '9'.repeat(400), 'x'.repeat(2000),
  'CAR 4 (AAA) TIME 1:30.000 DELETED - X', 'CAR 4 (AAA) TIME 1:30.000 WILL BE REINSTATED', `CAR 4 ${' TIME 1:30.000 '.repeat(500)}`,
] // prettier-ignore
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  7,
  100,
  104,
  255,
  1e3,
  0.1,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  -1e308,
]
const KEYS = [
  '0', '1', '2', '3', '4', '81', '999', '9999', '00', '-1', '1e3', '4294967295', '__proto__', 'constructor', 'toString', 'length',
  '_deleted', '_kf', 'Lines', 'Value', 'Stints', 'Sectors', 'Messages', 'Entries', 'Cars', 'Channels', 'Position', 'NumberOfLaps', 'InPit',
  'LastLapTime', 'BestLapTime', 'BestLapTimes', 'GapToLeader', 'Status', 'Utc', 'Timestamp', 'Compound', 'StartLaps', 'TotalLaps',
] // prettier-ignore

/** Any JSON value, as text: objects of JavaScript cannot hold every key that JSON can. */
const json: fc.Arbitrary<string> = fc.letrec<{ value: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('null', 'true', 'false', '[]', '{}', '1e999', '-0', `"\\ud800"`),
    fc.constantFrom(...TEXTS).map((text) => JSON.stringify(text)),
    fc.constantFrom(...NUMBERS).map(String),
    fc.constantFrom(...KEYS).map((key) => `{"_deleted":[${JSON.stringify(key)}]}`),
  ),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 })
      .map((items) => `{${items.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
  ),
})).value

const deep = fc
  .tuple(
    fc.constantFrom<readonly [string, string]>(['[', ']'], ['{"Lines":', '}']),
    fc.integer({ min: 1, max: 3000 }),
  )
  .map(([[open, close], depth]) => `${open.repeat(depth)}1${close.repeat(depth)}`)

/** A long list or record, as its size and not its items must be what it costs. */
const wide = fc
  .tuple(fc.constantFrom('list', 'record'), fc.integer({ min: 1, max: 3000 }), fc.constantFrom('null', '{}', '{"Value":"1.0"}'))
  .map(([kind, size, item]) =>
    kind === 'list'
      ? `[${Array<string>(size).fill(item).join(',')}]`
      : `{${Array.from({ length: size }, (_, index) => `"${index}":${item}`).join(',')}}`,
  ) // prettier-ignore

const payload = fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: deep }, { weight: 1, arbitrary: wide }) // prettier-ignore

const stamps = fc.oneof(
  fc.double({ min: 0, max: 86_399, noNaN: true }).map(stamp),
  fc.constantFrom('', '00:00:00', '99:99:99.999', 'aa:bb:cc.ddd', '00:00:00,000', '-1:00:00.000', '\uFEFF00:00:00.000'),
) // prettier-ignore

/** One change of a session. Positions are fractions of what there is, so that a change fits any session. */
type Change = (topics: Map<TopicName, string[]>) => void

const place = fc.tuple(fc.constantFrom(...TOPICS), fc.double({ min: 0, max: 0.999_999, noNaN: true }))

function atLine([topic, at]: readonly [TopicName, number], change: (lines: string[], index: number) => void): Change {
  return (topics) => {
    const lines = topics.get(topic)
    if (lines !== undefined && lines.length > 0) change(lines, Math.floor(at * lines.length))
  }
} // prettier-ignore

const lineChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(place, fc.integer({ min: 1, max: 20 }))
    .map(([where, count]) =>
      atLine(where, (lines, at) => lines.splice(at, 0, ...Array<string>(count).fill(lines[at]!))),
    ),
  place.map((where) => atLine(where, (lines, at) => lines.splice(at, 1))),
  place.map((where) => atLine(where, (lines, at) => lines.splice(at))),
  place.map((where) => atLine(where, (lines, at) => lines.push(...lines.splice(0, at)))),
  fc
    .tuple(place, place)
    .map(([where, other]) =>
      atLine(where, (lines, at) => ([lines[at], lines[0]] = [lines[0]!, lines[at]! + other[0]])),
    ),
  fc
    .tuple(place, stamps, payload)
    .map(([where, when, text]) => atLine(where, (lines, at) => lines.splice(at, 0, when + text))),
  fc
    .tuple(place, payload)
    .map(([where, text]) =>
      atLine(where, (lines, at) => (lines[at] = lines[at]!.slice(0, 12) + compressedOr(where[0], text))),
    ),
  fc
    .tuple(place, fc.uint8Array({ maxLength: 60 }), fc.constantFrom<BufferEncoding>('base64', 'latin1'))
    .map(([where, bytes, encoding]) =>
      atLine(where, (lines, at) => {
        const garbage = Buffer.from(bytes).toString(encoding)
        lines[at] = `${lines[at]!.slice(0, 12)}"${garbage.replaceAll('\n', '')}"`
      }),
    ),
)

/** Replaces one value or one key of a line's JSON. */
const valueChange: fc.Arbitrary<Change> = fc
  .tuple(place, fc.nat(200), fc.oneof(payload, fc.constant(null)), fc.constantFrom(...KEYS))
  .map(([where, nth, value, key]) =>
    atLine(where, (lines, at) => {
      const line = lines[at]!
      const isCompressed = where[0].endsWith('.z')
      if (isCompressed) return
      const pieces = [...line.slice(12).matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.e+]*|true|false|null|\[\]|\{\}/g)]
      const piece = pieces[nth % Math.max(1, pieces.length)]
      if (piece === undefined) return
      const isKey = line[12 + piece.index + piece[0].length] === ':'
      const text = isKey ? JSON.stringify(key) : (value ?? JSON.stringify(key))
      lines[at] =
        line.slice(0, 12 + piece.index) + text + line.slice(12 + piece.index + piece[0].length)
    }),
  ) // prettier-ignore

function compressedOr(topic: TopicName, text: string): string {
  return topic.endsWith('.z') ? `"${deflateRawSync(text).toString('base64')}"` : text
}

/** A change of bytes: flipped, cut out, or put in. */
const byteChange = fc.tuple(
  place,
  fc.constantFrom('flip', 'cut', 'insert'),
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom([0xef, 0xbb, 0xbf], [0xc3, 0x28], [0xff, 0xfe], [0x0a], [0x0d], [0], [0xed, 0xa0, 0x80]).map((bytes) => Uint8Array.from(bytes)), // prettier-ignore
  ),
)

function changedBytes(topics: Topics, [[topic, at], kind, bytes]: (typeof byteChange extends fc.Arbitrary<infer T> ? T : never)): Topics {
  const old = topics.get(topic)
  if (old === undefined || old.length === 0) return topics
  const index = Math.floor(at * old.length)
  const [before, after] = [old.subarray(0, index), old.subarray(index)]
  const rest = kind === 'insert' ? after : after.subarray(Math.min(after.length, bytes.length))
  const put = kind === 'cut' ? [] : kind === 'insert' ? bytes : after.subarray(0, bytes.length).map((byte, i) => byte ^ bytes[i]!)
  return new Map([...topics, [topic, Buffer.concat([before, Buffer.from(put), rest])]])
} // prettier-ignore

/** A session with a few changes; on average half of the cases still decode to laps. */
function changedSession(session: TopicLines): fc.Arbitrary<Topics> {
  return fc
    .record({
      changes: fc.array(fc.oneof({ weight: 3, arbitrary: valueChange }, { weight: 2, arbitrary: lineChange }), { maxLength: 6 }),
      bytes: fc.array(byteChange, { maxLength: 2 }),
      missing: fc.subarray(TOPICS, { maxLength: 2 }),
    })
    .map(({ changes, bytes, missing }) => {
      const copy = new Map([...session].map(([topic, lines]): [TopicName, string[]] => [topic, [...lines]]))
      for (const topic of missing) copy.delete(topic)
      for (const change of changes) change(copy)
      return bytes.reduce(changedBytes, topicBytes(copy))
    })
} // prettier-ignore

/** Lines that only keep the grammar. */
const anyLines = fc
  .dictionary(fc.constantFrom(...TOPICS), fc.array(fc.tuple(stamps, payload), { maxLength: 8 }), {
    maxKeys: 5,
  })
  .map((topics): Topics => {
    const written = Object.entries(topics) as [TopicName, [string, string][]][]
    return topicBytes(
      new Map(
        written.map(([topic, lines]) => [
          topic,
          lines.map(([when, text]) => when + compressedOr(topic, text)),
        ]),
      ),
    )
  })

const anyBytes = fc
  .dictionary(fc.constantFrom(...TOPICS), fc.uint8Array({ maxLength: 200 }), { maxKeys: 4 })
  .map((topics): Topics => new Map(Object.entries(topics) as [TopicName, Uint8Array][]))

/**
 * Everything together, most of it changes to the small invented session.
 *
 * @param recordings further sessions to start from; they are larger, so each has a smaller share.
 */
export function hostileTopics(recordings: readonly TopicLines[] = []): fc.Arbitrary<Topics> {
  const any = fc.oneof(
    { weight: 2, arbitrary: anyBytes },
    { weight: 6, arbitrary: anyLines },
    { weight: 16, arbitrary: changedSession(smallSession()) },
    ...recordings.map((session) => ({ weight: 1, arbitrary: changedSession(session) })),
  )
  return any.map(readable)
}

/** Characters of a topic that a failing case shows. */
const SHOWN = 3000

/** The same, shown as text where fast-check prints a failing case. */
function readable(topics: Topics): Topics {
  const shown = (): string =>
    [...topics]
      .map(([topic, bytes]) => `${topic}:\n${Buffer.from(bytes).toString('utf8').slice(0, SHOWN)}`)
      .join('\n')
  return Object.assign(new Map(topics), { [fc.toStringMethod]: shown })
}
