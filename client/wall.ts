/** The entry of a display: `/wall#<display token>`. Reads its address, hears its board, paints. */
import { mount } from 'svelte'
import { Board } from './live/board.svelte.ts'
import Wall from './screens/Wall.svelte'
import WallUnaddressed from './screens/WallUnaddressed.svelte'
import { displayAddress } from './wall/address.ts'
import { Display } from './wall/display.svelte.ts'
import { keepAwake } from './wall/wake-lock.ts'
import { attend } from './wall/attend.svelte.ts'

const target = document.getElementById('screen') ?? document.body
const address = displayAddress(location.hash)
const display = new Display(new URLSearchParams(location.search))

if (address) {
  const { unit, audience, token } = address
  const board = new Board({ unit, audience, display: token, tells: () => display.report })
  attend(board, display)
  mount(Wall, { target, props: { board, audience, display } })
} else {
  display.paint(null, null, 'UTC')
  mount(WallUnaddressed, { target })
}
keepAwake()
// Another address in the same tab is another display: start anew.
addEventListener('hashchange', () => location.reload())
