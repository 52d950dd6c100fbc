import { z } from 'zod'
import { MemberId } from '../ids.ts'
import { MemberDescription, PinHash } from './member.ts'

export const staffCommands = {
  'member.join': z.strictObject({
    type: z.literal('member.join'),
    member: MemberId,
    description: MemberDescription
  }),
  'member.describe': z.strictObject({
    type: z.literal('member.describe'),
    member: MemberId,
    description: MemberDescription
  }),
  'member.set-pin': z.strictObject({ type: z.literal('member.set-pin'), member: MemberId, hash: PinHash }),
  'member.retire': z.strictObject({ type: z.literal('member.retire'), member: MemberId }),
  'member.start-shift': z.strictObject({ type: z.literal('member.start-shift'), member: MemberId }),
  'member.end-shift': z.strictObject({ type: z.literal('member.end-shift'), member: MemberId })
}

export type StaffCommand = z.infer<(typeof staffCommands)[keyof typeof staffCommands]>
