/**
 * Who stands in front of this device, and the board that they may see. Each standing has a board of its own: when the
 * standing changes the old board is closed, and with it every name leaves the page.
 */
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { Board } from '../live/board.svelte.ts'
import type { BoardOptions } from '../live/board-options.ts'
import type { KeptFor } from '../live/keeping.ts'
import { Outbox } from '../live/outbox.ts'
import { lock, me, signIn, signOut, units, type Me, type OpenUnit, type Problem } from '../live/sign-in.ts'
import { deskLocksAfter, lockAfter } from './idle.ts'
import { keptByMember, type KeptBy } from './kept.ts'
import { keptHere } from './kept-here.svelte.ts'
import { touched, wasLeft } from './left.ts'
import { keepsRefused, lineOf } from './lines.ts'
import { locking } from './locking.ts'
import { stand, stoodIn } from './stood.ts'
import { Turns } from './turns.ts'
import { alertsUnheard } from './unheard.ts'

export type Standing =
  /** the server has been asked */
  | { is: 'asking' }
  /** it does not answer; it is asked again every two seconds */
  | { is: 'unreachable' }
  /** the same, on a device that stands in a unit: it can still call for help */
  | { is: 'cut-off'; unit: UnitId; board: Board }
  | { is: 'nobody' }
  | { is: 'locked'; unit: UnitId; member: MemberId; board: Board }
  | { is: 'member'; unit: UnitId; member: MemberId; board: Board }

/** Why somebody was not let in. */
export type Turned = { is: 'no'; problem: Problem } | { is: 'silence' }

const askAgain = 2_000

export class Visit {
  #audience: 'tablet' | 'charge'
  #outbox: KeptFor['kept']
  #open: (options: BoardOptions) => Board
  #shown: () => Promise<unknown>
  #standing = $state.raw<Standing>({ is: 'asking' })
  #units = $state.raw<OpenUnit[]>([])
  #asking = false
  #turns = new Turns()

  constructor(
    audience: 'tablet' | 'charge',
    outbox: KeptFor['kept'] = new Outbox(),
    open = (options: BoardOptions) => new Board(options),
    shown: () => Promise<unknown> = () => Promise.resolve()
  ) {
    this.#audience = audience
    this.#outbox = outbox
    this.#open = open
    this.#shown = shown
    addEventListener('storage', event => {
      // Another page of this browser changed who is signed in: the cookie is everybody's.
      if (event.key === signKey) void this.ask()
    })
  }

  get standing(): Standing {
    return this.#standing
  }

  get units(): OpenUnit[] {
    return this.#units
  }

  /** entries on this device without a receipt, by who made them */
  get kept(): KeptBy {
    return keptHere.by
  }

  /** Asks the server whom this device stands for; goes on until it answers. */
  async ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const [whom, open] = await this.#turns.latest(() => Promise.all([me(), units()]))
    this.#asking = false
    if (open.is === 'yes') this.#units = open.value
    if (whom.is === 'yes') await this.#standAs(whom.value)
    else if (whom.is === 'no' && whom.problem.status === 401 && open.is === 'yes')
      this.#enter({ is: 'nobody' })
    else this.#unreachable()
  }

  /** Null when it worked; the board that comes is the member's own. */
  async signIn(unit: UnitId, member: string, pin: string): Promise<Turned | null> {
    const answer = await this.#turns.take(() => signIn(unit, member, pin))
    if (answer.is !== 'yes') return answer
    tellOtherPages()
    locking.over()
    touched()
    await this.#stand({ unit, member: member as MemberId, locked: false })
    return null
  }

  /** Every name leaves the page at once; the server is told until it has heard. */
  async lock(): Promise<void> {
    const was = this.#standing
    if (was.is !== 'member') return
    locking.begun()
    await this.#stand({ unit: was.unit, member: was.member, locked: true })
    await this.#lockUntilHeard()
  }

  async signOut(): Promise<Turned | null> {
    const answer = await this.#turns.take(signOut)
    if (!heardOf(answer)) return answer
    tellOtherPages()
    const was = this.#standing
    this.#enter({ is: 'nobody' })
    stand(null)
    if ('board' in was) await this.#count(was.unit)
    if (this.#units.length === 0) await this.ask()
    return null
  }

  /** A lock that the server has not heard yet is kept here, over a reload too: nobody is shown what lies behind it. */
  async #standAs(whom: Me): Promise<void> {
    const after = this.#audience === 'charge' ? deskLocksAfter : lockAfter
    if (!whom.locked && !('member' in this.#standing) && wasLeft(after)) locking.begun()
    if (whom.locked || !locking.goesOn) return this.#stand(whom)
    await this.#stand({ ...whom, locked: true })
    await this.#lockUntilHeard()
  }

  async #stand({ unit, member, locked }: Me): Promise<void> {
    const was = this.#standing
    const same = was.is === (locked ? 'locked' : 'member') && was.unit === unit && was.member === member
    if (same && was.board.farewell === null && was.board.refused === null) return
    const unheard = 'board' in was && was.unit === unit ? alertsUnheard(was.board.sendings) : []
    const board = this.#open({
      unit,
      audience: locked ? 'locked' : this.#audience,
      outbox: this.#keptFor(locked ? null : member)
    })
    this.#enter({ is: locked ? 'locked' : 'member', unit, member, board })
    for (const { id, fields } of unheard) board.submit(fields, id)
    stand(unit)
    if (!locked) void this.#shown().then(() => board.takeUpKept())
    await this.#count(unit)
  }

  async #count(unit: UnitId): Promise<void> {
    keptHere.counted(keptByMember(await this.#outbox.kept(unit).catch(() => [])))
  }

  /** A desk shows a refusal where it was asked for; a tablet may have been away from its network by then. */
  #keptFor(member: MemberId | null): KeptFor {
    const { locks } = navigator
    const tablet = this.#audience === 'tablet'
    return { kept: this.#outbox, member, lineOf, keepsRefused: tablet ? keepsRefused : () => false, locks }
  }

  #enter(standing: Standing): void {
    if ('board' in this.#standing) this.#standing.board.close()
    this.#standing = standing
  }

  #unreachable(): void {
    if (this.#standing.is === 'asking') this.#cutOff(stoodIn())
    setTimeout(() => void this.ask(), askAgain)
  }

  /** Nobody can be let in, and nothing is known of the unit but which it is. */
  #cutOff(unit: UnitId | null): void {
    if (unit === null) return this.#enter({ is: 'unreachable' })
    const board = this.#open({ unit, audience: 'locked', outbox: this.#keptFor(null) })
    this.#enter({ is: 'cut-off', unit, board })
    void this.#count(unit)
  }

  async #lockUntilHeard(): Promise<void> {
    const heard = await this.#turns.take(lock)
    if (this.#standing.is !== 'locked') return
    if (!heardOf(heard)) setTimeout(() => void this.#lockUntilHeard(), askAgain)
    else {
      locking.over()
      tellOtherPages()
      await this.ask()
    }
  }
}

/** Done, or there was nobody to be signed out or locked. Any other answer, such as that of a failing server, is none. */
const heardOf = (answer: { is: 'yes' } | Turned): answer is { is: 'yes' } =>
  answer.is === 'yes' || (answer.is === 'no' && answer.problem.status === 401)

const signKey = 'milieu:signed'

function tellOtherPages(): void {
  try {
    localStorage.setItem(signKey, crypto.getRandomValues(new Uint32Array(1)).join())
  } catch {
    return
  }
}
