import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/http/app.ts'
import { createMetrics } from '../../server/http/metrics.ts'
import { openApi } from '../../server/http/openapi.ts'
import { withRedis } from '../support/redis.ts'
import { withBoard } from './board.ts'

const redis = withRedis()
const board = withBoard(redis)

/** What Express keeps of routers inside routers. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  slash: boolean
  match(path: string): { path: string } | null | undefined
}

/** Each route below a router as `get /api/units/{unit}`. */
function routesIn(stack: readonly Layer[], under = ''): string[] {
  return stack.flatMap(layer => {
    const { route, handle } = layer
    if (!route) return handle.stack ? routesIn(handle.stack, under + mountOf(layer)) : []
    const path = `${under}${route.path}`.replace(/:(\w+)/g, '{$1}')
    const methods = Object.keys(route.methods).filter(method => method !== '_all')
    return methods.map(method => `${method} ${path}`)
  })
}

function mountOf(layer: Layer): string {
  if (layer.slash) return ''
  const mount = layer.match('/api/somewhere')?.path
  if (mount === undefined) throw new Error('a router stands elsewhere than at the root or at /api')
  return mount
}

function registered(): string[] {
  const { access } = board.board
  const never = () => Promise.reject(new Error('nobody asks'))
  const app = createApp({
    ...{ access, units: never, probe: never, origins: [], version: '0.0.0', log: () => undefined },
    records: { journal: board.board.journal, standing: never },
    push: { wants: never, turn: never },
    metrics: createMetrics(() => ({ screens: {}, age: 0, units: 0, waiting: 0, letters: {} })),
    client: join(redis.folder, 'nothing')
  })
  return routesIn((app.router as unknown as { stack: Layer[] }).stack)
}

function documented(): string[] {
  const { paths } = openApi('0.0.0') as { paths: Record<string, object> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`)
  )
}

describe('the OpenAPI document', () => {
  it('H-17 has every route that is registered, by each method, and no other', () => {
    const found = registered()
    expect(found).toContain('delete /api/push')
    expect(documented().sort()).toEqual(found.sort())
  })
})
