/** Sheets that lie over the desk and leave the crisis button within reach of mouse, finger and keys. */
import './beside.css'

const isLost = () => document.activeElement === null || document.activeElement === document.body

/** Shown without being modal. Nothing under it takes focus; what is called out there is still heard. Escape closes it. */
export function beside(dialog: HTMLDialogElement): () => void {
  const opener = document.activeElement
  const covered = [...(dialog.parentElement?.children ?? [])].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one !== dialog && !one.inert && !one.matches('[role="alert"]')
  )
  dialog.show()
  for (const one of covered) one.inert = true
  document.addEventListener('keydown', onkeydown)

  function onkeydown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || dialog.inert || document.querySelector('dialog:modal')) return
    event.stopPropagation()
    dialog.close()
  }

  return () => {
    document.removeEventListener('keydown', onkeydown)
    for (const one of covered) one.inert = false
    if (isLost() && opener instanceof HTMLElement) opener.focus()
  }
}
