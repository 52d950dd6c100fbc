import { describe, expect, it } from 'vitest'
import { faultOf, within } from '../../server/journal/fault.ts'

describe('a fault of the journal', () => {
  it('J-13 comes when there is no answer within the limit', async () => {
    const never = new Promise(() => undefined)
    await expect(within(20, never)).rejects.toMatchObject({ name: 'JournalFault', code: 'late' })
  })

  it('J-13 is told apart by what failed', () => {
    const refused = Object.assign(new Error('OOM command not allowed'), { name: 'ReplyError' })
    expect(faultOf(refused)).toMatchObject({ code: 'reply', message: 'OOM command not allowed' })
    expect(faultOf(new Error('Command timed out'))).toMatchObject({ code: 'late' })
    expect(faultOf(new Error('Connection is closed.'))).toMatchObject({ code: 'link' })
  })

  it('J-15 leaves out the arguments of a command', () => {
    const error = new Error("ERR unknown command 'FOO', with args beginning with: 'a name'")
    expect(faultOf(error).message).toBe("ERR unknown command 'FOO'")
  })
})
