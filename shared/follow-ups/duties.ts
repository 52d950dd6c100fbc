import type { Duty } from '../asking.ts'
import type { CommandId } from '../ids.ts'
import type { FollowUpCommand } from './command.ts'
import { isOpen, type FollowUps } from './follow-up.ts'

/** That its time went by is told once; put off, it can be told again. */
export function followUpDuties({ followUps }: FollowUps): Duty<FollowUpCommand>[] {
  return Object.values(followUps).flatMap(one =>
    isOpen(one) && one.told !== one.due
      ? [
          {
            id: `remind:${one.id}:${one.due}` as CommandId,
            at: one.due,
            command: { type: 'follow-up.remind', followUp: one.id, due: one.due } as const
          }
        ]
      : []
  )
}
