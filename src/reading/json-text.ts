/**
 * JSON as SQL text. Postgres writes the JSON by concatenation, which is a quarter to a third cheaper than its json
 * functions (design: performance-measurements 8); these few words keep the quoting in one place.
 */

/** A piece of the text: literal JSON, or an SQL expression that yields JSON text and is never null. */
export type Piece = { readonly json: string } | { readonly sql: string };

export const literal = (json: string): Piece => ({ json });
export const expression = (sql: string): Piece => ({ sql });

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** One SQL expression from pieces; neighbouring literals become one constant. */
export function glue(pieces: readonly Piece[]): string {
  const terms: string[] = [];
  let constant = '';
  for (const piece of pieces) {
    if ('json' in piece) {
      constant += piece.json;
      continue;
    }
    if (constant) terms.push(quoted(constant));
    constant = '';
    terms.push(piece.sql);
  }
  if (constant || terms.length === 0) terms.push(quoted(constant));
  return terms.join('||');
}

const plain = (sql: string) => `'"'||${sql}||'"'`;
const number = (sql: string) => `(${sql})::text`;
const escaped = (sql: string) => `to_json(${sql})::text`;

/** How a value of each scalar becomes JSON text. Enums, ids and dates hold no character that needs escaping. */
const BY_SCALAR: Readonly<Record<string, (sql: string) => string>> = {
  ID: plain,
  Int: number,
  Float: number,
  Boolean: number,
  EuroCents: number,
  Decimal: number,
  LocalDate: (sql) => plain(`(${sql})::text`),
  Quarter: (sql) => plain(`to_char(${sql},'YYYY"Q"Q')`),
  DateTime: (sql) => plain(`to_char((${sql}) at time zone 'UTC','YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
  String: escaped,
};

/** An SQL value as JSON text of a GraphQL scalar; null becomes the JSON null. Lists are written by Postgres itself. */
export function valueAsJson(
  sql: string,
  scalar: string,
  shape: { isEnum: boolean; isList: boolean; nullable: boolean },
): string {
  const known = shape.isList ? escaped : shape.isEnum ? plain : BY_SCALAR[scalar];
  if (!known) throw new Error(`The planner does not know how to write the scalar ${scalar}.`);
  return shape.nullable ? `coalesce(${known(sql)},'null')` : known(sql);
}
