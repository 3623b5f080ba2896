import type { Row } from '../shape';
import type { Statement } from '../statement';

/** Due before today and never submitted, also not before it was corrected, by who still takes part. The day ends when it ends in the Netherlands. */
export function isMissing(row: Row, sql: Statement): string {
  const today = `(${sql.now()} at time zone 'Europe/Amsterdam')::date`;
  const left = `select from ews_designation l where l.provider_id = ${row}.provider_id and l.valid_to <= ${today}`;
  const hasLeft = `exists (${left}${sql.andScope('ews_designation', 'l')})`;
  return `(${row}.submitted_at is null and ${row}.due_on < ${today} and ${row}.version = 1 and not ${hasLeft})`;
}
