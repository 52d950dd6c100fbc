import { z } from 'zod'

/** Every reason for which the server ends a connection, and when the screen may come again. */
export const farewells = {
  draining: 'now',
  'too-slow': 'now',
  'signed-out': 'after-sign-in',
  locked: 'after-sign-in',
  revoked: 'never',
  'protocol-old': 'reload'
} as const satisfies Record<string, 'now' | 'after-sign-in' | 'reload' | 'never'>

export type FarewellReason = keyof typeof farewells

/** Down, last: why the connection ends. */
export const Farewell = z.strictObject({
  reason: z.enum(Object.keys(farewells) as [FarewellReason]),
  again: z.enum(['now', 'after-sign-in', 'reload', 'never'])
})
export type Farewell = z.infer<typeof Farewell>
