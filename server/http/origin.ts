import type { RequestHandler } from 'express'
import { ProblemFault } from './problem.ts'

/**
 * What changes something has to come from a page of ours. A browser always says from where; a program that is no
 * browser says nothing, and has no cookie that it was not given.
 */
export const fromOurPages: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers
  if (!['GET', 'HEAD'].includes(request.method) && origin !== undefined && hostOf(origin) !== host) {
    throw new ProblemFault('other-origin')
  }
  next()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
