import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** Something that set-up cannot make true by itself. The message is the one line that somebody gets to read. */
export class Missing extends Error {}

/** One line of progress. */
export function say(line) {
  console.log(`set-up: ${line}`)
}

/** The path of a program on PATH, or undefined. */
export function onPath(program, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, program))
    .find(isProgram)
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Runs a program quietly, but never silently: a line every 15 seconds while it works. Resolves to its exit code and
 * everything it said.
 */
export function run(program, args, env = {}) {
  const began = Date.now()
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const beat = setInterval(() => say(`  still at it, ${Math.round((Date.now() - began) / 1000)} s`), 15_000)
  let output = ''
  child.stdout.on('data', chunk => (output += chunk))
  child.stderr.on('data', chunk => (output += chunk))
  return new Promise(resolve => {
    child.once('error', fault => end(127, fault.message))
    child.once('close', code => end(code ?? 1, output))
    function end(code, output) {
      clearInterval(beat)
      resolve({ code, output })
    }
  })
}

/** The line of what a program said that tells most: its first error in words, else its last line. */
export function lastWords(output) {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const worst = lines.find(line => /^(E:|npm error (?!code|errno|syscall|path))/.test(line))
  return worst ?? lines.at(-1) ?? 'it said nothing'
}
