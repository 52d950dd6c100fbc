import { z } from 'zod'
import { MemberId } from '../ids.ts'
import { text, type Shapes } from '../shapes.ts'
import { MemberDescription, type StaffEvent } from './member.ts'

const described = z.object({ member: MemberId, description: MemberDescription })
const member = z.object({ member: MemberId })

export const staffShapes = {
  'member.joined': described,
  'member.described': described,
  'member.pin-set': z.object({ member: MemberId, hash: text }),
  'member.retired': member,
  'member.shift-started': member,
  'member.shift-ended': member
} satisfies Shapes<StaffEvent>
