/**
 * Readings by name (BIO 8.15): a question that singles out one provider, municipality or region is written down by the very
 * statement that answers it. No log, no data; and nothing is written about what is not there for the viewer.
 */
import { categoryOf } from '../policy/admission';
import type { FieldKind } from '../policy/fields';
import type { Admission } from '../policy/keys';
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

/** Of these kinds, each with a value, those of the rows for which a condition on that value holds. */
const kindsWhere = (pairs: readonly (readonly [FieldKind, string])[], holds: string) =>
  pairs.length === 0
    ? "'{}'::text[]"
    : `array(select k.kind from (values ${pairs.map(([kind, value]) => `('${kind}',${value})`).join(',')}) k (kind,value) where ${holds})`;

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

/** Whom an answer is about, as SQL that gives ids of providers; null when it may be about any. */
export interface AnswerAbout {
  /** All that it can hold. */
  readonly among: string | null;
  /** Those whose reading by name is written down already. */
  readonly named: string | null;
}
export const ABOUT_ANY: AnswerAbout = { among: null, named: null };

const isOf =
  <By extends Admission['by']>(by: By) =>
  (admission: Admission): admission is Admission & { by: By } =>
    admission.by === by;

/** Writes down every disclosure that runs and lets the viewer into one of these kinds. */
function disclosuresRead(all: readonly Admission[], { among }: AnswerAbout, sql: Statement): string[] {
  const kinds = [...new Set(all.filter(isOf('disclosure')).map(({ of }) => of))].sort();
  if (kinds.length === 0) return [];
  const told = kindsWhere(
    kinds.map((kind) => [kind, `'${categoryOf(kind)}'`]),
    'k.value = any (d.categories)',
  );
  const call = `ews.note_readings(array_remove(array[d.provider_id],null),d.municipality_code,d.region_code,${told},'{}',${by(sql).join(',')},d.id)`;
  const where = [
    `d.recipient_party_id = ${sql.key('party')}`,
    `d.valid_from <= ${sql.now()} and d.valid_to > ${sql.now()}`,
    `d.categories && '{${kinds.map(categoryOf).join(',')}}'`,
    ...(among ? [`d.provider_id in (${among})`] : []),
  ];
  return [`(select bool_and(${call}) from disclosure d where ${where.join(' and ')})`];
}

/** Writes down the provider of every open case that lets the viewer into one of these kinds, unless it is written down by name. */
function casesRead(all: readonly Admission[], { among, named }: AnswerAbout, sql: Statement): string[] {
  const roles = new Map<FieldKind, Set<string>>();
  for (const { of, as } of all.filter(isOf('case'))) roles.set(of, new Set([...(roles.get(of) ?? []), ...as]));
  if (roles.size === 0 || (among !== null && among === named)) return [];
  const kinds = [...roles].sort(([a], [b]) => (a < b ? -1 : 1));
  const [told, confidential] = [true, false].map((isFor) =>
    kindsWhere(
      kinds
        .filter(([kind]) => isTold(kind, 'PROVIDER') === isFor)
        .map(([kind, as]) => [kind, `'{${[...as].join(',')}}'::text[]`]),
      'k.value && c.roles',
    ),
  );
  const call = `ews.note_readings(array[c.provider_id],null,null,${told},${confidential},${by(sql).join(',')})`;
  const where = [
    `p.party_id = ${sql.key('party')} and p.until is null`,
    `p.role = any ('{${[...new Set(kinds.flatMap(([, as]) => [...as]))].join(',')}}')`,
    ...(among ? [`p.provider_id in (${among})`] : []),
    ...(named ? [`p.provider_id <> all (array_remove(array(${named}),null))`] : []),
  ];
  const cases = `(select p.provider_id,array_agg(p.role) roles from case_party p where ${where.join(' and ')} group by p.provider_id)`;
  return [`(select bool_and(${call}) from ${cases} c)`];
}

/** Writes down the provider of every case or decision that is open to the viewer by how far it went, unless it is written down by name. */
function escalationsRead({ among, named }: AnswerAbout, sql: Statement): string[] {
  if (among !== null && among === named) return [];
  return [...sql.escalated].map(([kind, { table, term }]) => {
    const isFor = isTold(kind, 'PROVIDER');
    const call = `ews.note_readings(array[e.provider_id],null,null,${words(isFor ? [kind] : [])},${words(isFor ? [] : [kind])},${by(sql).join(',')})`;
    const where = [
      sql.holds(term, 'r'),
      ...(among ? [`r.provider_id in (${among})`] : []),
      ...(named ? [`r.provider_id <> all (array_remove(array(${named}),null))`] : []),
    ];
    return `(select bool_and(${call}) from (select distinct r.provider_id from ${table} r where ${where.join(' and ')}) e)`;
  });
}

/**
 * An answer that may hold what others let the viewer into, by a disclosure or a case, or what went so far that it is open to
 * the viewer: given only after every one that it rests
 * on was written down, each with the party concerned. Of a list these are all, for it tells of each of them that it is there,
 * or not.
 */
export function notedAdmissions(json: string, about: AnswerAbout, sql: Statement): string {
  const all = [...sql.admissions];
  const notes = [...disclosuresRead(all, about, sql), ...casesRead(all, about, sql), ...escalationsRead(about, sql)];
  if (notes.length === 0) return json;
  return `case when ${notes.map((note) => `coalesce(${note},true)`).join(' and ')} then ${json} end`;
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
