import { describe, expect, it } from 'vitest'
import { leadsInside, mayBeCalled } from '../../server/access/push-address.ts'

const services = ['https://fcm.googleapis.example/fcm/send/x', 'https://web.push.example:8443/x']
const elsewhere = [
  'http://push.example/x',
  'ftp://push.example/x',
  'https://user:password@push.example/x',
  'https://10.0.0.7/x',
  'https://192.168.1.1/x',
  'https://169.254.169.254/latest/meta-data',
  'https://8.8.8.8/x',
  'https://127.0.0.2/x',
  'https://[fd00::1]/x',
  'https://[::ffff:127.0.0.1]/x',
  'https://nurses/x',
  'https://board.localhost/x',
  'https://localhost./x',
  'https://printer.local/x',
  'https://metadata.google.internal/x',
  'not an address'
]
const here = [
  'http://127.0.0.1:9/x',
  'http://localhost:9/x',
  'https://[::1]/x',
  'https://localhost/x',
  'https://0x7f.1/x'
]

describe('a push service', () => {
  it.each(services)('B-14 is called at %s', endpoint => {
    expect([mayBeCalled(endpoint, false), mayBeCalled(endpoint, true)]).toEqual([true, true])
  })

  it.each(elsewhere)('B-14 is not at %s', endpoint => {
    expect([mayBeCalled(endpoint, false), mayBeCalled(endpoint, true)]).toEqual([false, false])
  })

  it.each(here)('B-14 is at %s only where that was switched on', endpoint => {
    expect([mayBeCalled(endpoint, false), mayBeCalled(endpoint, true)]).toEqual([false, true])
  })

  it('B-14 is not inside this network, whatever it is called', async () => {
    const inside = [
      'localhost',
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.0.9',
      '100.64.0.1',
      '169.254.1.1'
    ]
    for (const host of inside) expect([host, await leadsInside(`https://${host}/x`)]).toEqual([host, true])
    for (const host of ['8.8.8.8', '172.32.0.1']) expect(await leadsInside(`https://${host}/x`)).toBe(false)
  })
})
