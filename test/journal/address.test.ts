import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'

describe('J-18 the address of Redis', () => {
  it.each([
    ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
    ['unix:///run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
    ['unix:/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
    ['redis://localhost', { kind: 'server', host: 'localhost', port: 6379 }],
    ['redis://redis:6380/2', { kind: 'server', host: 'redis', port: 6380, db: 2 }],
    ['redis://[::1]:7000', { kind: 'server', host: '::1', port: 7000 }],
    [
      'rediss://board:p%40ss@redis.example',
      { kind: 'server', host: 'redis.example', port: 6379, username: 'board', password: 'p@ss', tls: true }
    ],
    ['redis://:secret@redis', { kind: 'server', host: 'redis', port: 6379, password: 'secret' }],
    [
      'redis+sentinel://one,two:26380/board/1',
      {
        kind: 'sentinel',
        master: 'board',
        db: 1,
        hosts: [
          { host: 'one', port: 26379 },
          { host: 'two', port: 26380 }
        ]
      }
    ],
    [
      'redis+cluster://one:7000,two',
      {
        kind: 'cluster',
        hosts: [
          { host: 'one', port: 7000 },
          { host: 'two', port: 6379 }
        ]
      }
    ]
  ])('J-18 reads %s', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
  })

  it.each([
    '',
    'localhost:6379',
    'http://redis',
    'redis://',
    'redis://one,two',
    'redis://redis:99999',
    'redis://redis/x'
  ])('J-18 refuses %j', text => {
    expect(() => parseAddress(text)).toThrow(RangeError)
  })

  it('J-18 refuses Sentinels without the name of the master', () => {
    expect(() => parseAddress('redis+sentinel://one:26379')).toThrow(/name of the master/)
  })

  it('J-18 says what is wrong without saying the password', () => {
    expect(() => parseAddress('redis://:hunter2@one,two')).toThrow(/^(?!.*hunter2)/)
    expect(() => parseAddress('redis://:hunter2@redis:6379/x y')).toThrow(/^(?!.*hunter2)/)
    expect(() => parseAddress('redis://:hunter2/@redis:6379')).toThrow(/^(?!.*hunter2)/)
    expect(() => parseAddress('redis://h/:hunter2@redis:6379')).toThrow(/^(?!.*hunter2)/)
  })
})
