import type { Context } from '../context';
import { Forbidden } from '../errors';
import { type Mutation, mayAct } from '../policy/acts';

/**
 * The party in whose name the viewer does this.
 * @throws Forbidden when the viewer may not do it, whatever it is done to
 */
export function actor({ viewer }: Context, mutation: Mutation): string {
  if (!viewer.partyId) throw new Forbidden(SIGN_IN, 'UNAUTHENTICATED');
  if (!mayAct(viewer, mutation)) throw new Forbidden(NOT_YOURS);
  return viewer.partyId;
}

const SIGN_IN = {
  en: 'Sign in to do this.',
  nl: 'Log in om dit te doen.',
};
const NOT_YOURS = {
  en: 'Your account may not do this. Ask a colleague with another function, or the Jeugdautoriteit. See Viewer.functions for yours.',
  nl: 'Uw account mag dit niet doen. Vraag een collega met een andere functie, of de Jeugdautoriteit. Zie Viewer.functions voor die van u.',
};
