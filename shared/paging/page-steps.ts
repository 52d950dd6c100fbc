/** What the record of an alert says of what was told outside the board: how many of each channel, never which or where. */
import type { About } from '../about.ts'
import type { AlertId } from '../ids.ts'
import type { Author, Recorded } from '../recorded.ts'
import { evolvePaging } from './evolve.ts'
import { initialPaging, isPush, letterOf, type Letter, type Paging, type PagingEvent } from './paging.ts'

type Became = 'sent' | 'failed' | 'dead' | 'outdated' | 'retried' | 'dropped'

/** One call, or what became of its letters: those of one call with one end stand together, from the first of them on. */
export interface PageStep {
  seq: number
  at: number
  by: Author
  is: 'queued' | Became
  about: About
  pagers: number
  pushes: number
  attempts: number
  waiting: number
  until: number
}

interface Group {
  first: Pick<Recorded, 'seq' | 'at' | 'by'>
  is: PageStep['is']
  /** where the call stands in the journal */
  call: number
  about: About
  /** each time a letter had this end */
  letters: readonly Letter[]
  until: number
}

export interface PagesFold {
  alert: AlertId
  paging: Paging
  groups: readonly Group[]
}

export const noPages = (alert: AlertId): PagesFold => ({ alert, paging: initialPaging, groups: [] })

type Heard = PagingEvent | { type: '' }

/** Takes the next event of the unit in, of whatever slice; only what this program can read. */
export function pagesTaken(fold: PagesFold, recorded: Recorded): PagesFold {
  const known = recorded as Recorded<Heard>
  if (!isOfIt(fold, known.event)) return fold
  const paging = evolvePaging(fold.paging, known)
  const ended = fold.paging.letters.flatMap(letter => {
    const is = becameOf(letter, letterOf(paging, letter.id))
    return is === null ? [] : [{ letter, is }]
  })
  const queued = paging.letters.filter(({ seq }) => seq === known.seq)
  const all = [...queued.map(letter => ({ letter, is: 'queued' as const })), ...ended]
  return { ...fold, paging, groups: all.reduce((groups, one) => grouped(groups, known, one), fold.groups) }
}

function isOfIt({ alert, paging }: PagesFold, event: Heard): boolean {
  if (event.type === 'page.queued') return event.call.alert === alert
  if (event.type === 'page.called-off') return event.alert === alert
  return 'page' in event && letterOf(paging, event.page) !== undefined
}

/** Null where nothing became of it yet: it waits, or an attempt begins. */
function becameOf({ state: before }: Letter, letter: Letter | undefined): Became | null {
  if (!letter) return before.is === 'sent' ? null : 'dropped'
  const { is } = letter.state
  if (is === before.is || is === 'trying') return null
  if (is !== 'queued') return is
  return before.is === 'trying' ? 'failed' : 'retried'
}

function grouped(
  groups: readonly Group[],
  { seq, at, by }: Recorded<Heard>,
  { letter, is }: { letter: Letter; is: PageStep['is'] }
): Group[] {
  const same = groups.findIndex(one => one.call === letter.seq && one.is === is && isSame(one.first.by, by))
  const old = groups[same]
  if (old) return groups.with(same, { ...old, letters: [...old.letters, letter], until: at })
  const { seq: call, call: told } = letter
  return [...groups, { first: { seq, at, by }, is, call, about: told.about, letters: [letter], until: at }]
}

/** Whoever of the board says it is one; members are each their own. */
const isSame = (a: Author, b: Author): boolean =>
  a.kind === 'member' ? b.kind === 'member' && a.member === b.member : b.kind !== 'member'

/** In the order in which each first happened. */
export const pageSteps = ({ groups, paging }: PagesFold): PageStep[] =>
  groups.map(({ first, is, call, about, letters, until }) => {
    const each = [...new Map(letters.map(letter => [letter.id, letter])).values()]
    const pushes = each.filter(({ channel }) => isPush(channel)).length
    const counts = { pagers: each.length - pushes, pushes, attempts: letters.length }
    return { ...first, is, about, ...counts, waiting: is === 'queued' ? waitingOf(paging, call) : 0, until }
  })

const waitingOf = ({ letters }: Paging, call: number): number =>
  letters.filter(({ seq, state }) => {
    return seq === call && (state.is === 'queued' || state.is === 'trying')
  }).length
