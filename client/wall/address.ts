import type { Audience } from '../../shared/audience.ts'

export type WallAudience = Extract<Audience, 'wall' | 'wall-public'>

export interface DisplayAddress {
  unit: string
  audience: WallAudience
  /** what the server printed, whole; only the server can tell whether it is genuine */
  token: string
}

/**
 * Which unit a display shows, and to whom, from the part of its address after `#`: `<unit>~<audience>~...~<signature>`,
 * as the server prints it. Null when it is no display token. A fragment never reaches a log of requests.
 */
export function displayAddress(hash: string): DisplayAddress | null {
  const token = decoded(hash.replace(/^#/, ''))
  const [unit = '', audience = '', ...rest] = token.split('~')
  if (!unit || rest.length < 2 || (audience !== 'wall' && audience !== 'wall-public')) return null
  return { unit, audience, token }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
