import { Forbidden, type Sentence } from '../errors';

/** Why a caller is not let in. None says more about a token than its holder already knows. */
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
  account: {
    en: 'There is no active account for this token. Ask the administrator of the Jeugdautoriteit.',
    nl: 'Er is geen actief account bij dit token. Vraag de beheerder van de Jeugdautoriteit.',
  },
} as const satisfies Record<string, Sentence>;

/** The caller says who it is, and is not believed. */
export function unauthenticated(reason: keyof typeof SENTENCES): Forbidden {
  return new Forbidden(SENTENCES[reason], 'UNAUTHENTICATED');
}
