// What `npm run package` has made, if it has: the executable as it would be shipped.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wrongFuses } from '../../scripts/packaging/fuses.mjs'
import { packagedExecutable } from '../../scripts/packaging/places.mjs'

const isMade = existsSync(packagedExecutable())
const needing = isMade ? '' : ' (skipped: none was made; npm run package makes it)'

describe('the packaged executable', () => {
  it.skipIf(!isMade)(`has its fuses as they should be${needing}`, async () => {
    expect(await wrongFuses(packagedExecutable())).toEqual([])
  })
})
