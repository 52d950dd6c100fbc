import type { Language } from '../../shared/bilingual.ts'
import { overwriteGetLocale } from '../../shared/words/compiled/runtime.js'

/** The language of this screen. Every message reads it, so that a change repaints all words at once. */
class ScreenLanguage {
  #current = $state<Language>('en')

  get current(): Language {
    return this.#current
  }

  set(language: Language): void {
    this.#current = language
    document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en'
  }
}

export const language = new ScreenLanguage()
overwriteGetLocale(() => language.current)

/** What the unit itself named, in the language of this screen. */
export const named = (name: { en: string; fr: string } | undefined): string => name?.[language.current] ?? ''
