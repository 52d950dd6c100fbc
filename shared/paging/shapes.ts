import { z } from 'zod'
import { AlertId, MemberId, PageId } from '../ids.ts'
import type { Shapes } from '../shapes.ts'
import { Call } from './call.ts'
import type { Channel, PagingEvent } from './paging.ts'

const channel = z.custom<Channel>(given => typeof given === 'string' && /^(?:pager|push):./.test(given))
const attempt = z.object({ page: PageId, attempt: z.number() })

export const pagingShapes = {
  'page.queued': z.object({ call: Call, to: z.array(z.object({ page: PageId, channel })) }),
  'page.called-off': z.object({ alert: AlertId }),
  'page.tried': attempt,
  'page.ended': z.object({
    ...attempt.shape,
    outcome: z.enum(['sent', 'failed', 'gone']),
    status: z.number().nullable()
  }),
  'page.lapsed': attempt,
  'page.retried': z.object({ page: PageId }),
  'page.dropped': z.object({ page: PageId }),
  'page.subscribed': z.object({ member: MemberId, on: z.boolean() })
} satisfies Shapes<PagingEvent>
