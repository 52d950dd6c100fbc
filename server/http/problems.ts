/** Everything that a request can be told instead of an answer: its status, and words for people in both languages. */
import type { Bilingual } from '../../shared/bilingual.ts'

interface Kind {
  status: number
  title: Bilingual
  /** what happened, and what to do; `{minutes}` and the like are filled in */
  detail: Bilingual
}

export const problems = {
  'not-understood': {
    status: 400,
    title: { en: 'Not understood', fr: 'Demande non comprise' },
    detail: {
      en: 'The request does not have the form that is expected here. Nothing was changed.',
      fr: 'La demande n’a pas la forme attendue ici. Rien n’a été changé.'
    }
  },
  'not-signed-in': {
    status: 401,
    title: { en: 'Not signed in', fr: 'Non connecté' },
    detail: {
      en: 'Nobody is signed in here, or the sign-in has ended. Sign in and try again.',
      fr: 'Personne n’est connecté ici, ou la connexion a pris fin. Connectez-vous et recommencez.'
    }
  },
  'sign-in-refused': {
    status: 401,
    title: { en: 'Sign-in refused', fr: 'Connexion refusée' },
    detail: {
      en: 'The unit, the member and the PIN do not go together. Check them and try again.',
      fr: 'L’unité, le membre et le NIP ne vont pas ensemble. Vérifiez-les et recommencez.'
    }
  },
  'not-permitted': {
    status: 403,
    title: { en: 'Not permitted', fr: 'Non permis' },
    detail: {
      en: 'Your role does not allow this. Ask somebody whose role does.',
      fr: 'Votre rôle ne le permet pas. Demandez à quelqu’un dont le rôle le permet.'
    }
  },
  'other-origin': {
    status: 403,
    title: { en: 'From another site', fr: 'Venu d’un autre site' },
    detail: {
      en: 'The request came from a page of another site. Open the board by its own address.',
      fr: 'La demande vient d’une page d’un autre site. Ouvrez le tableau par sa propre adresse.'
    }
  },
  'not-found': {
    status: 404,
    title: { en: 'Not found', fr: 'Introuvable' },
    detail: {
      en: 'There is nothing at this address. Check it.',
      fr: 'Il n’y a rien à cette adresse. Vérifiez-la.'
    }
  },
  'no-such-record': {
    status: 404,
    title: { en: 'No such record', fr: 'Aucun dossier de ce nom' },
    detail: {
      en: 'The unit knows no alert by this address. It keeps 92 days, and 500 alerts at most. Check the address, or look in the list.',
      fr: 'L’unité ne connaît aucune alerte à cette adresse. Elle garde 92 jours, et 500 alertes au plus. Vérifiez l’adresse, ou cherchez dans la liste.'
    }
  },
  'wrong-method': {
    status: 405,
    title: { en: 'Not like this', fr: 'Pas de cette façon' },
    detail: {
      en: 'This address is asked in another way: {allowed}.',
      fr: 'Cette adresse se demande autrement : {allowed}.'
    }
  },
  'too-large': {
    status: 413,
    title: { en: 'Too large', fr: 'Trop grand' },
    detail: {
      en: 'The request is larger than anything that is expected here. Nothing was changed.',
      fr: 'La demande est plus grande que tout ce qui est attendu ici. Rien n’a été changé.'
    }
  },
  'too-many-attempts': {
    status: 429,
    title: { en: 'Too many attempts', fr: 'Trop d’essais' },
    detail: {
      en: 'There were too many attempts to sign in. Try again in {minutes} min.',
      fr: 'Il y a eu trop d’essais de connexion. Recommencez dans {minutes} min.'
    }
  },
  fault: {
    status: 500,
    title: { en: 'The board failed', fr: 'Le tableau a failli' },
    detail: {
      en: 'Something went wrong in the server. Try again; if it stays so, tell whoever runs the board.',
      fr: 'Un problème est survenu dans le serveur. Recommencez ; s’il persiste, avisez qui gère le tableau.'
    }
  },
  'cannot-record': {
    status: 503,
    title: { en: 'Cannot record now', fr: 'Enregistrement impossible' },
    detail: {
      en: 'The board does not reach its journal. Try again in a moment; until then, work without it.',
      fr: 'Le tableau ne joint pas son journal. Recommencez dans un instant ; d’ici là, travaillez sans lui.'
    }
  },
  'not-built': {
    status: 503,
    title: { en: 'The screens are not built', fr: 'Les écrans ne sont pas construits' },
    detail: {
      en: 'The server runs, but its screens were never built. Start it with npm start.',
      fr: 'Le serveur tourne, mais ses écrans n’ont jamais été construits. Démarrez-le par npm start.'
    }
  }
} as const satisfies Record<string, Kind>

export type ProblemName = keyof typeof problems
