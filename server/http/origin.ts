import type { RequestHandler } from 'express'
import { ownOrigin } from '../live/origin.ts'
import { ProblemFault } from './problem.ts'

/**
 * What changes something has to come from a page of ours, or of an origin that was named: the same as may open a live
 * connection.
 */
export function fromOurPages(origins: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) && !ownOrigin(request, origins)) {
      throw new ProblemFault('other-origin')
    }
    next()
  }
}
