/** What can happen in the demo, and in which words. */
import type { AlertKind } from '../../shared/alerts/kind.ts'
import type { Language } from '../../shared/bilingual.ts'
import type { Activity, Presentation } from '../../shared/check-ins/check-in.ts'
import type { FollowUpKind } from '../../shared/follow-ups/kind.ts'
import type { Rows } from '../../shared/rows.ts'

export const kinds: readonly [AlertKind, ...AlertKind[]] = [
  'tension',
  'tension',
  'conflict',
  'property',
  'behavioural',
  'medical'
]
type Errands = readonly [readonly [string, number], ...(readonly [string, number])[]]
export const errands: Record<Language, Errands> = {
  en: [
    ['dental clinic', 50],
    ['pharmacy', 25],
    ['walk with family', 40],
    ['court', 90]
  ],
  fr: [
    ['clinique dentaire', 50],
    ['pharmacie', 25],
    ['promenade en famille', 40],
    ['tribunal', 90]
  ]
}
type Talks = readonly [Talk, ...Talk[]]
interface Talk {
  kind: FollowUpKind
  about: string
}
export const talks: Record<Language, Talks> = {
  en: [
    { kind: 'individual-session', about: 'Demo: how the week went' },
    { kind: 'family-call', about: 'Demo: the visit on Sunday' },
    { kind: 'other', about: 'Demo: letter to the employer' }
  ],
  fr: [
    { kind: 'individual-session', about: 'Démonstration : la semaine passée' },
    { kind: 'family-call', about: 'Démonstration : la visite de dimanche' },
    { kind: 'other', about: 'Démonstration : lettre à l’employeur' }
  ]
}
export const settled: Record<Language, { action: string; notes: string }> = {
  en: { action: 'Talked it through, everybody settled.', notes: 'Demo: nothing of this happened.' },
  fr: { action: 'On en a parlé, le calme est revenu.', notes: 'Démonstration : rien de cela n’est arrivé.' }
}
export const spoken = (rows: Rows): Language => rows.unit['unit']?.language ?? 'en'
export const activities: readonly [Activity, ...Activity[]] = [
  'sitting',
  'with-peers',
  'reading',
  'awake-in-bed',
  'pacing',
  'phone'
]
export const presentations: readonly [Presentation, ...Presentation[]] = [
  'calm',
  'calm',
  'calm',
  'anxious',
  'withdrawn',
  'irritable'
]

/** Version 4 in form, drawn by the seed. */
export function drawnUuid(random: () => number): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
}

export function oneOf<T>(list: readonly [T, ...T[]], random: () => number): T
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)]
}
