import { Forbidden } from '../errors';
import type { Viewer } from './viewer';

/** The refusal of a field: a caller who has not signed in is told to do that first. */
export function refusalOf(viewer: Viewer): Forbidden {
  return viewer.kind === 'ANONYMOUS' ? new Forbidden(SIGN_IN, 'UNAUTHENTICATED') : new Forbidden(NOT_YOURS);
}

const SIGN_IN = {
  en: 'Sign in to ask this. Send a bearer token with the request.',
  nl: 'Log in om dit te vragen. Stuur een bearer-token mee met het verzoek.',
};
const NOT_YOURS = {
  en: 'Your kind of organisation may not read this information. See Viewer.capabilities for what you may read.',
  nl: 'Uw soort organisatie mag deze informatie niet lezen. Zie Viewer.capabilities voor wat u mag lezen.',
};
