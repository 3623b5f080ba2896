/** Numbers that are stored with what was worked out from them: rows of a jsonb column, in their order. */
import type { Field, Row } from '../shape';

/** The rows of a jsonb column of a row, with columns of these types. */
export const storedRows = (shape: string, column: string, types: string): Field => ({
  kind: 'rows',
  shape,
  from: (row: Row) =>
    `select i.* from rows from (jsonb_to_recordset(${row}.${column}) as (${types})) with ordinality as i order by i.ordinality`,
});

/** Numbers as they were used, with name, period and source. */
export const usedNumbers = (shape: string, column: string): Field =>
  storedRows(shape, column, 'name text, value numeric, period text, source text');
