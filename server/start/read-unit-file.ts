import { readFileSync } from 'node:fs'
import { localDate } from '../../shared/staff/credential.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { check, type Checked } from '../unit-file/check.ts'

/** Throws a SetUpFault where there is no such file. Credentials are judged by today's date, `now` in milliseconds. */
export function readUnitFile(path: string, now: number): Checked {
  return check(textOf(path), localDate(now, Temporal.Now.timeZoneId()))
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : (code ?? 'it cannot be read')
    throw new SetUpFault(`The unit file ${path} cannot be read: ${why}.`)
  }
}
