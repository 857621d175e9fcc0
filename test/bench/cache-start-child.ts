// What a process that has just started pays for the index of a store: from nothing to the list of its entries.
import { openPlainStore } from '../helpers/plain-store'

const store = openPlainStore(process.argv[2] ?? '')
const startedAt = performance.now()
const entries = await store.list()
const tookMs = performance.now() - startedAt
process.stdout.write(JSON.stringify({ entries: entries.length, tookMs }))
