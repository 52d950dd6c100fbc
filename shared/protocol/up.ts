import type { Hello, Welcome } from './hello.ts'
import { Hello as HelloSchema } from './hello.ts'
import { Painted as PaintedSchema, type Painted } from './painted.ts'
import { Submit as SubmitSchema, type Outcome, type Submit } from './submit.ts'

/** Everything a screen may send. */
export const up = { hello: HelloSchema, submit: SubmitSchema, painted: PaintedSchema } as const

export interface Up {
  hello: (hello: Hello, ack: (welcome: Welcome) => void) => void
  submit: (submit: Submit, ack: (outcome: Outcome) => void) => void
  painted: (painted: Painted) => void
}
