import type { Language } from '../../shared/bilingual.ts'

/** How one display is set: by its address, and kept on the device for when it starts without. */
export interface Settings {
  /** null: the unit's own */
  language: Language | null
  /** metres between the panel and who reads it */
  distance: number
  /** of the panel, inches */
  diagonal: number
  sound: boolean
}

export const usual: Settings = { language: null, distance: 4, diagonal: 55, sound: true }

/** `?lang=en|fr ?distance=1..20 ?diagonal=10..200 ?sound=on|off|test`
 * (`test`: on, and a tone at the start); what is not said or not allowed stays as kept. */
export function settingsFrom(query: URLSearchParams, kept: Partial<Settings>): Settings {
  const before = { ...usual, ...allowed(kept) }
  const sound = query.get('sound')
  return {
    ...before,
    ...allowed({
      language: query.get('lang'),
      distance: Number(query.get('distance') ?? NaN),
      diagonal: Number(query.get('diagonal') ?? NaN),
      sound: sound === 'on' || sound === 'test' ? true : sound === 'off' ? false : null
    })
  }
}

type Given = { [Key in keyof Settings]?: unknown }

/** What was kept may be from another version, or from another hand: only what is allowed is taken. */
function allowed({ language, distance, diagonal, sound }: Given): Partial<Settings> {
  return {
    ...((language === 'en' || language === 'fr') && { language }),
    ...(within(distance, 1, 20) && { distance }),
    ...(within(diagonal, 10, 200) && { diagonal }),
    ...(typeof sound === 'boolean' && { sound })
  }
}

const within = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most
