/** What has been typed of a PIN, and what the next key makes of it. Digits only; kept in memory, never stored. */
export type PinKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'back' | 'clear'

export const pinShortest = 4
export const pinLongest = 12

export function typed(pin: string, key: PinKey): string {
  if (key === 'clear') return ''
  if (key === 'back') return pin.slice(0, -1)
  return pin.length < pinLongest ? pin + key : pin
}

export const mayTry = (pin: string): boolean => pin.length >= pinShortest

/** A key of the keyboard, as the pad knows it; null when the pad has none like it. */
export function pinKeyOf(key: string): PinKey | 'enter' | null {
  if (/^[0-9]$/.test(key)) return key as PinKey
  if (key === 'Backspace') return 'back'
  if (key === 'Escape' || key === 'Delete') return 'clear'
  return key === 'Enter' ? 'enter' : null
}
