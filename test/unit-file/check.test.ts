import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, type Finding } from '../../server/unit-file/check.ts'
import { tells } from '../../server/unit-file/cross-check.ts'
import { unitFileJsonSchema } from '../../server/unit-file/schema.ts'

const today = '2026-06-16'

/** A right file, as its author would lay it out; each part may be written otherwise. */
function fileWith(
  parts: Partial<Record<'head' | 'places' | 'members' | 'groups' | 'people', string>> = {}
): string {
  const {
    head = '"timeZone": "America/Toronto"',
    places = '{ "id": "day-room", "name": "Day room", "kind": "day-room" }',
    members = '{ "id": "ada", "name": "Ada Synthetic", "roles": ["charge", "administrator"], "pin": "2718" }',
    groups = '',
    people = ''
  } = parts
  return `{
  "format": 1, "id": "unit-1", "name": "Unit 1", "kind": "inpatient", "population": "adult",
  "wordForPeople": "patient", ${head},
  "beds": ["1A", "1B"],
  "places": [${places}],
  "members": [${members}],
  "groups": [${groups}],
  "people": [
    ${people}
  ]
}`
}

const mistakes = (text: string): string[] =>
  check(text, today)
    .findings.filter(({ is }) => is === 'mistake')
    .map(({ path, says }) => `${path}: ${says}`)

const person = (fields: string): string =>
  `{ "id": "p1", "name": "Wanda Osei", "alias": "Mole 4", "level": "q15"${fields} }`

describe('a unit file', () => {
  it('F-2 that is right has no mistakes, and is read with the usual values', () => {
    const { file, findings } = check(fileWith({ people: person('') }), today)
    expect(findings).toEqual([])
    expect(file).toMatchObject({ language: 'en', synthetic: false, checkIns: { latePolicy: 'strict' } })
    expect(file?.alerts.ladder.map(({ minutes }) => minutes)).toEqual([0, 2, 5, 10])
  })

  it.each([
    ['{\n  "format": 1,\n  "id": oops\n}', 3, 9, 'is not JSON from "o" on'],
    ['{\n  "format": 1\n  "id": "x"\n}', 3, 3, 'is not JSON from "\\"" on'],
    ['{ "format": 1, }', 1, 16, 'is not JSON from "}" on'],
    ['{ "beds": [1, 2', 1, 16, 'ends too early'],
    ['{ "beds": [1 } ]', 1, 14, 'is not JSON from "}" on'],
    ['{} {}', 1, 4, 'is not JSON from "{" on'],
    ["{ 'a': 1 }", 1, 3, 'is not JSON from "\'" on'],
    ['{ "a" 1 }', 1, 7, 'is not JSON from "1" on'],
    ['', 1, 1, 'ends too early']
  ])('F-2 that is no JSON is told where it stops being one (%j)', (text, line, column, says) => {
    expect(check(text, today)).toEqual({
      file: null,
      findings: [{ is: 'mistake', path: '', line, column, says }]
    })
  })

  it('F-2 may begin with a byte order mark, as some editors write', () => {
    expect(check(`\uFEFF${fileWith()}`, today).file).not.toBeNull()
  })

  it('F-2 is told every mistake at once, each with its path, line and column, in the order of the file', () => {
    const text = fileWith({
      head: '"timeZone": "Mars/Olympus"',
      people: '{ "id": "p1", "name": "Wanda Osei", "alias": "Mole 4", "level": "q5", "wing": 2 }'
    })
    const { findings } = check(text.replace('"kind": "inpatient"', '"kind": "ward"'), today)
    expect(findings.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['kind', 2, 58],
      ['people[0].level', 9, 69],
      ['people[0].wing', 9, 83]
    ])
  })

  it('F-2 is told what a part may be instead', () => {
    expect(
      mistakes(fileWith({ people: '{ "id": "p", "name": "N N", "alias": "x", "level": "q5" }' }))[0]
    ).toContain('"q15"')
  })

  it('F-2 is told a key that stands there twice, of which JSON would quietly take the last', () => {
    expect(mistakes(fileWith({ people: person(', "level": "q60"') }))).toEqual([
      'people[0].level: is there twice'
    ])
  })
})

