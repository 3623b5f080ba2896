import type { Context } from '../context';
import { mayAsk } from '../policy/grant';
import { refusalOf } from '../policy/refusal';

/**
 * The party of which the viewer may see drafts: its own, and nobody has another one to see. What is read in a transaction is
 * seen by the guard and by the database, but not by the planner: this stands in its place.
 * @throws Forbidden when the viewer may see no drafts, in the words of the guard
 */
export function ownParty({ viewer }: Context): string {
  if (viewer.partyId === null || !mayAsk(viewer, 'draft')) throw refusalOf(viewer);
  return viewer.partyId;
}
