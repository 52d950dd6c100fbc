/** Where things stand in a JSON text, so that a mistake can be named by line and column. */

export interface Place {
  /** both from 1 */
  line: number
  column: number
}

export type Path = readonly PropertyKey[]

export interface Located {
  /** where the value at that path begins, or the nearest that holds it */
  at(path: Path): Place
  /** paths of keys that their object has twice */
  twice: { path: Path; place: Place }[]
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

interface Frame {
  path: PropertyKey[]
  /** the next element of an array, or the keys of an object so far */
  index: number | null
  keys: Set<string>
  key: string | null
}

/** `text` must be valid JSON. */
export function locate(text: string): Located {
  const starts = lineStarts(text)
  const places = new Map<string, Place>()
  const twice: Located['twice'] = []
  const frames: Frame[] = []
  for (const { 0: word, index } of text.matchAll(token)) {
    const frame = frames.at(-1)
    const place = placeOf(starts, index)
    if (word === '}' || word === ']') frames.pop()
    else if (word === ',') next(frame)
    else if (word === ':') continue
    else if (frame && frame.index === null && frame.key === null) {
      frame.key = JSON.parse(word) as string
      if (frame.keys.has(frame.key)) twice.push({ path: [...frame.path, frame.key], place })
      frame.keys.add(frame.key)
    } else {
      const path = frame ? [...frame.path, frame.index ?? frame.key ?? ''] : []
      places.set(nameOf(path), place)
      if (word === '{' || word === '[') frames.push(frameAt(path, word))
    }
  }
  return { at: path => nearest(places, path), twice }
}

const frameAt = (path: PropertyKey[], word: string): Frame => {
  return { path, index: word === '[' ? 0 : null, keys: new Set(), key: null }
}

function next(frame: Frame | undefined): void {
  if (!frame) return
  if (frame.index === null) frame.key = null
  else frame.index++
}

function nearest(places: Map<string, Place>, path: Path): Place {
  for (let length = path.length; length >= 0; length--) {
    const place = places.get(nameOf(path.slice(0, length)))
    if (place) return place
  }
  return { line: 1, column: 1 }
}

/** As people write it: `people[3].bed`. */
export function nameOf(path: Path): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

function placeOf(starts: number[], offset: number): Place {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** Of an offset into any text. */
export const placeIn = (text: string, offset: number): Place => placeOf(lineStarts(text), offset)
