import type { Audience } from '../../shared/audience.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { KeptFor } from './keeping.ts'

/** Which board a screen is given, and on whose behalf. */
export interface BoardOptions {
  unit: string
  audience: Audience
  /** a display's token, and what it tells of itself with each paint; members come with their sign-in's cookie */
  display?: string
  tells?: () => Omit<Parameters<Up['painted']>[0], 'position'>
  /** whose entries are kept here; without it nothing is kept over a reload */
  outbox?: KeptFor
}
