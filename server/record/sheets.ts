/** What is looked back on, as lines of a table: field by field, and never who. */
import {
  byKind,
  byShift,
  listed,
  type Figures,
  type ShiftName,
  type Spread
} from '../../shared/alerts/figures.ts'
import type { PastAlertRow } from '../../shared/alerts/view.ts'
import type { Language } from '../../shared/bilingual.ts'
import type { Rows } from '../../shared/rows.ts'
import { alertKindWords, alertSituationWords, priorityWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import type { Cell } from './csv.ts'

/** In whose words, and by which clock. */
export interface Reading {
  language: Language
  timeZone: string
}

type Line = readonly Cell[]

const secondsOf = (milliseconds: number | null): number | null =>
  milliseconds === null ? null : milliseconds / 1000

/** Drills and the rest, newest first, as the page has them; each with how many seconds after it was raised. */
export function alertLines(past: readonly PastAlertRow[], places: Rows['places'], reading: Reading): Line[] {
  const all = [...listed(past, false), ...listed(past, true)]
  return [alertHead(reading.language), ...all.map(one => alertLine(one, places, reading))]
}

function alertHead(locale: Language): Line {
  const words = [
    ...[m.record_csv_alert, m.record_kind, m.record_csv_priority, m.record_where],
    ...[m.record_csv_raised, m.record_csv_raised_utc],
    ...[m.record_csv_answered, m.record_csv_on_scene, m.record_csv_resolved],
    ...[m.record_csv_ended, m.record_csv_times, m.record_drill, m.record_silent]
  ]
  return words.map(word => word({}, { locale }))
}

function alertLine(one: PastAlertRow, places: Rows['places'], { language, timeZone }: Reading): Line {
  const { id, kind, priority, place, raisedAt, answered, onScene, resolved, ended, merged, drill, silent } =
    one
  const locale = { locale: language }
  const where = place === null ? undefined : places[place]?.name[language]
  return [
    ...[id, alertKindWords[kind]({}, locale), priorityWords[priority]({}, locale)],
    ...[where ?? m.record_no_place({}, locale), localTime(raisedAt, timeZone), utc(raisedAt)],
    ...[secondsOf(answered), secondsOf(onScene), secondsOf(resolved)],
    ...[alertSituationWords[ended]({}, locale), 1 + merged, yes(drill, language), yes(silent, language)]
  ]
}

/** By kind and by shift, first of alerts and then of drills. Empty where there are too few values to tell. */
export function figureLines(past: readonly PastAlertRow[], { language, timeZone }: Reading): Line[] {
  const locale = { locale: language }
  const groups = [false, true].flatMap(drill => {
    const all = listed(past, drill)
    const kinds = byKind(all).map(figures => ({
      by: m.record_kind,
      name: alertKindWords[figures.of],
      figures
    }))
    const shifts = byShift(all, timeZone).map(figures => ({
      ...{ by: m.record_shift, name: shiftWords[figures.of], figures }
    }))
    return [...kinds, ...shifts].map(group => ({ ...group, drill }))
  })
  const lines = groups.map(({ by, name, figures, drill }): Line => {
    return [by({}, locale), name({}, locale), yes(drill, language), ...figureCells(figures)]
  })
  return [figureHead(language), ...lines]
}

const shiftWords = {
  day: m.record_shift_day,
  evening: m.record_shift_evening,
  night: m.record_shift_night
} as const satisfies Record<ShiftName, unknown>

function figureHead(locale: Language): Line {
  const said = { locale }
  const columns = [m.record_csv_answered, m.record_csv_on_scene, m.record_csv_resolved]
  const spread = columns.flatMap(column =>
    [m.record_count, m.record_median, m.record_high].map(
      word => `${column({}, said)} · ${word({}, said).toLocaleLowerCase(locale)}`
    )
  )
  const first = [m.record_csv_by, m.record_csv_which, m.record_drill, m.record_count]
  return [...first.map(word => word({}, said)), ...spread]
}

const figureCells = ({ count, answered, onScene, resolved }: Figures<string>): Cell[] => [
  count,
  ...[answered, onScene, resolved].flatMap(spreadCells)
]

const spreadCells = ({ count, median, high }: Spread): Cell[] => [count, secondsOf(median), secondsOf(high)]

const yes = (is: boolean, locale: Language): string =>
  is ? m.record_csv_yes({}, { locale }) : m.record_csv_no({}, { locale })

/** As spreadsheets know a moment: `2026-06-16 14:05:09`, by the unit's clock. */
function localTime(at: number, timeZone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return there.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}

const utc = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
