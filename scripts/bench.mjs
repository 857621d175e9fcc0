// `npm run bench`: measures, and ends with one table of all numbers.
//
//     npm run bench -- [part ...] [--rounds N] [--json FILE] [--compare FILE]
//
// A part is the name of a file in test/bench; none means all but `season`, which takes as long as all others together
// and runs when it is named; `--rounds` makes it shorter. `--json` keeps the numbers, `--compare` says which have moved
// since they were kept.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compare, inColumns, readRecord, short, summarise, tableOf } from './bench/figures.mjs'
import { buildIfNeeded } from './build.mjs'
import { runInForeground } from './foreground.mjs'
import { localTool } from './local-tool.mjs'
import { setUp } from './setup.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { inTemporaryFolder } from './setup/temporary-folder.mjs'

const log = console.log
const BENCHES = join(projectRoot, 'test', 'bench')
const ONLY_WHEN_NAMED = new Set(['season'])

try {
  const { parts, rounds, json, old } = ask(process.argv.slice(2))
  await setUp({ log, purpose: 'app' })
  await buildIfNeeded({ log })
  const { record, exitCode } = await measure(parts, rounds)
  log(`\n${record.machine}; ${record.at}\n\n${inColumns(tableOf(record))}`)
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(record, null, 2)}\n`)
  if (old !== null) log(`\n${told(compare(old, record), old)}`)
  process.exitCode = exitCode
} catch (error) {
  reportAndExit(error)
}

/**
 * @param {string[]} args
 * @throws {SetUpProblem} On what cannot be understood, before anything is measured.
 */
function ask(args) {
  const known = readdirSync(BENCHES).flatMap((name) => /^(.+)\.bench\.ts$/.exec(name)?.[1] ?? [])
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { rounds: { type: 'string' }, json: { type: 'string' }, compare: { type: 'string' } },
    })
    const unknown = positionals.find((part) => !known.includes(part))
    if (unknown !== undefined)
      throw new SetUpProblem(`There is no part "${unknown}". The parts are: ${known.join(', ')}.`)
    const old = values.compare === undefined ? null : readRecord(readFileSync(values.compare, 'utf8'))
    if (values.rounds !== undefined && !/^[1-9]\d?$/.test(values.rounds))
      throw new SetUpProblem(`--rounds takes a number of rounds, not "${values.rounds}".`)
    const usual = known.filter((part) => !ONLY_WHEN_NAMED.has(part))
    const parts = positionals.length === 0 ? usual : positionals
    return { parts, rounds: values.rounds, json: values.json, old }
  } catch (error) {
    if (error instanceof SetUpProblem) throw error
    throw new SetUpProblem(error instanceof Error ? error.message : String(error))
  }
}

/**
 * @param {readonly string[]} parts
 * @param {string | undefined} rounds of the season, where it is a part.
 */
function measure(parts, rounds) {
  return inTemporaryFolder(join(tmpdir(), 'f1-bench-'), async (folder) => {
    const file = join(folder, 'figures.jsonl')
    const at = new Date().toISOString()
    const { exitCode } = await runInForeground(
      process.execPath,
      [
        localTool('vitest'),
        'run',
        '--config=test/bench/vitest.config.ts',
        ...parts.map((part) => `test/bench/${part}.bench.ts`),
      ],
      {
        cwd: projectRoot,
        env: {
          ...process.env,
          F1_BENCH_FIGURES: file,
          ...(rounds === undefined ? {} : { F1_BENCH_ROUNDS: rounds }),
        },
      },
    )
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
    /** @type {import('./bench/figures.mjs').BenchRecord} */
    const record = {
      version: 1,
      machine: machine(),
      at,
      figures: lines.map((line) => /** @type {import('./bench/figures.mjs').Figure} */ (JSON.parse(line))),
    }
    return { record, exitCode }
  })
}

function machine() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} at the end`
  return `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}, ${load}`
}

/**
 * @param {ReturnType<typeof compare>} comparison
 * @param {import('./bench/figures.mjs').BenchRecord} old
 */
function told({ moved, compared, missing }, old) {
  const since = `${compared} figures beside those of ${old.at} (${old.machine}):`
  const rows = moved.map(({ before, after, ratio, by }) => [
    before.part,
    before.name,
    `${short(summarise(before.values).median)} -> ${short(summarise(after.values).median)} ${before.unit}`,
    `x ${ratio.toFixed(2)}`,
    by === 'floor' ? `of ${before.floor?.name ?? ''}` : '',
  ])
  const news = rows.length === 0 ? 'none has moved beyond its usual range' : `\n${inColumns(rows)}`
  const gone = missing.length === 0 ? '' : `\nnot measured this time: ${missing.length}`
  return `${since} ${news}${gone}`
}
