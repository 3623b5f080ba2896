import type { Sight } from './sight';
import type { Row } from './world';

const DAY_IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** Due before today, in the Netherlands, and never submitted, so no correction either, by who still takes part. */
export function isMissing(row: Row, see: Sight): boolean {
  const today = DAY_IN_THE_NETHERLANDS.format(see.now);
  const ended = see.find('EwsDesignation', 'providerId', row.providerId)?.validTo ?? null;
  const hasLeft = ended !== null && String(ended) <= today;
  return row.version === 1 && row.submittedAt === null && String(row.dueOn) < today && !hasLeft;
}
