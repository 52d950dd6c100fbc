import { mount, type Component } from 'svelte'
import { language } from '../../../client/ui/language.svelte.ts'
import { leftOff } from '../../../client/wall/left-off.ts'
import { StillBoard } from './still-board.svelte.ts'
import type { Still } from './still.ts'

// One line a screen. Each brings its own stylesheet, as its real entry does.
const found = import.meta.glob<{ default: Component<Record<string, unknown>> }>(
  '../../../client/screens/*.svelte'
)

declare global {
  interface Window {
    still: Still
    board: StillBoard
    /** what a wall would tell the board that it has no room for */
    leftOff: typeof leftOff
  }
}

const { still } = window
language.set(still.language)
document.documentElement.dataset['theme'] = still.theme
document.body.className = still.screen === 'Wall' ? 'wall' : ''
window.leftOff = leftOff
window.board = new StillBoard(still)
const load = found[`../../../client/screens/${still.screen}.svelte`]
if (!load) throw new Error(`no screen ${still.screen}`)
const { default: screen } = await load()
const target = document.getElementById('screen')
if (target) mount(screen, { target, props: { board: window.board, ...still.props } })
await document.fonts.ready
// What a screen fetches later is a part of its picture.
while (document.querySelector('.later:not(.failed)')) await new Promise(requestAnimationFrame)
document.documentElement.dataset['painted'] = 'yes'
