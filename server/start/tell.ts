/** What is printed once the board is up: where its screens are, and how to sign in to the demo. */
import { networkInterfaces } from 'node:os'
import type { Config } from '../config.ts'
import type { UnitSummary } from '../http/schemas.ts'
import type { UnitFile } from '../unit-file/schema.ts'
import { isPin } from '../access/pins.ts'
import type { Board } from './board.ts'

export async function tellWhere(board: Board, config: Config, demo: UnitFile[]): Promise<string> {
  const origins = originsOf(config.host, board.port)
  const units = await board.units()
  const parts = [
    'The milieu board is up. It is a secondary means: keep your nurse-call and duress systems.',
    [addresses('Tablet', origins, '/'), addresses('Charge', origins, '/charge')].join('\n')
  ]
  for (const unit of units) parts.push(await unitPart(board, unit, origins))
  for (const file of demo) parts.push(await membersPart(board, file))
  if (units.length === 0)
    parts.push('No unit yet: npm run unit -- load FILE makes one (docs/examples shows how).')
  return `\n${parts.join('\n\n')}\n`
}

async function unitPart(
  { access }: Board,
  { id, name, synthetic }: UnitSummary,
  origins: string[]
): Promise<string> {
  const marked = synthetic ? ' - demo, everything in it is made up / essai, tout y est inventé' : ''
  const station = await access.displays.token(id, 'wall', 'station')
  const entrance = await access.displays.token(id, 'wall-public', 'entrance')
  return [
    `${name} (${id})${marked}`,
    addresses('Wall, for staff', origins, `/wall#${station}`),
    addresses('Wall, for visitors', origins, `/wall#${entrance}`)
  ].join('\n')
}

function addresses(screen: string, origins: string[], path: string): string {
  return origins.map((origin, i) => `  ${(i === 0 ? screen : '').padEnd(19)}${origin}${path}`).join('\n')
}

/** This machine first, then every address by which others reach it. */
function originsOf(host: string, port: number): string[] {
  const every = host === '0.0.0.0' || host === '::'
  const hosts = every ? ['localhost', ...lan()] : [host.includes(':') ? `[${host}]` : host]
  return hosts.map(one => `http://${one}:${port}`)
}

function lan(): string[] {
  return Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** One of each, who is on shift if anybody is, and whose PIN is still the one of the file. */
const shown = ['charge', 'nurse', 'counselor', 'administrator'] as const

async function membersPart({ node }: Board, file: UnitFile): Promise<string> {
  const { staff } = await node.units.with(file.id, host => host.state)
  const lines: string[] = []
  for (const role of shown) {
    const fitting = file.members.filter(({ roles }) => roles.at(-1) === role)
    const member = fitting.find(({ onShift }) => onShift) ?? fitting[0]
    if (!member?.pin || !(await isPin(staff.members[member.id]?.pinHash ?? null, member.pin))) continue
    const { id, pin, name, roles } = member
    lines.push(`  ${id.padEnd(9)} PIN ${pin.padEnd(6)}${name}, ${roles.join(', ')}`)
  }
  return [`Sign in to ${file.name} as (others: docs/examples/${file.id}.json)`, ...lines].join('\n')
}
