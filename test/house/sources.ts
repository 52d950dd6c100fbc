import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const made = ['node_modules', 'compiled']

export interface Source {
  /** path from the root, with forward slashes */
  path: string
  text: string
}

export interface Import {
  /** path from the root for our own files, else the name of the package */
  from: string
  /** what is between `import` and `from` */
  clause: string
  typeOnly: boolean
}

/** Every file below the folder (a path from the root) with one of the endings. */
export function sourcesOf(folder: string, endings = ['.ts', '.svelte']): Source[] {
  const full = join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { withFileTypes: true })
    .filter(entry => !made.includes(entry.name))
    .flatMap(entry => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return sourcesOf(path, endings)
      return endings.some(ending => path.endsWith(ending)) ? [{ path, text: read(path) }] : []
    })
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The three sides that are handed to people. */
export const sides = (): Source[] => ['shared', 'server', 'client'].flatMap(side => sourcesOf(side))

/** All three and the tests. */
export const everything = (): Source[] => [...sides(), ...sourcesOf('test')]

export function importsOf({ path, text }: Source): Import[] {
  const found = text.matchAll(
    /\b(?:import|export)\s+(type\s+)?([\w\s{},*$]*?)(?:from\s+)?['"]([^'"\n]+)['"]/g
  )
  const dynamic = text.matchAll(/\bimport\(\s*()()['"]([^'"\n]+)['"]/g)
  return [...found, ...dynamic].map(([, typed, clause = '', from = '']) => ({
    from: from.startsWith('.') ? join(path, '..', from).replaceAll('\\', '/') : packageOf(from),
    clause,
    typeOnly: Boolean(typed)
  }))
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The text without its comments: a rule is about what runs, and a comment may say any word. */
export function code({ text }: Source): string {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '')
}

/** The words a name is made of, lower case: `checkInView` is check, in, view. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .map(word => word.toLowerCase())
}
