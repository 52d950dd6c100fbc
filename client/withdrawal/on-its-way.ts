import type { WatchId } from '../../shared/ids.ts'
import type { Sending } from '../live/sending.svelte.ts'

/** What was entered here about this watch and has no answer yet, of one kind or of any. */
export const onItsWay = (
  sendings: readonly Sending[],
  watch: WatchId,
  types: readonly string[] = ['withdrawal.score', 'withdrawal.correct']
): Sending | undefined =>
  sendings.find(({ fields, open }) => open && fields['watch'] === watch && types.includes(fields.type))
