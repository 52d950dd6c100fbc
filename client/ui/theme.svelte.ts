/** Light of this screen: chosen here, else night when the system asks for dark or the unit's own clock says night. */
export const themes = ['auto', 'day', 'night', 'contrast'] as const
export type Theme = (typeof themes)[number]

const nightFrom = 21
const nightUntil = 7

/** `hour`: of the unit's local time, null while not known. */
export function themeFor(choice: Theme, hour: number | null, dark: boolean): Exclude<Theme, 'auto'> {
  if (choice !== 'auto') return choice
  const night = dark || (hour !== null && (hour >= nightFrom || hour < nightUntil))
  return night ? 'night' : 'day'
}

const key = 'milieu:theme'

class ScreenTheme {
  #choice = $state<Theme>(stored())

  get choice(): Theme {
    return this.#choice
  }

  choose(choice: Theme): void {
    this.#choice = choice
    try {
      localStorage.setItem(key, choice)
    } catch {
      return
    }
  }

  paint(hour: number | null): void {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches
    document.documentElement.dataset['theme'] = themeFor(this.#choice, hour, dark)
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
