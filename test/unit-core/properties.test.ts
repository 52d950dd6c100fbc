import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { isOver } from '../../shared/alerts/alert.ts'
import { intervalOf } from '../../shared/census/stay.ts'
import { dueOf } from '../../shared/check-ins/check-in.ts'
import { isHere } from '../../shared/groups/is-here.ts'
import { applyDelta, deltaBetween } from '../../shared/protocol/difference.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { isRefused, refusals } from '../../shared/refusal.ts'
import { evolve, initial, view, type UnitState } from '../../shared/unit.ts'
import { Board, clock, minute, type Asked } from '../support/given.ts'
import { histories, play } from './histories.ts'

const runs = { numRuns: 40 }
const fold = (journal: readonly Recorded[], from: UnitState = initial) => journal.reduce(evolve, from)

describe('any history', { timeout: 120_000 }, () => {
  it('W-1 turns each view into the next by its difference, for every audience', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const audience of audiences) {
          let held = view(initial, audience)
          play(history, board => {
            const rows = view(board.state, audience)
            const delta = deltaBetween(held, rows)
            if (delta) held = applyDelta(held, JSON.parse(JSON.stringify(delta)) as typeof delta) ?? held
            expect(held).toEqual(rows)
          })
        }
      }),
      { numRuns: 15 }
    )
  })

  it('W-4 is folded from a stored snapshot and the rest as from the start', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, cut) => {
        const { journal, state } = play(history)
        const at = cut % journal.length
        const stored = JSON.parse(JSON.stringify(fold(journal.slice(0, at)))) as UnitState
        const rest = JSON.parse(JSON.stringify(journal.slice(at))) as Recorded[]
        expect(fold(rest, stored)).toEqual(state)
        expect(JSON.stringify(view(fold(rest, stored), 'charge'))).toBe(JSON.stringify(view(state, 'charge')))
      }),
      runs
    )
  })

  it('W-8 is of events, never none, or of refusals of the closed list', () => {
    fc.assert(
      fc.property(histories, history => {
        play(history, (_, decision) => {
          if (isRefused(decision)) expect(Object.keys(refusals)).toContain(decision.refusal)
          else expect(decision.length).toBeGreaterThan(0)
        })
      }),
      runs
    )
  })

  it('W-8 refuses without changing anything', () => {
    fc.assert(
      fc.property(histories, history => {
        const board = play(history)
        const before = board.state
        const decision = board.ask({ type: 'alert.arrive', alert: 'finger-lifted-unknown' })
        expect(decision).toMatchObject({ refusal: 'alert-unknown' })
        expect(board.state).toBe(before)
      }),
      { numRuns: 5 }
    )
  })

  it('W-9 owes nothing twice', () => {
    fc.assert(
      fc.property(histories, history => {
        const board = play(history)
        const later = board.at + 45 * minute
        for (let owed = board.owed(later)[0]; owed; owed = board.owed(later)[0]) {
          const circumstances = { by: clock, now: later, id: owed.id }
          expect(board.ask(owed.command as Asked, circumstances)).not.toHaveProperty('refusal')
          const before = board.state
          expect(
            board.ask(owed.command as Asked, { ...circumstances, id: `${owed.id}:again` })
          ).toHaveProperty('refusal')
          expect(board.state).toBe(before)
        }
      }),
      runs
    )
  })

  it('R-1 never lets anybody wait longer than their interval', () => {
    fc.assert(
      fc.property(histories, history => {
        play(history, ({ state, at }) => {
          for (const round of Object.values(state.checkIns.rounds)) {
            const due = dueOf(round)
            const interval = intervalOf[round.level]
            if (due === null || interval === null) continue
            expect(due).toBeLessThanOrEqual(round.from + interval * minute)
            expect(round.from).toBeLessThanOrEqual(at)
          }
        })
      }),
      runs
    )
  })

  it('G-15 never has anybody in two running meetings', () => {
    fc.assert(
      fc.property(histories, history => {
        play(history, ({ state }) => {
          const sitting = Object.values(state.groups.meetings)
            .filter(meeting => meeting.situation.is === 'running')
            .flatMap(({ roster }) =>
              Object.entries(roster).filter(([, { attendance }]) => isHere(attendance))
            )
            .map(([stay]) => stay)
          expect(new Set(sitting).size).toBe(sitting.length)
        })
      }),
      runs
    )
  })

  it('A-19 never loses an alert that nobody has closed', () => {
    fc.assert(
      fc.property(histories, history => {
        const { journal, state } = play(history)
        const ended = journal.flatMap(({ event }) =>
          /^alert\.(closed|cancelled|merged)$/.test(event.type) ? [event] : []
        )
        const over = new Set(ended.map(event => (event as unknown as { alert: string }).alert))
        for (const { event } of journal) {
          if (event.type !== 'alert.raised') continue
          const { alert } = event as unknown as { alert: string }
          if (!over.has(alert)) expect(Object.keys(state.alerts.alerts)).toContain(alert)
        }
      }),
      runs
    )
  })

  it('A-34 never takes back that somebody was told of an alert', () => {
    fc.assert(
      fc.property(histories, history => {
        const before = new Map<string, readonly unknown[]>()
        play(history, ({ state }) => {
          for (const { id, notices } of Object.values(state.alerts.alerts)) {
            const known = before.get(id) ?? []
            expect(notices.slice(0, known.length)).toEqual(known)
            before.set(id, notices)
          }
        })
      }),
      runs
    )
  })

  it('A-32, A-57 never has two who lead, nor an alert that is over while somebody is restrained', () => {
    fc.assert(
      fc.property(histories, history => {
        play(history, ({ state }) => {
          for (const alert of Object.values(state.alerts.alerts)) {
            const leads = Object.values(alert.responders).filter(({ role }) => role === 'lead')
            expect(leads.length).toBeLessThan(2)
            if (isOver(alert)) expect(alert.restraints.every(({ released }) => released)).toBe(true)
          }
        })
      }),
      runs
    )
  })

  it('C-2, C-3 never has two in one bed or under one alias', () => {
    fc.assert(
      fc.property(histories, history => {
        const stays = Object.values(play(history).state.census.stays)
        const beds = stays.flatMap(({ bed }) => (bed === null ? [] : [bed]))
        expect(new Set(beds).size).toBe(beds.length)
        expect(new Set(stays.map(stay => stay.person.alias.toLowerCase())).size).toBe(stays.length)
      }),
      runs
    )
  })
})

describe('histories', { timeout: 60_000 }, () => {
  it('W-8 are not all refused', () => {
    let recorded = 0
    const types = new Set<string>()
    fc.assert(
      fc.property(histories, history => {
        const board = new Board()
        for (const { event } of play(history).journal) types.add(event.type)
        recorded += play(history).journal.length - board.journal.length
      }),
      { numRuns: 30, seed: 7 }
    )
    expect(recorded).toBeGreaterThan(30 * 45)
    expect(types.size).toBeGreaterThan(30)
  })
})
