/** Which language a screen speaks: what the member chose on this device, else the member's own, else the unit's. */
import type { Language } from '../../shared/bilingual.ts'
import type { Store } from './recents.ts'

const keyOf = (member: string | null): string => (member ? `milieu:language:${member}` : 'milieu:language')

export function chosenLanguage(store: Store, member: string | null): Language | null {
  try {
    const kept = store.getItem(keyOf(member))
    return kept === 'en' || kept === 'fr' ? kept : null
  } catch {
    return null
  }
}

/** Chosen where nobody was signed in, and nobody has signed in since. */
const atDoor = 'milieu:language:'

/** Who chose a language and then signed in goes on in it: from then on it is theirs on this device. */
export function takeFromDoor(store: Store, member: string): void {
  try {
    const chosen = store.getItem(atDoor)
    if (chosen !== 'en' && chosen !== 'fr') return
    store.setItem(keyOf(member), chosen)
    store.setItem(atDoor, '')
  } catch {
    return
  }
}

/** A choice is the member's, and the device's for whoever comes next and has none of their own. */
export function chooseLanguage(store: Store, member: string | null, language: Language): void {
  try {
    store.setItem(keyOf(member), language)
    store.setItem(keyOf(null), language)
    if (member === null) store.setItem(atDoor, language)
  } catch {
    return
  }
}
