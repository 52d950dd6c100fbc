/** The states of the tablet: what has happened on Maple House, and what Priya Sato has open. */
import { meetingId } from './maple.ts'
import { alertStates } from './tablet-alert-states.ts'
import { roundStates } from './tablet-round-states.ts'
import { afternoon, inGroup, screens, tablet, type TabletState } from './tablet-scenes.ts'

export const tabletStates: Record<string, () => TabletState> = {
  ...roundStates,
  ...alertStates,
  groups: () => ({ still: tablet(inGroup(), '15:06', '#/groups') }),
  group: () => ({ still: tablet(inGroup(), '15:06', `#/groups/${meetingId('process-b')}`) }),
  unit: () => ({
    still: tablet(afternoon(), '14:05', '#/unit', {
      screens: screens.map((s, i) => (i < 2 ? { ...s, ago: 190_000 } : s))
    })
  })
}
