/**
 * Everything that must hold, in the order in which a mistake is cheapest to find, stopping at the first step that
 * fails. `node scripts/check.mjs` runs all steps; `node scripts/check.mjs lint types` only those named.
 *
 * The last line is the sum of the tests, for whoever reads only that: "123 passed, 0 failed".
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = join(root, 'test-results')

const reportOf = name => join(reports, `${name}.json`)
const vitest = name => ({
  reports: [reportOf(name)],
  counts: countVitest,
  commands: [
    [
      ...['vitest', 'run', '--project', name],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`]
    ]
  ]
})

/**
 * Each step: what it proves, its commands, and (where it counts tests) the reports that its runner writes. Commands that
 * only read may go on two at once; their output is still printed one after the other.
 */
const steps = {
  lint: {
    proves: 'format and lint',
    atOnce: 2,
    commands: [
      ['prettier', '--check', '--log-level', 'warn', '.'],
      ['eslint', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint', '.'],
      ['knip', '--no-progress']
    ]
  },
  types: {
    proves: 'types, each side on its own',
    atOnce: 2,
    commands: [
      ['svelte-check', '--tsconfig', 'client/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
      ['tsc', '-p', 'test'],
      ['tsc', '-p', 'server'],
      ['tsc', '-p', 'shared']
    ]
  },
  house: { proves: 'house rules', ...vitest('house') },
  unit: { proves: 'rules and pure parts', ...vitest('unit') },
  redis: { proves: 'real Redis', ...vitest('redis') },
  faults: { proves: 'kills and stalls', ...vitest('faults') },
  browser: {
    proves: 'real pages',
    // One after the other: what is timed to the pixel has the machine to itself.
    commands: ['pictures', 'story'].map(project => [
      ...['playwright', 'test', `--project=${project}`, '--reporter=list,json'],
      { PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(project) }
    ]),
    reports: ['pictures', 'story'].map(reportOf),
    counts: countPlaywright
  }
}

function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

function countPlaywright(report) {
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }
}

/** Runs a command in the root: what it printed (nothing where it printed for itself) and whether it held. */
function run(command, printsItself) {
  const own = command.find(part => typeof part === 'object') ?? {}
  const [program, ...args] = command.filter(part => typeof part === 'string')
  const env = {
    ...process.env,
    PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
    ...own
  }
  return new Promise(resolve => {
    const stdio = printsItself ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(program, args, { cwd: root, env, stdio })
    const printed = []
    child.stdout?.on('data', part => printed.push(part))
    child.stderr?.on('data', part => printed.push(part))
    child.on('error', fault => printed.push(Buffer.from(`Could not run ${program}: ${fault.message}\n`)))
    child.on('close', status => resolve({ printed: Buffer.concat(printed), holds: status === 0 }))
  })
}

/** All commands of a step, so that one run shows every mistake of it. Resolves with whether all held. */
async function runAll({ commands, atOnce = 1 }) {
  const waiting = commands.entries()
  const ended = []
  const worker = async () => {
    for (const [at, command] of waiting) ended[at] = await run(command, atOnce === 1)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  for (const { printed } of ended) process.stdout.write(printed)
  return ended.every(({ holds }) => holds)
}

function count({ reports: files, counts }) {
  const total = { passed: 0, failed: 0 }
  for (const file of files) {
    // A runner that died before it could write its report has failed at least once.
    let counted = { passed: 0, failed: 1 }
    if (existsSync(file)) counted = counts(JSON.parse(readFileSync(file, 'utf8')))
    total.passed += counted.passed
    total.failed += counted.failed
  }
  return total
}

const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`

async function main(names) {
  const began = performance.now()
  const total = { passed: 0, failed: 0 }
  let holds = true
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  for (const name of names) {
    const step = steps[name]
    const stepBegan = performance.now()
    console.log(`\n=== ${name}: ${step.proves}`)
    holds = await runAll(step)
    if (step.counts) {
      const counted = count(step)
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
  process.exitCode = await main(asked.length > 0 ? asked : Object.keys(steps))
}
