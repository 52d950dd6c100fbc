import * as m from '../../shared/words/compiled/messages.js'
import type { LiveBoard } from '../live/live-board.ts'

/** What an empty list says: that nothing is there only once the board has told what is. */
export const emptySays = ({ position }: Pick<LiveBoard, 'position'>, none: () => string): string =>
  position === null ? m.tablet_waits_for_board() : none()
