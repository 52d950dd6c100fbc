/** Reads a unit file and names everything that is wrong with it, each with its path, line and column. */
import type { z } from 'zod'
import { crossCheck, type Remark } from './cross-check.ts'
import { faultIn } from './json-fault.ts'
import { locate, nameOf, placeIn, type Located, type Place } from './locate.ts'
import { UnitFile } from './schema.ts'

export interface Finding extends Place {
  is: Remark['is']
  /** such as `people[3].bed`; empty for the file as a whole */
  path: string
  says: string
}

/** `file` is null as soon as there is one mistake. */
export interface Checked {
  file: UnitFile | null
  findings: Finding[]
}

/** `today`: an ISO local date. Never throws. */
export function check(text: string, today: string): Checked {
  const source = text.replace(/^\uFEFF/, '')
  const json = parseJson(source)
  if ('says' in json) return { file: null, findings: [json] }
  const located = locate(source)
  const parsed = UnitFile.safeParse(json.value)
  const remarks = [
    ...located.twice.map(({ path }): Remark => ({ is: 'mistake', path, says: 'is there twice' })),
    ...(parsed.success ? crossCheck(parsed.data, today) : parsed.error.issues.flatMap(remarksOf))
  ]
  const findings = remarks.map(remark => findingOf(located, remark)).sort(byPlace)
  const sound = parsed.success && findings.every(({ is }) => is === 'warning')
  return { file: sound ? parsed.data : null, findings }
}

function parseJson(text: string): { value: unknown } | Finding {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    const offset = faultIn(text)
    const says =
      offset < text.length ? `is not JSON from ${JSON.stringify(text[offset])} on` : 'ends too early'
    return { is: 'mistake', path: '', says, ...placeIn(text, offset) }
  }
}

function remarksOf(issue: z.core.$ZodIssue): Remark[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ is: 'mistake', path: [...issue.path, key], says: 'is not known here' }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of the branches, the one that came furthest says most.
    const [deepest = []] = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))
    if (depthOf(deepest) > 0) {
      return deepest.flatMap(inner => remarksOf({ ...inner, path: [...issue.path, ...inner.path] }))
    }
  }
  return [{ is: 'mistake', path: issue.path, says: issue.message }]
}

const depthOf = (issues: z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))

function findingOf(located: Located, { is, path, says }: Remark): Finding {
  return { is, path: nameOf(path), says, ...located.at(path) }
}

const byPlace = (a: Finding, b: Finding): number => a.line - b.line || a.column - b.column
