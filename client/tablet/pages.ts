/** What the round does without: fetched once it stands, so that it opens at once, and also without a network. */
export const pages = {
  sheet: () => import('./RoundSheet.svelte'),
  late: () => import('./CameLate.svelte'),
  letGo: () => import('../watching/LetGo.svelte'),
  refused: () => import('./RefusedEntry.svelte'),
  unit: () => import('./Unit.svelte'),
  meeting: () => import('./Meeting.svelte'),
  resolve: () => import('./Resolve.svelte'),
  owed: () => import('./OwedAlert.svelte'),
  todo: () => import('../follow-ups/Todo.svelte'),
  restraint: () => import('./OwedRestraint.svelte'),
  withdrawal: () => import('../withdrawal/Withdrawal.svelte')
} as const

/** Asks for all of them, one after the other; what does not come is asked for again when it is shown. */
export async function fetchPages(): Promise<void> {
  for (const page of Object.values(pages)) await page().catch(() => undefined)
}
