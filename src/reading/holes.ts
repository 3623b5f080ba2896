/**
 * Holes: fields that TypeScript computes. The statement leaves a key in the answer; after parsing, a DataLoader fetches what
 * all holes of a kind need in one batch, and the words take the place of the keys.
 */
import DataLoader from 'dataloader';
import { type Explainable, explain, type Language } from '../domain/explain';
import { type ExplainableIndicator, explainIndicator } from '../domain/indicators/explain';
import { type Disagreement, sayDisagreement } from '../domain/mismatch/disagreement';
import { type ExplainableMismatch, explainMismatch } from '../domain/mismatch/explain';
import type { Reader } from './reader';
import type { Run } from './run';

export type HoleName = 'explanation' | 'indicatorExplanation' | 'mismatchExplanation' | 'disagreementWords';

/** Where a hole is in the answer of a root field (response keys; lists are walked), and where its arguments come from. */
export interface HoleSite {
  readonly path: readonly string[];
  readonly hole: HoleName;
  readonly site: number;
}

type Arguments = Readonly<Record<string, unknown>>;
type Fill = (key: string, args: Arguments) => Promise<unknown>;
type Json = null | Json[] | { [key: string]: Json | unknown };

/** Dutch unless asked otherwise: the people who read explanations are Dutch. */
const languageOf = (asked: unknown): Language => (asked === 'EN' ? 'en' : 'nl');

/** How each kind of hole is filled, for one run. */
const FILLS: Readonly<Record<HoleName, (reader: Reader, run: Run) => Fill>> = {
  explanation: (reader, run) => {
    const assessments = new DataLoader((ids: readonly string[]) => explainables(reader, run, ids));
    return async (id, { language }) => explain(await assessments.load(id), languageOf(language));
  },
  indicatorExplanation: (reader, run) => {
    const indicators = new DataLoader((ids: readonly string[]) => explainableIndicators(reader, run, ids));
    return async (id, { language }) => explainIndicator(await indicators.load(id), languageOf(language));
  },
  mismatchExplanation: (reader, run) => {
    const mismatches = new DataLoader((ids: readonly string[]) => explainableMismatches(reader, run, ids));
    return async (id, { language }) => explainMismatch(await mismatches.load(id), languageOf(language));
  },
  /** The key is that of the comparison, and the place of the line in it. */
  disagreementWords: (reader, run) => {
    const mismatches = new DataLoader((ids: readonly string[]) => disagreementsOf(reader, run, ids));
    return async (key, { language }) => {
      const [id = '', line] = key.split('/');
      const { disagreements } = await mismatches.load(id);
      // A delivery may have come between the two statements: then the line is no more.
      const disagreement: Disagreement | undefined = disagreements[Number(line) - 1];
      return disagreement ? sayDisagreement(disagreement, languageOf(language)) : null;
    };
  },
};

/** Rows of a table that the viewer may see, in the order of their ids. */
async function inOrder<Found>(
  reader: Reader,
  run: Run,
  ids: readonly string[],
  table: string,
  columns: string,
): Promise<Found[]> {
  const rows = await reader.rows<Found & { id: string }>(run, (sql) => {
    const wanted = sql.param('ids', 'uuid[]', () => ids);
    return `select t.id, ${columns} from ${table} t where t.id = any (${wanted})${sql.andScope(table, 't')}`;
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) as Found);
}

const explainables = (reader: Reader, run: Run, ids: readonly string[]) =>
  inOrder<Explainable>(reader, run, ids, 'assessment', 't.trede, t.criteria');

const INDICATOR_COLUMNS =
  't.code, t.value::float8 as value, t.previous::float8 as previous, t.trend, t.missing,' +
  " coalesce(string_to_array(t.crossed, ' '), '{}') as crossed";
const explainableIndicators = (reader: Reader, run: Run, ids: readonly string[]) =>
  inOrder<ExplainableIndicator>(reader, run, ids, 'indicator', INDICATOR_COLUMNS);

const MISMATCH_COLUMNS =
  't.kind, t.aspect, t.subject, t.unit, t.expected::float8 as expected, t.actual::float8 as actual,' +
  ' t.expected_share::float8 as "expectedShare", t.way, t.covered, t.coverable, t.verdict,' +
  ' t.expected_covered as "expectedCovered", t.expected_coverable as "expectedCoverable",' +
  ' (select f.name from care_form f where f.code = t.care_form_code) as "careForm"';
const explainableMismatches = (reader: Reader, run: Run, ids: readonly string[]) =>
  inOrder<ExplainableMismatch>(reader, run, ids, 'mismatch', MISMATCH_COLUMNS);
const disagreementsOf = (reader: Reader, run: Run, ids: readonly string[]) =>
  inOrder<{ disagreements: readonly Disagreement[] }>(reader, run, ids, 'mismatch', 't.disagreements');

/** The JSON of a root field with its holes filled. */
export async function fillHoles(reader: Reader, run: Run, holes: readonly HoleSite[], json: string): Promise<string> {
  const answer = { root: JSON.parse(json) as Json };
  const fills = new Map<HoleName, Fill>();
  const filled: Promise<void>[] = [];
  for (const { path, hole, site } of holes) {
    const fill = fills.get(hole) ?? FILLS[hole](reader, run);
    fills.set(hole, fill);
    // The path begins with the response key of the root field itself.
    eachHole(answer, ['root', ...path.slice(1)], (parent, key) => {
      if (typeof parent[key] === 'string') filled.push(fillOne(fill, parent, key, run.args(site)));
    });
  }
  await Promise.all(filled);
  return JSON.stringify(answer.root);
}

async function fillOne(fill: Fill, parent: Record<string, unknown>, key: string, args: Arguments): Promise<void> {
  parent[key] = await fill(parent[key] as string, args);
}

function eachHole(
  value: Json | undefined,
  path: readonly string[],
  visit: (parent: Record<string, unknown>, key: string) => void,
): void {
  // Absent where a union took another turn.
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) eachHole(item as Json, path, visit);
    return;
  }
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) visit(value as Record<string, unknown>, key);
  else eachHole(value[key] as Json | undefined, rest, visit);
}
