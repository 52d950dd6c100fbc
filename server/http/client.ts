/** The built screens: `/wall` has a page of its own, every other address of a screen shares one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import sirv from 'sirv'
import { ProblemFault } from './problem.ts'

/** What vite names by its content never changes; the pages that name it are asked for anew each time. */
function cached(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

export function clientFrom(folder: string): RequestHandler {
  if (!existsSync(join(folder, 'index.html'))) return notBuilt
  return sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', cached(path))
  })
}

const notBuilt: RequestHandler = () => {
  throw new ProblemFault('not-built')
}
