import { unitFileJsonSchema } from '../../server/unit-file/schema.ts'

/** By this, editors complete and check a unit file that names it as its `$schema`. */
export const path = 'docs/unit-file.schema.json'

export const text = (): string => `${JSON.stringify(unitFileJsonSchema(), null, 2)}\n`
