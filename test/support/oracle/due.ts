import type { Sight } from './sight';
import type { Row } from './world';

const DAY_IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** Due before today, in the Netherlands, and not submitted. */
export const isMissing = (row: Row, see: Sight) =>
  row.submittedAt === null && String(row.dueOn) < DAY_IN_THE_NETHERLANDS.format(see.now);
