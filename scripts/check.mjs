/**
 * Everything that must hold, in the order in which a mistake is cheapest to find, stopping at the first step that
 * fails. `node scripts/check.mjs` runs all steps; `node scripts/check.mjs lint types` only those named.
 *
 * The last line is the sum of the tests, for whoever reads only that: "123 passed, 0 failed".
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = join(root, 'test-results')

const vitest = project => ['vitest', 'run', '--project', project, ...vitestReport(project)]
const vitestReport = name => ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`]
const reportOf = name => join(reports, `${name}.json`)

/** Each step: what it proves, its commands, and (where it counts tests) the runner that wrote its report. */
const steps = {
  lint: {
    proves: 'format and lint',
    commands: [
      ['prettier', '--check', '--log-level', 'warn', '.'],
      ['eslint', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint', '.'],
      ['knip', '--no-progress']
    ]
  },
  types: {
    proves: 'types, each side on its own',
    commands: [
      ['tsc', '-p', 'shared'],
      ['tsc', '-p', 'server'],
      ['tsc', '-p', 'test'],
      ['svelte-check', '--tsconfig', 'client/tsconfig.json', '--fail-on-warnings', '--output', 'human']
    ]
  },
  house: { proves: 'house rules', commands: [vitest('house')], counts: countVitest },
  unit: { proves: 'rules and pure parts', commands: [vitest('unit')], counts: countVitest },
  redis: { proves: 'real Redis', commands: [vitest('redis')], counts: countVitest },
  faults: { proves: 'kills and stalls', commands: [vitest('faults')], counts: countVitest },
  browser: {
    proves: 'real pages',
    commands: [['playwright', 'test', '--reporter=list,json']],
    counts: countPlaywright
  }
}

function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

function countPlaywright(report) {
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }
}

function run(command) {
  const [program, ...args] = command
  const env = {
    ...process.env,
    PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf('browser')
  }
  const done = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' })
  if (done.error) console.error(`Could not run ${program}: ${done.error.message}`)
  return done.status === 0
}

function count(name) {
  try {
    return steps[name].counts(JSON.parse(readFileSync(reportOf(name), 'utf8')))
  } catch {
    // A runner that died before it could write its report has failed at least once.
    return { passed: 0, failed: 1 }
  }
}

const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`

function main(names) {
  const began = performance.now()
  const total = { passed: 0, failed: 0 }
  let holds = true
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  for (const name of names) {
    const { proves, commands, counts } = steps[name]
    const stepBegan = performance.now()
    console.log(`\n=== ${name}: ${proves}`)
    // All of them, so that one run shows every mistake of the step.
    holds = commands.map(run).every(Boolean)
    if (counts) {
      const counted = count(name)
      total.passed += counted.passed
      total.failed += counted.failed
    }
    console.log(`=== ${name}: ${holds ? 'holds' : 'DOES NOT HOLD'} (${seconds(stepBegan)})`)
    if (!holds) break
  }
  console.log(
    `\n${holds ? 'All holds' : 'Stopped at the first step that does not hold'} after ${seconds(began)}.`
  )
  if (total.passed + total.failed > 0) console.log(`${total.passed} passed, ${total.failed} failed`)
  return holds ? 0 : 1
}

const asked = process.argv.slice(2)
const unknown = asked.find(name => !(name in steps))
if (unknown) {
  console.error(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`)
  process.exitCode = 2
} else {
  process.exitCode = main(asked.length > 0 ? asked : Object.keys(steps))
}
