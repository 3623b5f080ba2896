/**
 * What a rule of the domain works out on request: it travels to the planner as one value, the row that the fields of a
 * part share. So a selection of it is guarded, joined and refused like a selection of anything that is stored.
 */
import { Naming } from '../database/naming';
import { type Arguments, aboutOf, computed, type Field, part, type Row, type Shape } from './shape';
import type { Statement } from './statement';

/** The members of an answer with their types in Postgres; "said" is a sentence in both languages. */
export type Members = Readonly<Record<string, string>>;

const naming = new Naming();
const names = new Map<string, string>();
/** Remembered: an answer may have thousands of members, of a few names. */
function nameOf(member: string): string {
  const name = names.get(member) ?? naming.columnName(member, undefined, []);
  names.set(member, name);
  return name;
}
/** In quotes: a member may be called as a word of SQL is, such as "where". */
const columnOf = (member: string) => `"${nameOf(member)}"`;

const record = (members: Members) =>
  Object.entries(members)
    .map(([member, type]) => `${columnOf(member)} ${type === 'said' ? 'jsonb' : type}`)
    .join(', ');

/** Every member as a field of the same name. */
const fieldsOf = (members: Members) =>
  Object.fromEntries(
    Object.entries(members).map(([member, type]) => {
      const column = columnOf(member);
      return [member, type === 'said' ? said((row) => `${row}.${column}`) : computed((row) => `${row}.${column}`)];
    }),
  );

/** A sentence in the language that the field is asked in; Dutch unless asked otherwise. */
export const said = (words: (row: Row, sql: Statement) => string): Field =>
  computed((row, sql, args) => `${words(row, sql)} ->> ${languageOf(args('language', 'text'))}`);
const languageOf = (asked: string | null) => (asked ? `lower(${asked})` : "'nl'");

/** Several sentences, in the order in which the rule said them. */
export const allSaid = (column: string): Field =>
  computed((row, _sql, args) => {
    const words = `jsonb_array_elements(${row}.${column}) with ordinality as s(words, at)`;
    return `array(select s.words ->> ${languageOf(args('language', 'text'))} from ${words} order by s.at)`;
  });

/** The shape of an answer as a whole. No answer is no row. */
export const answer = (type: string, members: Members, fields: Shape['fields'] = {}): Shape =>
  part(
    type,
    { ...fieldsOf(members), ...fields },
    (sql) => {
      const value = sql.param('key.answer', 'jsonb', (run) => written(run.key.answer));
      return `select * from jsonb_to_record(${value}) as a(${record(members)}) where ${value} is not null`;
    },
    aboutOf(members),
  );

/**
 * A type of which an answer has several, and the field that leads to them in the order that the rule gave them. `keep`
 * makes a condition on a row "i" out of the arguments of that field.
 */
export function several(type: string, members: Members, fields: Shape['fields'] = {}) {
  const inside = (column: string, keep: (args: Arguments) => string | null = () => null): Field => ({
    kind: 'rows',
    shape: type,
    from: (row, _sql, args) => {
      const rows = `rows from (jsonb_to_recordset(${row}.${column}) as (${record(members)})) with ordinality as i`;
      const condition = keep(args);
      return `select i.* from ${rows}${condition ? ` where ${condition}` : ''} order by i.ordinality`;
    },
  });
  return { shape: part(type, { ...fieldsOf(members), ...fields }), inside };
}

/** As JSON with the names of columns, and amounts as text: a JSON number would round the largest. */
function written(answer: unknown): string | null {
  return answer === null || answer === undefined ? null : JSON.stringify(plain(answer));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  // A moment has no members of its own.
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [nameOf(member), plain(inner)]));
}
