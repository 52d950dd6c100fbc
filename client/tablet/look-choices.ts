/** What may be answered about somebody, in one order by day and night, on a check and on its correction. */
import type { Codes } from '../../shared/profile/codes.ts'
import { choices } from '../../shared/words/code-words.ts'
import { activityWords, presentationWords } from '../../shared/words/round-words.ts'
import { language } from '../ui/language.svelte.ts'

type Own = Codes | null | undefined

const usual: readonly string[] = [
  'sitting',
  'awake-in-bed',
  'eyes-closed',
  'pacing',
  'with-peers',
  'with-staff'
]
const rare: readonly string[] = ['unseen-stimuli', 'refused']

const rank = (value: string): number => (usual.includes(value) ? usual.indexOf(value) : usual.length)

/** The usual ones first: a finger finds them where they were. */
export const activitiesOf = (codes: Own) =>
  choices(activityWords, codes?.activities, language.current).sort((a, b) => rank(a.value) - rank(b.value))

/** The rare ones last. */
export const presentationsOf = (codes: Own) =>
  choices(presentationWords, codes?.presentations, language.current).sort(
    (a, b) => rare.indexOf(a.value) - rare.indexOf(b.value)
  )
