/**
 * Times as they are written on screens. In tables `14:05` in both languages, in French sentences `14 h 05`; dates in
 * words. All instants are milliseconds since 1970 and shown in the unit's time zone, never the device's.
 */
import type { Language } from '../../shared/bilingual.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  let known = formats.get(key)
  if (!known) formats.set(key, (known = make()))
  return known
}

/** `14:05` */
export function clockTime(at: number, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return format(`clock ${timeZone}`, () => new Intl.DateTimeFormat('en-GB', options)).format(at)
}

/** `14:05:09` */
export function clockSeconds(at: number, timeZone: string): string {
  const options = {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  } as const
  return format(`seconds ${timeZone}`, () => new Intl.DateTimeFormat('en-GB', options)).format(at)
}

/** A clock time inside a sentence: `14:05`, in French `14 h 05` with no-break spaces. */
export function spokenTime(at: number, timeZone: string, language: Language): string {
  const [hour = '', minute = ''] = clockTime(at, timeZone).split(':')
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`
}

/** `Tuesday 16 June`, `mardi 16 juin` */
export function dayInWords(at: number, timeZone: string, language: Language): string {
  const locale = language === 'fr' ? 'fr-CA' : 'en-GB'
  const options = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const
  const made = format(`day ${timeZone} ${language}`, () => new Intl.DateTimeFormat(locale, options))
  return made.format(at).replace(',', '')
}

/** Elapsed as a running clock: `0:38`, `12:05`, `1:02:05`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const rest = String(seconds % 60).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}

/** Length of a wait: `25 min`, `2 h 25`; the same in both languages. No-break spaces. */
export function inMinutes(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  if (minutes < 100) return `${minutes}\u00a0min`
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`
}

/** The hour of the unit's day, 0 to 23. */
export const localHour = (at: number, timeZone: string): number => Number(clockTime(at, timeZone).slice(0, 2))
