import type { Row } from '../shape';
import type { Statement } from '../statement';

/** Due before today and not submitted. The day ends when it ends in the Netherlands. */
export const isMissing = (row: Row, sql: Statement) =>
  `(${row}.submitted_at is null and ${row}.due_on < (${sql.now()} at time zone 'Europe/Amsterdam')::date)`;
