import { z } from 'zod'
import { AlertId, FollowUpId, MemberId, StayId } from '../ids.ts'
import { instant, text, type Shapes } from '../shapes.ts'
import { FollowUpKind, Outcome } from './command.ts'
import type { FollowUpEvent } from './follow-up.ts'

const followUp = FollowUpId

export const followUpShapes = {
  'follow-up.opened': z.object({
    followUp,
    kind: FollowUpKind,
    stay: StayId.nullable(),
    owner: MemberId.nullable(),
    due: instant,
    alert: AlertId.nullable(),
    about: text.nullable()
  }),
  'follow-up.given': z.object({ followUp, from: MemberId.nullable(), to: MemberId.nullable() }),
  'follow-up.offered': z.object({ followUp, to: MemberId }),
  'follow-up.declined': z.object({ followUp, to: MemberId, reason: text.optional() }),
  'follow-up.done': z.object({ followUp, outcome: Outcome, seenAt: instant, note: text.nullable() }),
  'follow-up.deferred': z.object({ followUp, until: instant, reason: text }),
  'follow-up.dropped': z.object({ followUp, reason: text }),
  'follow-up.reopened': z.object({ followUp }),
  'follow-up.overdue': z.object({ followUp, due: instant })
} satisfies Shapes<FollowUpEvent>
