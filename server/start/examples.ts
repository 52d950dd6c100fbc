/** The units that come with the board, in which everything is made up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDate } from '../../shared/staff/credential.ts'
import { check } from '../unit-file/check.ts'
import type { UnitFile } from '../unit-file/schema.ts'

export const exampleFolder = join(import.meta.dirname, '../../docs/examples')

const names = ['maple-house', 'la-passerelle'] as const

/** Throws where one of them is not right, which the tests would have told. */
export function examples(now: number): UnitFile[] {
  return names.map(name => {
    const text = readFileSync(join(exampleFolder, `${name}.json`), 'utf8')
    const { file } = check(text, localDate(now, 'UTC'))
    if (!file) throw new Error(`docs/examples/${name}.json is not right: npm run unit -- check it`)
    return file
  })
}
