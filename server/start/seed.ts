/** What a board knows from its first start on: the file that it was given, or the made-up units of the demo. */
import type { UnitId } from '../../shared/ids.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { loadUnit } from '../unit-file/load.ts'
import type { UnitFile } from '../unit-file/schema.ts'
import { loaded, said, wouldChange } from '../unit-file/words.ts'
import type { Board } from './board.ts'
import { examples } from './examples.ts'
import { readUnitFile } from './read-unit-file.ts'

/** Throws a SetUpFault that names every mistake of the file. */
export async function loadGiven(board: Board, path: string, tell: (line: string) => void): Promise<void> {
  const { file, findings } = readUnitFile(path, Date.now())
  for (const finding of findings) tell(said(path, finding))
  if (!file) throw new SetUpFault(`The unit file ${path} has mistakes; nothing was changed.`)
  const { journal, node } = board
  const loading = await loadUnit(file, { journal, units: node.units }, changes => {
    tell(wouldChange(file, changes))
    return Promise.resolve(true)
  })
  if (loading) tell(loaded(file, loading))
}

/**
 * The demo's units that this board has: seeded now where nothing was set up, or where DEMO is on. All are named before
 * the first is loaded, and each is loaded in one append: one that is named and empty is still owed, after a kill too.
 */
export async function seedDemo(board: Board, { demo }: Pick<Config, 'demo'>, log: Log): Promise<UnitFile[]> {
  if (demo === 'off') return []
  const { journal, node } = board
  const files = examples(Date.now())
  const known = (await board.units()).map(({ id }) => id)
  const named = demo === 'on' || known.length === 0 ? files.map(({ id }) => id) : await journal.units()
  const wanted = files.filter(({ id }) => named.includes(id) && !known.includes(id))
  for (const { id } of wanted) await journal.register(id)
  for (const file of wanted) {
    await loadUnit(file, { journal, units: node.units }, () => Promise.resolve(true))
    log('unit.loaded', { unit: file.id })
  }
  const now = new Set<UnitId>((await board.units()).map(({ id }) => id))
  return files.filter(({ id }) => now.has(id))
}
