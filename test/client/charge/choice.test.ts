import { describe, expect, it } from 'vitest'
import { Choice } from '../../../client/charge/choice.svelte.ts'

describe('what is chosen on a form', () => {
  it('is the row until something is chosen, and stays chosen when the row changes', () => {
    let row = 'q15'
    const choice = new Choice(() => row)
    row = 'q30'
    expect([choice.value, choice.overtaken]).toEqual(['q30', false])
    choice.value = 'q60'
    expect([choice.value, choice.overtaken]).toEqual(['q60', false])
    row = 'one-to-one'
    expect([choice.value, choice.overtaken]).toEqual(['q60', true])
  })

  it('is not overtaken by its own outcome, and follows the row again once it is recorded', () => {
    let row = 'q15'
    const choice = new Choice(() => row)
    choice.value = 'q30'
    row = 'q30'
    expect(choice.overtaken).toBe(false)
    choice.forget()
    row = 'q60'
    expect([choice.value, choice.overtaken]).toEqual(['q60', false])
  })
})
