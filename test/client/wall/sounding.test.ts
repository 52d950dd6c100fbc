/** The voice of a wall, on an audio context that counts its pulses instead of sounding them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Sounding } from '../../../client/wall/sounding.svelte.ts'
import type { Cue } from '../../../client/wall/cue.ts'
import { give, takeBack } from '../browser.ts'

const param = { value: 0, setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }
const node = { gain: param, frequency: param, connect: (to: unknown) => to, setPeriodicWave: () => undefined }

let armed: boolean
let pulses: number
let change: () => void

class CountingContext {
  readonly currentTime = 0
  readonly destination = node
  get state(): string {
    return armed ? 'running' : 'suspended'
  }
  resume(): Promise<void> {
    return Promise.resolve()
  }
  addEventListener(_type: string, changed: () => void): void {
    change = changed
  }
  createPeriodicWave(): object {
    return {}
  }
  createGain(): object {
    return node
  }
  createOscillator(): object {
    return { ...node, start: () => pulses++, stop: () => undefined }
  }
}

const high: Cue = { voice: 'high', every: 10, key: 'one' }

beforeEach(() => {
  ;[armed, pulses] = [true, 0]
  vi.useFakeTimers()
  give('AudioContext', CountingContext)
  give('addEventListener', () => undefined)
})
afterEach(() => {
  takeBack()
  vi.useRealTimers()
})

describe('the voice of a wall', () => {
  it('X-9 repeats what nobody has answered every 10 s, until nothing is to be heard', () => {
    const sounding = new Sounding(true)
    expect(sounding.told).toBe('ready')
    sounding.say(high)
    expect([pulses, sounding.told]).toEqual([10, 'playing'])
    vi.advanceTimersByTime(20_000)
    expect(pulses).toBe(30)
    sounding.say(null)
    vi.advanceTimersByTime(60_000)
    expect([pulses, sounding.told]).toEqual([30, 'ready'])
  })

  it('X-9 is muted for what is heard now, not for what is new', () => {
    const sounding = new Sounding(true)
    sounding.mute()
    expect(sounding.told).toBe('ready')
    sounding.say(high)
    sounding.mute()
    vi.advanceTimersByTime(30_000)
    expect([pulses, sounding.state, sounding.told]).toEqual([10, 'muted', 'muted'])
    sounding.say({ ...high })
    expect(sounding.state).toBe('muted')
    sounding.say({ ...high, key: 'two' })
    expect([pulses, sounding.told]).toEqual([20, 'playing'])
  })

  it('X-9 can be heard again after it was muted', () => {
    const sounding = new Sounding(true)
    sounding.say(high)
    sounding.mute()
    sounding.mute()
    expect([pulses, sounding.told]).toEqual([20, 'playing'])
  })

  it('X-9 says that it is not armed, and begins with what is to be heard once it is', () => {
    armed = false
    const sounding = new Sounding(true)
    sounding.say(high)
    expect([pulses, sounding.state, sounding.told]).toEqual([0, 'blocked', 'blocked'])
    armed = true
    change()
    expect([pulses, sounding.told]).toEqual([10, 'playing'])
  })

  it('plays a tone to try it, once armed and never over an alert', () => {
    armed = false
    const sounding = new Sounding(true, true)
    armed = true
    change()
    expect([pulses, sounding.state, sounding.told]).toEqual([1, 'testing', 'ready'])
    vi.advanceTimersByTime(5_000)
    expect(sounding.state).toBe('on')
    sounding.say(high)
    sounding.test()
    expect([pulses, sounding.state]).toEqual([11, 'on'])
  })

  it('says that it is off where it was set so', () => {
    const sounding = new Sounding(false)
    sounding.say(high)
    sounding.test()
    expect([pulses, sounding.state, sounding.told]).toEqual([0, 'off', 'off'])
  })
})
