/** A time to come, chosen by a tap or by the unit's clock. Instants in milliseconds since 1970. */
import { dateOf } from '../charge/day.ts'
import { endOfTomorrow, fieldTime, fromField, instantOf } from '../afterwards/until.ts'

export type Choice = 'in-30' | 'in-60' | 'tomorrow' | 'exact'

const minute = 60_000

export class ByWhen {
  choice = $state<Choice>('in-60')
  /** as a form field holds it */
  field = $state('')

  choose(choice: Choice, now: number, timeZone: string): void {
    this.choice = choice
    if (choice === 'exact' && this.field === '') this.field = fieldTime(now + 120 * minute, timeZone)
  }

  /** Null where what was entered is no time. */
  at(now: number, timeZone: string): number | null {
    if (this.choice === 'in-30') return Math.floor(now) + 30 * minute
    if (this.choice === 'in-60') return Math.floor(now) + 60 * minute
    if (this.choice === 'exact') return fromField(this.field, timeZone)
    return instantOf(dateOf(endOfTomorrow(now, timeZone), timeZone), '09:00', timeZone)
  }
}
