/** What can happen in the demo, and in which words. */
import type { AlertKind } from '../../shared/alerts/kind.ts'
import type { Language } from '../../shared/bilingual.ts'
import type { Activity, Presentation } from '../../shared/check-ins/check-in.ts'
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

export function oneOf<T>(list: readonly [T, ...T[]], random: () => number): T
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)]
}
