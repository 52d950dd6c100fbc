/** Light of this screen: chosen here, else night when the system asks for dark or the unit's own clock says night. */
export const themes = ['auto', 'day', 'night', 'contrast'] as const
export type Theme = (typeof themes)[number]
type Light = Exclude<Theme, 'auto'>

const nightFrom = 21
const nightUntil = 7

/** `hour`: of the unit's local time, null while not known; then `last`, what this device showed last, stays. */
export function themeFor(
  choice: Theme,
  hour: number | null,
  dark: boolean,
  last: Light | null = null
): Light {
  if (choice !== 'auto') return choice
  if (hour === null && !dark && last) return last
  const night = dark || (hour !== null && (hour >= nightFrom || hour < nightUntil))
  return night ? 'night' : 'day'
}

const key = 'milieu:theme'
const paintedKey = 'milieu:painted'

class ScreenTheme {
  #choice = $state<Theme>(stored())

  get choice(): Theme {
    return this.#choice
  }

  choose(choice: Theme): void {
    this.#choice = choice
    keep(key, choice)
  }

  /** While the hour is not known (locked, signing in) the last light stays: nobody is dazzled at two in the morning. */
  paint(hour: number | null): void {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches
    const light = themeFor(this.#choice, hour, dark, painted())
    document.documentElement.dataset['theme'] = light
    if (hour !== null && this.#choice === 'auto') keep(paintedKey, light)
  }
}

/** What was last painted on this device by the unit's clock. */
function painted(): Light | null {
  try {
    const kept = localStorage.getItem(paintedKey)
    return themes.find((known): known is Light => known === kept && known !== 'auto') ?? null
  } catch {
    return null
  }
}

function keep(where: string, light: Theme): void {
  try {
    localStorage.setItem(where, light)
  } catch {
    return
  }
}

function stored(): Theme {
  try {
    const kept = localStorage.getItem(key)
    return themes.find(known => known === kept) ?? 'auto'
  } catch {
    return 'auto'
  }
}

export const theme = new ScreenTheme()