describe('what the parts of a unit file say about each other', () => {
  it.each<[string, string, string[]]>([
    ['a time zone that is none', fileWith({ head: '"timeZone": "Mars/Olympus"' }), ['timeZone']],
    [
      'two places with one id',
      fileWith({ places: '{"id":"a","name":"A","kind":"other"},{"id":"a","name":"B","kind":"other"}' }),
      ['places[1].id']
    ],
    [
      'nobody who is in charge, nobody who administers',
      fileWith({ members: '{"id":"a","name":"A","roles":["nurse"],"pin":"1234"}' }),
      ['members', 'members']
    ],
    [
      'a PIN and its hash',
      fileWith({
        members:
          '{"id":"a","name":"A","roles":["charge","administrator"],"pin":"1234","pinHash":"$argon2id$v=19$x"}'
      }),
      ['members[0].pinHash']
    ],
    [
      'a PIN of letters',
      fileWith({ members: '{"id":"a","name":"A","roles":["charge"],"pin":"abcd"}' }),
      ['members[0].pin']
    ],
    [
      'a place and members that a meeting needs and nobody knows',
      fileWith({
        groups:
          '{"id":"g","name":"G","kind":"skills","roster":["ghost"],"weekly":[{"days":["mon"],"at":"10:00","minutes":50,"place":"attic","facilitator":"ghost","coFacilitators":["ghost"]}]}'
      }),
      [
        'groups[0].roster[0]',
        'groups[0].weekly[0].place',
        'groups[0].weekly[0].facilitator',
        'groups[0].weekly[0].coFacilitators[0]'
      ]
    ],
    ['a bed that there is not', fileWith({ people: person(', "bed": "9Z"') }), ['people[0].bed']],
    ['a place that there is not', fileWith({ people: person(', "place": "attic"') }), ['people[0].place']],
    [
      'two people in one bed, with one alias and one id',
      fileWith({
        people: `${person(', "bed": "1A"')}, {"id":"p1","name":"Bruno Keller","alias":"MOLE 4","level":"q30","bed":"1A"}`
      }),
      ['people[1].id', 'people[1].alias', 'people[1].bed']
    ],
    [
      'a ladder of a kind that does not go up',
      fileWith({
        head: '"timeZone": "UTC", "alerts": {"ladders":{"fire":[{"minutes":5,"tells":"shift"},{"minutes":1,"tells":"charge"}]}}'
      }),
      ['alerts.ladders.fire[1].minutes']
    ],
    [
      'kinds that there are not',
      fileWith({ head: '"timeZone": "UTC", "alerts": {"ladders":{"flood":[]},"afterwards":{"party":9}}' }),
      ['alerts.ladders.flood', 'alerts.afterwards.party']
    ],
    [
      'a ladder that does not go up',
      fileWith({
        head: '"timeZone": "UTC", "alerts": {"ladder":[{"minutes":5,"tells":"shift"},{"minutes":5,"tells":"charge"}]}'
      }),
      ['alerts.ladder[1].minutes']
    ]
  ])('F-3 %s', (_, text, paths) => {
    expect(mistakes(text).map(mistake => mistake.split(': ')[0])).toEqual(paths)
  })

  it.each([
    ['Wanda', true],
    ['wanda 4', true],
    ['O. Osei', true],
    ['W.O.', true],
    ['WO 4', true],
    ['Mole 4', false],
    ['Wander 2', false]
  ])('F-4 the alias %s of Wanda Osei gives the name away: %s', (alias, gives) => {
    expect(tells(alias, ['Wanda Osei'])).toBe(gives)
  })

  it('F-4 an alias gives a name away also without its accents, or by the preferred name', () => {
    expect(tells('Zoe 3', ['Zoé Theriot'])).toBe(true)
    expect(tells('Ziggy 3', ['Zoé Theriot', 'Ziggy'])).toBe(true)
    expect(mistakes(fileWith({ people: person('').replace('Mole 4', 'Wanda 4') }))).toEqual([
      'people[0].alias: holds a part of the name: walls would show who this is'
    ])
    expect(mistakes(fileWith({ people: person('').replace('Mole 4', 'Wan-da 4') }))).toEqual([
      'people[0].alias: holds a part of the name: walls would show who this is'
    ])
    expect(mistakes(fileWith({ people: person('').replace('Mole 4', ' — ') }))).toEqual([
      'people[0].alias: needs a letter or a digit: walls would show nobody'
    ])
  })
})

