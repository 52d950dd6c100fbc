/** How alerts sound, rendered by Chromium's own Web Audio, off line. */
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from '@playwright/test'
import type { burst as Burst } from '../../client/ui/sound.ts'

const rate = 8000

test.beforeEach(async ({ page }) => {
  const source = stripTypeScriptTypes(await readFile('client/ui/sound.ts', 'utf8'))
  await page.route('http://sound.test/**', route =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ body: source, contentType: 'text/javascript' })
      : route.fulfill({ body: '<!doctype html><title>sound</title>', contentType: 'text/html' })
  )
  await page.goto('http://sound.test/')
})

interface Heard {
  /** start and end of each pulse, seconds */
  pulses: [number, number][]
  peak: number
  ends: number
}

for (const { priority, count } of [
  { priority: 'high', count: 10 },
  { priority: 'medium', count: 3 },
  { priority: 'low', count: 2 },
  { priority: 'late', count: 1 },
  { priority: 'test', count: 1 }
] as const) {
  test(`${priority} sounds as ${count} pulses`, async ({ page }) => {
    const heard = await page.evaluate(
      async ([priority, rate]) => {
        const { burst } = (await import('http://sound.test/sound.js' as string)) as { burst: typeof Burst }
        const context = new OfflineAudioContext(1, rate * 5, rate)
        const ends = burst(context, priority, 0)
        const samples = (await context.startRendering()).getChannelData(0)
        const pulses: [number, number][] = []
        const window = rate / 100
        for (let i = 0; i < samples.length; i += window) {
          const loud = samples.slice(i, i + window).some(sample => Math.abs(sample) > 0.01)
          const last = pulses.at(-1)
          const [from, until] = [i / rate, (i + window) / rate]
          if (loud && last && from - last[1] < 0.011) last[1] = until
          else if (loud) pulses.push([from, until])
        }
        return {
          pulses,
          peak: samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
          ends
        } as Heard
      },
      [priority, rate] as const
    )
    expect(heard.pulses).toHaveLength(count)
    expect(heard.peak).toBeGreaterThan(0.2)
    expect(heard.peak).toBeLessThanOrEqual(1)
    expect(heard.pulses.at(-1)?.[1] ?? 0).toBeCloseTo(heard.ends, 1)
    expect(heard.ends).toBeLessThan(5)
  })
}

test('high is louder than medium, and medium than low; a half volume is half as loud', async ({ page }) => {
  const [high, medium, low, half] = await page.evaluate(async rate => {
    const { burst } = (await import('http://sound.test/sound.js' as string)) as { burst: typeof Burst }
    const peak = async (priority: 'high' | 'medium' | 'low', volume: number): Promise<number> => {
      const context = new OfflineAudioContext(1, rate * 4, rate)
      burst(context, priority, 0, volume)
      const samples = (await context.startRendering()).getChannelData(0)
      return samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    }
    return Promise.all([peak('high', 1), peak('medium', 1), peak('low', 1), peak('high', 0.5)])
  }, rate)
  expect(high).toBeGreaterThan(medium ?? 1)
  expect(medium).toBeGreaterThan(low ?? 1)
  expect((half ?? 0) / (high ?? 1)).toBeCloseTo(0.5, 1)
})
