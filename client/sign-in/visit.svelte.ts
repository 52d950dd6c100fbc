/**
 * Who stands in front of this device, and the board that they may see. Each standing has a board of its own: when the
 * standing changes the old board is closed, and with it every name leaves the page.
 */
import type { Audience } from '../../shared/audience.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { Board } from '../live/board.svelte.ts'
import { Outbox } from '../live/outbox.ts'
import { lock, me, signIn, signOut, units, type Me, type OpenUnit, type Problem } from '../live/sign-in.ts'
import type { Sending } from '../live/sending.svelte.ts'
import { keptByMember, type KeptBy } from './kept.ts'
import { Turns } from './turns.ts'

export type Standing =
  /** the server has been asked */
  | { is: 'asking' }
  /** it does not answer; it is asked again every two seconds */
  | { is: 'unreachable' }
  | { is: 'nobody' }
  | { is: 'locked'; unit: UnitId; member: MemberId; board: Board }
  | { is: 'member'; unit: UnitId; member: MemberId; board: Board }

/** Why somebody was not let in. */
export type Turned = { is: 'no'; problem: Problem } | { is: 'silence' }

const askAgain = 2_000

export class Visit {
  #audience: Extract<Audience, 'tablet' | 'charge'>
  #outbox = new Outbox()
  #standing = $state.raw<Standing>({ is: 'asking' })
  #units = $state.raw<OpenUnit[]>([])
  #kept = $state.raw<KeptBy>({})
  #asking = false
  #turns = new Turns()

  constructor(audience: 'tablet' | 'charge') {
    this.#audience = audience
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
    return this.#kept
  }

  /** Asks the server whom this device stands for; goes on until it answers. */
  async ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const [whom, open] = await this.#turns.latest(() => Promise.all([me(), units()]))
    this.#asking = false
    if (open.is === 'yes') this.#units = open.value
    if (whom.is === 'yes') await this.#stand(whom.value)
    else if (whom.is === 'no' && whom.problem.status === 401 && open.is === 'yes')
      this.#enter({ is: 'nobody' })
    else this.#unreachable()
  }

  /** Null when it worked; the board that comes is the member's own. */
  async signIn(unit: UnitId, member: string, pin: string): Promise<Turned | null> {
    const answer = await this.#turns.take(() => signIn(unit, member, pin))
    if (answer.is !== 'yes') return answer
    tellOtherPages()
    await this.#stand({ unit, member: member as MemberId, locked: false })
    return null
  }

  /** Every name leaves the page at once; the server is told until it has heard. */
  async lock(): Promise<void> {
    const was = this.#standing
    if (was.is !== 'member') return
    await this.#stand({ unit: was.unit, member: was.member, locked: true })
    await this.#lockUntilHeard()
  }

  async signOut(): Promise<Turned | null> {
    const answer = await this.#turns.take(signOut)
    if (answer.is === 'silence') return answer
    tellOtherPages()
    this.#enter({ is: 'nobody' })
    if (this.#units.length === 0) await this.ask()
    return null
  }

  async #stand({ unit, member, locked }: Me): Promise<void> {
    const was = this.#standing
    const same = was.is === (locked ? 'locked' : 'member') && was.unit === unit && was.member === member
    if (same && was.board.farewell === null && was.board.refused === null) return
    const unheard = 'board' in was && was.unit === unit ? alertsUnheard(was.board) : []
    const outbox = { kept: this.#outbox, member: locked ? null : member }
    const board = this.#open({ unit, audience: locked ? 'locked' : this.#audience, outbox })
    this.#enter({ is: locked ? 'locked' : 'member', unit, member, board })
    for (const { id, fields } of unheard) board.submit(fields, id)
    if (!locked) void board.takeUpKept().catch(() => undefined)
    this.#kept = keptByMember(await this.#outbox.kept(unit).catch(() => []))
  }

  #enter(standing: Standing): void {
    if ('board' in this.#standing) this.#standing.board.close()
    this.#standing = standing
  }

  #unreachable(): void {
    if (this.#standing.is === 'asking') this.#enter({ is: 'unreachable' })
    setTimeout(() => void this.ask(), askAgain)
  }

  async #lockUntilHeard(): Promise<void> {
    const heard = await this.#turns.take(lock)
    if (this.#standing.is !== 'locked') return
    if (heard.is === 'silence') setTimeout(() => void this.#lockUntilHeard(), askAgain)
    else {
      tellOtherPages()
      await this.ask()
    }
  }
}

/** An alert that nobody has heard yet goes on being sent, whoever the device stands for by then. */
const alertsUnheard = (board: Board): readonly Sending[] =>
  board.sendings.filter(sending => sending.fields.type === 'alert.raise')

const signKey = 'milieu:signed'

function tellOtherPages(): void {
  try {
    localStorage.setItem(signKey, crypto.getRandomValues(new Uint32Array(1)).join())
  } catch {
    return
  }
}
