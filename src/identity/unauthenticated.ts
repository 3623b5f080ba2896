import { Forbidden, type Sentence } from '../errors';

/** Why a caller is not believed. None says more about a token than its holder already knows. */
const SENTENCES = {
  malformed: {
    en: 'The Authorization header must be given once, as "Bearer" and a token.',
    nl: 'Geef de Authorization-header één keer mee, als "Bearer" met een token.',
  },
  invalid: {
    en: 'The token is not valid here. Sign in again, or leave out the Authorization header.',
    nl: 'Het token is hier niet geldig. Meld u opnieuw aan, of laat de Authorization-header weg.',
  },
  expired: {
    en: 'The token has expired. Sign in again.',
    nl: 'Het token is verlopen. Meld u opnieuw aan.',
  },
  early: {
    en: 'The token is not valid yet. Check the clock of the computer that issued it.',
    nl: 'Het token is nog niet geldig. Controleer de klok van de computer die het uitgaf.',
  },
  session: {
    en: 'Your session has ended. Sign in again.',
    nl: 'Uw sessie is afgelopen. Meld u opnieuw aan.',
  },
  attempt: {
    en: 'This sign-in cannot be finished: it was begun in another browser, took too long, or was finished already. Begin again.',
    nl: 'Deze aanmelding is niet af te maken: zij is in een andere browser begonnen, duurde te lang, of is al afgemaakt. Begin opnieuw.',
  },
  refused: {
    en: 'The identity provider did not sign you in, or said so in a way that is not believed here. Begin again.',
    nl: 'De identiteitsverstrekker heeft u niet aangemeld, of zei dat op een manier die hier niet geldt. Begin opnieuw.',
  },
  account: {
    en: 'There is no active account for this token. Ask the administrator of the Jeugdautoriteit.',
    nl: 'Er is geen actief account bij dit token. Vraag de beheerder van de Jeugdautoriteit.',
  },
} as const satisfies Record<string, Sentence>;

/** The caller says who it is, and is not believed. */
export function unauthenticated(reason: keyof typeof SENTENCES): Forbidden {
  return new Forbidden(SENTENCES[reason], 'UNAUTHENTICATED');
}
