/** Dragging with a mouse, a pen or a finger. A tap stays a tap; what is dragged is dropped on its counterpart. */
import type { Attachment } from 'svelte/attachments'
import type { Move, Picked } from './move.svelte.ts'

const slack = 6

export interface DragMarks {
  /** where the pointer is, in pixels of the window; null when nothing is dragged */
  at: { x: number; y: number } | null
}

export function draggable(move: Move, marks: DragMarks, picked: Picked): Attachment<HTMLElement> {
  return element => {
    let began: { x: number; y: number } | null = null

    function down(event: PointerEvent) {
      const finger = event.pointerType === 'touch'
      const onGrip = (event.target as Element).closest('.grip, [data-meeting]') !== null
      if (event.button === 0 && (!finger || onGrip)) began = { x: event.clientX, y: event.clientY }
    }

    function go(event: PointerEvent) {
      if (!began) return
      const { clientX: x, clientY: y } = event
      if (!move.dragging) {
        if (Math.hypot(x - began.x, y - began.y) < slack) return
        element.setPointerCapture(event.pointerId)
        move.pick(picked)
        move.dragging = true
      }
      marks.at = { x, y }
      move.over(counterpart(picked, document.elementFromPoint(x, y)))
    }

    function up() {
      if (move.dragging) {
        // The click that follows a drag is not a tap.
        element.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => element.removeEventListener('click', swallow, { capture: true }), 0)
        drop(move)
      }
      began = null
      marks.at = null
    }

    function cancel() {
      began = null
      marks.at = null
      if (move.dragging) move.putBack()
    }

    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', go)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', cancel)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', go)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', cancel)
    }
  }
}

/** Given at once where nothing breaks; where something deserves a thought, it stays open to be confirmed. */
function drop(move: Move): void {
  move.dragging = false
  const { preview } = move
  if (!preview) move.putBack()
  else if (preview.stops.length + preview.against.length + preview.warnings.length === 0) move.give()
}

function counterpart(picked: Picked, under: Element | null): string | null {
  const kind = picked.is === 'member' ? 'meeting' : 'member'
  return under?.closest<HTMLElement>(`[data-${kind}]`)?.dataset[kind] ?? null
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
