import type { Language } from '../../shared/bilingual.ts'
import type { PlaceId } from '../../shared/ids.ts'
import type { UnitRow } from '../../shared/profile/unit-row.ts'
import type { LiveBoard } from '../live/live-board.ts'
import { clockTime, localHour, spokenTime } from '../ui/format.ts'
import { language, named } from '../ui/language.svelte.ts'
import type { WallAudience } from './address.ts'
import { alarms, type Alarm } from './alarms.ts'
import { coming } from './coming.ts'
import { awake, isNight, watched } from './night.ts'
import { offUnit } from './off-unit.ts'
import { owed } from './owed.ts'
import { running } from './running.ts'
import { uncovered } from './uncovered.ts'

/** `muted`: what is to be heard now was silenced; `testing`: a tone to try it */
export type SoundState = 'on' | 'off' | 'blocked' | 'muted' | 'testing'

/** What a wall asks of the device it hangs on. */
export interface WallDisplay {
  readonly sound: SoundState
  readonly covered: boolean
}

/** `late` still counts; `stale` says clock times; of `cut` only "last known" is left. */
export type Mode = 'live' | 'late' | 'stale' | 'cut'

/** Everything a wall shows, computed from the rows and the clock of its board. */
export class Sheet {
  readonly board: LiveBoard
  readonly audience: WallAudience
  readonly display: WallDisplay

  constructor(board: LiveBoard, audience: WallAudience, display: WallDisplay) {
    this.board = board
    this.audience = audience
    this.display = display
  }

  get unit(): UnitRow | undefined {
    return this.board.rows.unit['unit']
  }

  get zone(): string {
    return this.unit?.timeZone ?? 'UTC'
  }

  get now(): number {
    return this.board.clock.now
  }

  get mode(): Mode {
    const { is } = this.board.clock.freshness
    return is === 'cut-off' ? 'cut' : is === 'waiting' ? 'live' : is
  }

  /** whether what stands here can be taken as it is; else it says so in place of the masthead */
  get sure(): boolean {
    return this.mode === 'live' || this.mode === 'late'
  }

  /** whether counting down is honest; not before the first beacon, though nothing is amiss yet */
  get counts(): boolean {
    return this.board.clock.sure
  }

  /** by how much the clock of this device is wrong, in milliseconds; null where nobody has to know */
  get skew(): number | null {
    const skew = Math.abs(this.board.clock.skew)
    return skew >= 30_000 ? skew : null
  }

  /** the last instant of which this screen is sure, milliseconds since 1970 */
  get asOf(): number {
    const { freshness } = this.board.clock
    return this.sure || freshness.is === 'waiting' ? this.now : this.now - freshness.behind
  }

  get behind(): number {
    const { freshness } = this.board.clock
    return freshness.is === 'waiting' ? 0 : freshness.behind
  }

  /** visitors may be standing here: no person, no member, and of an alert only kind and place */
  get discreet(): boolean {
    return this.display.covered || this.audience === 'wall-public'
  }

  readonly running = $derived.by(() => running(this.board.rows, this.asOf, !this.discreet))
  readonly coming = $derived.by(() => coming(this.board.rows, this.asOf, !this.discreet))
  readonly owed = $derived.by(() => owed(this.board.rows, this.asOf))
  readonly uncovered = $derived.by(() => uncovered(this.board.rows))
  readonly off = $derived.by(() => offUnit(this.board.rows, this.asOf))
  readonly watched = $derived.by(() => watched(this.board.rows))
  readonly awake = $derived.by(() => awake(this.board.rows))
  readonly late = $derived(this.owed.filter(({ late }) => late).length)

  /** A silent alert is not for the eyes of whoever made it necessary. */
  readonly alarms: Alarm[] = $derived.by(() =>
    alarms(this.board.rows).filter(({ row }) => !(row.silent && this.discreet))
  )

  /** Red is for a high alert while somebody may be in danger. */
  readonly crisis = $derived(this.alarms.some(({ row, contained }) => row.priority === 'high' && !contained))

  /** The night's own sheet, while no group runs. */
  readonly nocturne = $derived.by(
    () => !this.discreet && this.running.length === 0 && isNight(localHour(this.asOf, this.zone))
  )

  /** `14:05` */
  clock(at: number): string {
    return clockTime(at, this.zone)
  }

  /** as in a sentence: in French `14 h 05` */
  spoken(at: number): string {
    return spokenTime(at, this.zone, this.language)
  }

  get language(): Language {
    return language.current
  }

  place(id: PlaceId | null): string {
    return id === null ? '' : named(this.board.rows.places[id]?.name)
  }

  member(id: string | null): string {
    return id === null ? '' : (this.board.rows.members[id]?.name ?? '')
  }

  alias(stay: string | null): string {
    return stay === null ? '' : (this.board.rows.stays[stay]?.alias ?? '')
  }
}
