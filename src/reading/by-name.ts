/**
 * Readings by name (BIO 8.15): a question that singles out one provider, municipality or region is written down by the very
 * statement that answers it. No log, no data; and nothing is written about what is not there for the viewer.
 */
import { categoryOf } from '../policy/admission';
import type { FieldKind } from '../policy/fields';
import { type Column, columnOf, TABLE } from '../policy/table';
import type { Viewer } from '../policy/viewer';
import type { About, Row } from './shape';
import type { Statement } from './statement';

/** What shows nothing of anybody: everybody knows it. */
const OF_NOBODY: ReadonlySet<FieldKind> = new Set(['structure', 'reference', 'tenderCalendar', 'party']);

/**
 * May the party that it is about know that somebody read it? What it may not know itself, it may not learn from the log. A
 * melding is its reporter's own, not that of the one it is about.
 */
function isTold(kind: FieldKind, to: Column): boolean {
  if (kind === 'structure' || kind === 'mismatch') return true;
  return kind !== 'melding' && !TABLE[kind].cells[to].includes('none');
}

const words = (kinds: readonly FieldKind[]) => `'{${kinds.join(',')}}'::text[]`;

/** Who asked, and by which operation. */
const by = (sql: Statement) => [
  sql.param('reading.operation', 'text', ({ operation }) => operation),
  sql.param('reading.subject', 'text', ({ viewer }) => viewer.subject),
  sql.param('reading.trace', 'text', ({ traceId }) => traceId),
];

/** The call that writes it down, and answers true. Null when nothing of anybody is asked. */
function noted(
  sql: Statement,
  kinds: ReadonlySet<FieldKind>,
  to: Column,
  [providers, municipality, region]: readonly string[],
): string | null {
  const asked = [...kinds].filter((kind) => !OF_NOBODY.has(kind)).sort();
  if (asked.length === 0) return null;
  const told = words(asked.filter((kind) => isTold(kind, to)));
  const confidential = words(asked.filter((kind) => !isTold(kind, to)));
  return `ews.note_readings(${[providers, municipality, region, told, confidential, ...by(sql)].join(',')})`;
}

const ownProvider = (sql: Statement) => sql.param('viewer.provider', 'uuid', (run) => run.viewer.providerId);

/** An object of a row, which is given only after its reading was written down. */
export function notedObject(
  object: string,
  row: Row,
  about: About,
  kinds: ReadonlySet<FieldKind>,
  viewer: Viewer,
  sql: Statement,
): string {
  const column = (name: string | undefined, otherwise: string) => (name ? `${row}.${name}` : otherwise);
  const to = about.provider ? 'PROVIDER' : about.municipality ? 'MUNICIPALITY' : 'REGION';
  const call = noted(sql, kinds, to, [
    about.provider ? `array[${row}.${about.provider}]` : "'{}'",
    column(about.municipality, 'null'),
    column(about.region, 'null'),
  ]);
  if (!call) return object;
  // The function knows it as well; that a provider reads about itself is asked so often that it is not even called. The
  // object is written once: Postgres prepares every branch of a statement, also those that it never takes.
  const isOwn = about.provider && columnOf(viewer) === 'PROVIDER';
  const when = isOwn ? `case when ${row}.${about.provider} = ${ownProvider(sql)} then true else ${call} end` : call;
  return `case when ${when} then ${object} end`;
}

/**
 * An answer that may hold what was disclosed to the viewer: given only after every disclosure that it rests on was written
 * down, each with the party concerned. Of a list these are all that run, for it tells of each of them that it is there, or not.
 * @param among the providers that the answer is about, as SQL; null when it is about any
 */
export function notedDisclosures(json: string, among: string | null, sql: Statement): string {
  if (sql.disclosed.size === 0) return json;
  const kinds = [...sql.disclosed].sort();
  const told = `array(select k.kind from (values ${kinds.map((kind) => `('${kind}','${categoryOf(kind)}')`).join(',')}) k (kind,category) where k.category = any (d.categories))`;
  const call = `ews.note_readings(array_remove(array[d.provider_id],null),d.municipality_code,null,${told},'{}',${by(sql).join(',')},d.id)`;
  const where = [
    `d.recipient_party_id = ${sql.key('party')}`,
    `d.valid_from <= ${sql.now()} and d.valid_to > ${sql.now()}`,
    `d.categories && '{${kinds.map(categoryOf).join(',')}}'`,
    ...(among ? [`d.provider_id in (${among})`] : []),
  ];
  return `case when coalesce((select bool_and(${call}) from disclosure d where ${where.join(' and ')}),true) then ${json} end`;
}

/** An answer in which a filter singles out providers: given only after those that the viewer may know were written down. */
export function notedAnswer(
  json: string,
  providers: readonly string[],
  kinds: ReadonlySet<FieldKind>,
  sql: Statement,
): string {
  const own = ownProvider(sql);
  const ids = `array(select p.id from provider p where p.id in (${providers}) and p.id is distinct from ${own}${sql.andScope('provider', 'p')})`;
  const call = noted(sql, kinds, 'PROVIDER', [ids, 'null', 'null']);
  return call ? `case when ${call} then ${json} end` : json;
}
