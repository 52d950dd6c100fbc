/** What a process has used, as Linux tells it under /proc. */
import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory, kilobytes. */
export function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

/** Processor time so far of all its threads, milliseconds, to the nanosecond: ticks of 10 ms are too coarse here. */
export function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce((sum, thread) => sum + ranFor(pid, thread), 0) / 1e6
}

/** Nanoseconds; a thread that ended between the listing and now counts nothing. */
function ranFor(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
