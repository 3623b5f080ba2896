/** What is stored beside a row for people: numbers that were used, as rows of a jsonb column, and words in two languages. */
import { computed, type Field, type Row } from '../shape';

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

/** Words that are stored in both languages, in the one that is asked for. Dutch unless said. */
export const inLanguage = (column: string): Field =>
  computed(
    (row, _sql, args) =>
      `case ${args('language', 'text') ?? "'NL'"} when 'EN' then ${row}.${column}_en else ${row}.${column}_nl end`,
    false,
  );
