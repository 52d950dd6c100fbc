import type { Painted } from '../../shared/protocol/painted.ts'
import { localHour } from '../ui/format.ts'
import { language } from '../ui/language.svelte.ts'
import { theme, themes } from '../ui/theme.svelte.ts'
import { leftOff } from './left-off.ts'
import { settingsFrom, type Settings } from './settings.ts'
import type { SoundState, WallDisplay } from './sheet.svelte.ts'
import { Sounding } from './sounding.svelte.ts'

const settingsKey = 'milieu:wall'
const coveredKey = 'milieu:wall-covered'

/** The device a wall hangs on: how it is set, its sound, and whether it is covered while visitors are here. */
export class Display implements WallDisplay {
  readonly settings: Settings
  readonly sounding: Sounding
  #covered = $state(kept(coveredKey) === true)

  constructor(query: URLSearchParams) {
    this.settings = settingsFrom(query, (kept(settingsKey) ?? {}) as Partial<Settings>)
    keep(settingsKey, this.settings)
    const choice = themes.find(known => known === query.get('theme'))
    if (choice) theme.choose(choice)
    this.sounding = new Sounding(this.settings.sound, query.get('sound') === 'test')
    const { style } = document.documentElement
    style.setProperty('--distance', String(this.settings.distance))
    style.setProperty('--diagonal', String(this.settings.diagonal))
  }

  get sound(): SoundState {
    return this.sounding.state
  }

  get covered(): boolean {
    return this.#covered
  }

  /** What it tells the board of itself, with each paint. */
  get report(): Omit<Painted, 'position'> {
    const left = leftOff(document)
    return { sound: this.sounding.told, covered: this.#covered, ...(left.length > 0 && { left }) }
  }

  /** A reload, or a cut of power, must not uncover what was covered. */
  cover(): void {
    this.#covered = !this.#covered
    keep(coveredKey, this.#covered)
  }

  /** `own`: the unit's language; `now` in milliseconds since 1970, null while nothing is known */
  paint(own: Settings['language'], now: number | null, zone: string): void {
    language.set(this.settings.language ?? own ?? 'en')
    theme.paint(now === null ? null : localHour(now, zone))
  }
}

function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
}
