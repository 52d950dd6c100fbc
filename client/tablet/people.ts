/** People as a tablet names them, and who may be taken for whom. */
import type { StayRow } from '../../shared/census/view.ts'
import type { StayId } from '../../shared/ids.ts'

type Called = Pick<StayRow, 'person' | 'alias'>

const words = (name: string): string[] => name.trim().split(/\s+/)

/** Preferred name with the family name, so that it can be told from others; the alias where no name may be known. */
export function calledBy({ person, alias }: Called): string {
  if (!person) return alias
  const { name, preferred } = person
  if (preferred === null) return name
  const family = words(name).slice(1).join(' ')
  return preferred.includes(' ') || family === '' ? preferred : `${preferred} ${family}`
}

/** First letters of the first and the last name. */
export function initialsOf(name: string): string {
  const parts = words(name)
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts
  return ends
    .map(part => [...(part ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

const ends = (name: string): [string, string] => {
  const parts = words(name)
  return [plain(parts[0] ?? ''), plain(parts.at(-1) ?? '')]
}

/** For each person whose first or family name somebody else here also has: the names of those others. */
export function twinsOf(stays: readonly StayRow[]): Map<StayId, string[]> {
  const named = stays.map(stay => ({ id: stay.id, name: calledBy(stay), ends: ends(calledBy(stay)) }))
  const twins = new Map<StayId, string[]>()
  for (const one of named) {
    const same = named.filter(
      other => other.id !== one.id && one.ends.some((end, i) => end !== '' && end === other.ends[i])
    )
    if (same.length > 0)
      twins.set(
        one.id,
        same.map(other => other.name)
      )
  }
  return twins
}

/** The room of a bed: `12B` and `12-B` are in room 12. */
export function roomOf(bed: string | null): string | null {
  if (bed === null) return null
  const [, room] = /^(.*\d)[\s/.-]*[A-Za-z]$/.exec(bed) ?? /^(.+)[/.-]\w{1,2}$/.exec(bed) ?? []
  return room ?? bed
}

export const byBed = (a: StayRow, b: StayRow): number =>
  (a.bed ?? '\uffff').localeCompare(b.bed ?? '\uffff', 'en', { numeric: true }) ||
  calledBy(a).localeCompare(calledBy(b))

/** Those who share the room and are on the unit. */
export function matesOf(stay: StayRow, stays: readonly StayRow[]): StayRow[] {
  const room = roomOf(stay.bed)
  if (room === null) return []
  return stays.filter(other => other.id !== stay.id && !other.off && roomOf(other.bed) === room).sort(byBed)
}
