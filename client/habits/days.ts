/** Days as this page names them. */
import type { Language } from '../../shared/bilingual.ts'

const localeOf = (language: Language): string => (language === 'fr' ? 'fr-CA' : 'en-GB')

/** From Monday: `Mon`, `lun.`; `Monday`, `lundi`. */
export function weekdays(weekday: 'short' | 'long', language: Language): string[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}

/** `2026-06-16` as `Tue 16 June`, `mar. 16 juin`. */
export function dayOf(date: string, language: Language): string {
  const options = { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(localeOf(language), options).format(Date.parse(date)).replace(',', '')
}
