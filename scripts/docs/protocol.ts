import { z } from 'zod'
import { permitted } from '../../server/access/permit.ts'
import { audiences } from '../../shared/audience.ts'
import { farewells } from '../../shared/protocol/farewell.ts'
import { down } from '../../shared/protocol/down.ts'
import { up } from '../../shared/protocol/up.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { refusals } from '../../shared/refusal.ts'
import { commands } from '../../shared/unit.ts'

/** The wire, field by field, made from the schemas that both sides parse with. */
export const path = 'docs/protocol.md'

export function text(): string {
  return [
    intro(),
    '## Up: what a screen sends\n',
    messages(up),
    '`hello` is acknowledged with one of',
    fenced(
      `{ok: true, snapshot: {position, now, rows}}
{ok: true, deltas: [[seq, steps, put, drop?], ...], position, now}
{ok: false, refusal, says: {ids, instants and counts}}`
    ),
    '`submit` is acknowledged with one of',
    fenced(
      `{outcome: "recorded", position, repeated}
{outcome: "refused", refusal, says: {ids, instants and counts}}`
    ),
    'No acknowledgement in time is neither: send the same `id` (a UUID) again.\n',
    '## Down: what the server sends unasked\n',
    messages(down),
    '## Farewells\n',
    table(['reason', 'come again'], Object.entries(farewells).map(row => row.map(code))),
    '## Commands\n',
    'The fields of a `submit` beside its `id`, and who may submit it. Whether it can be done is for the unit to say.\n',
    ...Object.entries(commands).map(([type, schema]) => command(type, schema)),
    '## Refusals\n',
    '`then` is what a screen does: `tell` the person and keep what was entered; `look` again, for what they saw has ' +
      'changed; `sign-in`; or `update` the page.\n',
    table(['refusal', 'then'], Object.entries(refusals).map(([name, { then }]) => [code(name), code(then)]))
  ].join('\n')
}

const intro = (): string => `# The wire

Made from the schemas by \`npm run docs\`; do not edit. Version ${protocolVersion}.

Socket.IO at the path \`/live\`, WebSocket only. Who asks is known from the handshake: the cookie of a sign-in, or the
token of a display. A screen says \`hello\` for one unit and one audience (${audiences.map(code).join(', ')}) and gets a
snapshot, or the deltas since the position it names; from then on deltas, and a beacon every second.

\`position\` is \`{epoch, seq}\`: the life of the unit's journal, and the number of the last event in it. Rows are keyed by
slice and id; \`shared/rows.ts\` lists the slices, and each slice's \`view.ts\` its rows. Times are milliseconds since 1970
by the journal's clock.

A delta says only what changed, by JSON Pointers (RFC 6901) into the rows:

    42["delta",44,3,{"/places/yard/name/en":"Yard"},["/stays/s1"]]

You stood at 41 (\`seq - steps\`) and stand at 44 after; the English name of the place \`yard\` is now \`Yard\`, with all else
of it as it was; the stay \`s1\` is gone. \`put\` sets the value at a pointer, whole; what it leads
through is there. \`steps\` is below 0 where another node's count was ahead at the same rows, and \`put\` is \`{}\` then. The
epoch is not said again: a delta is of the one that its connection was told last, by the answer to \`hello\` or by a
beacon. A screen that stands anywhere else, or in another epoch, takes nothing of it and asks with \`hello\` and its
position; one whose rows it does not fit asks without a position. \`shared/protocol/take-delta.ts\` does all of this.
`

const code = (words: string): string => `\`${words}\``
const fenced = (words: string): string => `\n\`\`\`\n${words}\n\`\`\`\n`

function table(heads: string[], rows: string[][]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  return lines.join('\n') + '\n'
}

function messages(schemas: Record<string, z.ZodType>): string {
  return Object.entries(schemas)
    .map(([name, schema]) => `### ${code(name)}\n\n${fields(schema)}`)
    .join('\n')
}

function command(type: string, schema: z.ZodType): string {
  const who = permitted[type as keyof typeof permitted].join(', ')
  return `### ${code(type)}\n\nMay: ${who}.\n\n${fields(schema)}`
}

interface Shape {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  items?: Shape | false
  /** of a message with places instead of names */
  prefixItems?: Shape[]
  title?: string
  properties?: Record<string, Shape>
  additionalProperties?: Shape | boolean
  required?: string[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}

function fields(schema: z.ZodType): string {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  if (shape.prefixItems) return places(shape.prefixItems, shape.minItems ?? 0)
  const rows = Object.entries(shape.properties ?? {}).map(([name, field]) => {
    const needed = shape.required?.includes(name) ? 'yes' : 'no'
    return [code(name), said(field), needed]
  })
  return table(['field', 'what it holds', 'needed'], rows)
}

/** What an event carries one after the other; the titles are only for people. */
function places(shapes: Shape[], least: number): string {
  const rows = shapes.map((shape, i) => [`${i + 1}, ${code(shape.title ?? '')}`, said(shape), i < least ? 'yes' : 'no'])
  return table(['place', 'what it holds', 'needed'], rows)
}

/** A shape in words short enough for a table. */
function said(shape: Shape): string {
  if (shape.const !== undefined) return code(String(shape.const))
  if (shape.enum) return shape.enum.map(word => code(String(word))).join(', ')
  if (shape.anyOf) return [...new Set(shape.anyOf.map(said))].join(' or ')
  if (shape.type === 'array') return `list${bounds(shape.minItems, shape.maxItems)} of: ${said(shape.items || {})}`
  if (Object.keys(shape.properties ?? {}).length > 0) return `{${Object.entries(shape.properties ?? {}).map(inner(shape)).join('; ')}}`
  if (shape.type === 'object') return `by name: ${said(openShape(shape))}`
  if (shape.type === 'string') return `text${bounds(shape.minLength, shape.maxLength, ' characters')}`
  if (shape.type === 'integer' || shape.type === 'number') return number(shape)
  return shape.type ?? 'anything'
}

const inner =
  (shape: Shape) =>
  ([name, field]: [string, Shape]): string =>
    `${code(name + (shape.required?.includes(name) ? '' : '?'))}: ${said(field)}`

/** What stands under any name. A row's own fields are the slice's, and not the wire's to say. */
const openShape = ({ additionalProperties }: Shape): Shape =>
  typeof additionalProperties === 'object' && 'type' in additionalProperties ? additionalProperties : { type: 'fields' }

function number(shape: Shape): string {
  const least = shape.minimum ?? (shape.exclusiveMinimum === undefined ? undefined : shape.exclusiveMinimum + 1)
  const most = shape.maximum === Number.MAX_SAFE_INTEGER ? undefined : shape.maximum
  return `whole number${bounds(least === Number.MIN_SAFE_INTEGER ? undefined : least, most)}`
}

function bounds(least?: number, most?: number, of = ''): string {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return ` from ${least}${of}`
  return ` ${least ?? 0} to ${most}${of}`
}
