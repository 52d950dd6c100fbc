/** The loads that every server is put under. All times in milliseconds. */
import { BenchBoard } from './board.ts'
import { Crowd, patience } from './crowd.ts'
import { within } from './deadline.ts'
import { lanes, textOf } from './lanes.ts'
import { spreadOf, type Spread } from './measure.ts'
import type { Target } from './targets.ts'
import { cpuOf, residentOf } from './usage.ts'

/** `cpu`: of the server, µs a change and board. `bytes`: a change and board. `faults`: gaps and repeats that were seen */
export type Gentle = Spread & { cpu: number; bytes: number; faults: number }

/**
 * 20 changes a second, each measured from its sending until the last board holds it. `at`: the node that the boards are
 * at, where it is not the sender's.
 */
export async function gentle(
  target: Target,
  boards: number,
  [first, changes]: [number, number],
  at = target
): Promise<Gentle> {
  const crowd = await Crowd.join(at, boards)
  const sender = await joinSender(target)
  const times: number[] = []
  const cpu = cpuOf(target.pid)
  for (let n = first; n < first + changes; n++) {
    const began = performance.now()
    const held = crowd.holds([n])
    const missing = () => `change ${n - first + 1} of ${changes}: ${crowd.missing}`
    await within(
      patience,
      Promise.race([held, failure(sender.send(n, textOf(n), target.sender.sending))]),
      missing
    )
    times.push(performance.now() - began)
    await new Promise(resolve => setTimeout(resolve, Math.max(0, began + 50 - performance.now())))
  }
  const spent = cpuOf(target.pid) - cpu
  await Promise.all([crowd.leave(), sender.leave()])
  return {
    ...spreadOf(times),
    cpu: (spent / changes / boards) * 1000,
    bytes: crowd.sum(board => board.bytes) / boards / changes,
    faults: crowd.sum(board => board.gaps + board.repeats)
  }
}

/** One change in each lane, so that what it changes is there before anything is measured. */
export async function open(target: Target, first: number): Promise<void> {
  const sender = await joinSender(target)
  for (let n = first; n < first + lanes; n++) {
    await within(patience, sender.send(n, textOf(n), target.sender.sending), () => 'a change has no receipt')
  }
  await sender.leave()
}

/** One screen may send 200 at once and then 50 a second (L-11): so there are several, and none sends more than 150. */
const share = 150

/** Changes with 32 on their way at all times; over when every board holds the last of each lane. */
export async function busy(
  target: Target,
  boards: number,
  [first, changes]: [number, number]
): Promise<{ perSecond: number; faults: number }> {
  const crowd = await Crowd.join(target, boards)
  const count = Math.max(2, Math.ceil(changes / share))
  const senders = await Promise.all(Array.from({ length: count }, () => joinSender(target)))
  const last = Array.from({ length: lanes }, (_, k) => first + changes - 1 - k)
  let receipts = 0
  const lane = async (k: number): Promise<void> => {
    for (let n = first + k; n < first + changes; n += lanes) {
      await senders[n % count]?.send(n, textOf(n), target.sender.sending)
      receipts++
    }
  }
  const held = crowd.holds(last)
  const began = performance.now()
  const sent = Promise.all(Array.from({ length: lanes }, (_, k) => lane(k)))
  const missing = () => `${changes - receipts} of ${changes} changes have no receipt; ${crowd.missing}`
  await within(patience, Promise.all([sent, held]), missing, () => receipts + crowd.came)
  const took = performance.now() - began
  await Promise.all([crowd, ...senders].map(one => one.leave()))
  const faults = crowd.sum(board => board.repeats + (target.folds ? 0 : board.gaps))
  return { perSecond: (changes / took) * 1000, faults }
}

/** `resident`: memory of the server, KB a connection, at the first joining. `bytes`: of the answer to a greeting. */
export interface Storm {
  resident: number
  took: number
  bytes: number
  resumed?: { took: number; bytes: number }
}

/** Changes that boards miss before they come back and resume. */
const missed = 5

/** Everybody joins, is cut off, and all are back at once: first as strangers, then with the position they were at. */
export async function storm(target: Target, boards: number, first: number): Promise<Storm> {
  const before = residentOf(target.pid)
  const crowd = await Crowd.join(target, boards)
  const resident = (residentOf(target.pid) - before) / boards
  await crowd.leave()
  const anew = await timed(target, boards)
  if (!target.resumes) return { resident, ...anew.figures }
  const sender = await joinSender(target)
  for (let n = first; n < first + missed; n++) {
    await within(patience, sender.send(n, textOf(n), target.sender.sending), () => 'a change has no receipt')
  }
  await sender.leave()
  const back = await timed(target, boards, anew.positions)
  return { resident, ...anew.figures, resumed: back.figures }
}

async function timed(target: Target, boards: number, from?: (string | undefined)[]) {
  const began = performance.now()
  const crowd = await Crowd.join(target, boards, from)
  const took = performance.now() - began
  await crowd.leave()
  const positions = crowd.boards.map(board => board.position)
  return { positions, figures: { took, bytes: crowd.sum(board => board.welcome) / boards } }
}

function joinSender({ port, sender }: Target): Promise<BenchBoard> {
  return within(patience, BenchBoard.join(port, sender.dialect), () => 'a sender was not let in')
}

/** Ends only if `sent` fails. */
const failure = (sent: Promise<void>): Promise<never> =>
  new Promise((_, reject) => {
    sent.catch(reject)
  })