describe('what is worth a word, and stops nothing', () => {
  const expired = '"credentials":[{"kind":"licensed","body":"LCSW","number":"1","expires":"2026-06-15"}]'
  const staffed = `{"id":"a","name":"A","roles":["charge","administrator"],${expired}}`
  const led =
    '{"id":"g","name":"G","kind":"process","leads":"licensed","weekly":[{"days":["mon"],"at":"10:00","minutes":50,"place":"day-room","facilitator":"a"}]}'

  it('F-5 a credential that has expired, who leads without one, and who has no PIN', () => {
    const { file, findings } = check(fileWith({ members: staffed, groups: led }), today)
    expect(file).not.toBeNull()
    expect(findings.map(({ is, path }) => `${is} ${path}`)).toEqual([
      'warning members[0]',
      'warning members[0].credentials[0].expires',
      'warning groups[0].weekly[0].facilitator'
    ])
  })

  it('F-5 a credential is in force through its last day', () => {
    const { findings } = check(fileWith({ members: staffed, groups: led }), '2026-06-15')
    expect(findings.map(({ path }) => path)).toEqual(['members[0]'])
  })
})

describe('what comes with the board', () => {
  const docs = new URL('../../docs/', import.meta.url)
  const names = readdirSync(new URL('examples/', docs)).filter(name => name.endsWith('.json'))
  const read = (name: string): string => readFileSync(new URL(name, docs), 'utf8')

  it('F-1 the JSON Schema in docs is the one of the program (npm run docs)', () => {
    expect(JSON.parse(read('unit-file.schema.json'))).toEqual(unitFileJsonSchema())
  })

  it.each(names)('F-11 %s is right, made up, and names the schema', name => {
    const { file, findings } = check(read(`examples/${name}`), today)
    expect(findings.filter((finding: Finding) => finding.is === 'mistake')).toEqual([])
    expect(file?.synthetic).toBe(true)
    expect(file?.$schema).toBe('../unit-file.schema.json')
    expect(`${file?.id}.json`).toBe(name)
  })

  it('F-11 what docs/unit-file.md shows is right in a unit file, and every part of one is said there', () => {
    const page = read('unit-file.md')
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as object
    const { file, findings } = check(
      JSON.stringify({ ...JSON.parse(read('examples/maple-house.json')), ...shown }),
      today
    )
    expect(findings.filter(({ is }) => is === 'mistake')).toEqual([])
    expect(file).toMatchObject(shown)
    const parts = Object.keys((unitFileJsonSchema() as { properties: object }).properties)
    for (const part of parts.filter(one => !['$schema', 'format', 'synthetic'].includes(one)))
      expect(page, part).toContain(`\`${part}\``)
  })

  it('F-11 the two examples are truly different, and one of them has a credential that expired', () => {
    const [community, ward] = names.sort().map(name => check(read(`examples/${name}`), '2026-11-22'))
    expect([community?.file?.kind, ward?.file?.kind]).toEqual(['therapeutic-community', 'inpatient'])
    expect([community?.file?.language, ward?.file?.language]).toEqual(['fr', 'en'])
    expect(community?.file?.people).toHaveLength(30)
    expect(ward?.file?.people).toHaveLength(28)
    expect(ward?.findings.map(({ says }) => says)).toEqual(['expired on 2026-05-31'])
  })
})
