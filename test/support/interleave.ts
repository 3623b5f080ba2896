/** Requests of three parties through each other, by every way that the server asks the database. */
import fc from 'fast-check';
import { type EngineParts, openEngine } from '../../src/api/engine';
import { RequestContext } from '../../src/context';
import type { Viewer } from '../../src/policy/viewer';
import { openProduct } from './oracle/product';
import { BY_READING } from './oracle/reading';
import type { Stage } from './oracle/stage';

/** What is counted: of each a provider, a municipality and a region have another number. */
const COUNTED = ['Contract', 'Declaration', 'Melding'] as const;
const TABLES = ['contract', 'declaration', 'melding'] as const;
const QUESTION = '{ contracts { totalCount } declarations { totalCount } meldingen { totalCount } }';

type Counts = readonly number[];
type Way = (viewer: Viewer) => Promise<Counts>;
type Rows = readonly { rows: number }[];

/** How many requests are under way at the same moment. */
const AT_ONCE = 50;

export function threeParties({ cast }: Stage): Viewer[] {
  return (['PROVIDER', 'MUNICIPALITY', 'REGION'] as const).map(
    (kind) => cast.few.find((viewer) => viewer.kind === kind) as Viewer,
  );
}

export const countsOf = (stage: Stage, viewer: Viewer): Counts =>
  COUNTED.map((type) => stage.see(viewer, BY_READING).all(type).length);

/** Asks so many times, and gives the answers that were not exactly the asker's own. */
export async function interleave(stage: Stage, parts: EngineParts, requests: number, seed: number): Promise<string[]> {
  const engine = await openEngine(parts);
  const product = await openProduct(parts);
  const context = (viewer: Viewer) => new RequestContext(engine.shared, viewer, stage.now, 'trace');
  const count = (table: string, row = '', scope = '') =>
    `select count(*)::int as rows from ${table} ${row} where true${scope}`;
  const ways: readonly Way[] = [
    // The shared connections, on which statements follow each other without waiting.
    async (viewer) => {
      const { data } = JSON.parse(await product.ask({ text: QUESTION, variables: {} }, viewer, stage.now));
      return [data.contracts.totalCount, data.declarations.totalCount, data.meldingen.totalCount];
    },
    // The pool, one statement at a time.
    async (viewer) => {
      const found = TABLES.map((table) =>
        context(viewer).rows<{ rows: number }>((sql) => count(table, 'x', sql.andScope(table, 'x'))),
      );
      return (await Promise.all(found)).map(([row]) => row?.rows ?? Number.NaN);
    },
    // The pool, in a transaction, with no predicate but that of row-level security.
    (viewer) =>
      context(viewer).transaction(async (tx) => {
        const counts: number[] = [];
        for (const table of TABLES) counts.push(((await tx.query(count(table))) as Rows)[0]?.rows ?? Number.NaN);
        return counts;
      }),
    // The same, but it fails: what it left behind is for whoever comes next.
    async (viewer) => {
      const failed = context(viewer).transaction(async (tx) => {
        await tx.query('select 1 / 0');
      });
      await failed.catch(() => undefined);
      return countsOf(stage, viewer);
    },
  ];
  const parties = threeParties(stage);
  const plan = fc.sample(fc.tuple(fc.constantFrom(...parties), fc.constantFrom(...ways)), { numRuns: requests, seed });
  const wrong: string[] = [];
  const work = async () => {
    for (let next = plan.pop(); next; next = plan.pop()) {
      const [viewer, ask] = next;
      const answer = await ask(viewer).catch((error: Error) => [error.message]);
      const own = countsOf(stage, viewer);
      if (answer.join() !== own.join()) wrong.push(`${viewer.subject}, way ${ways.indexOf(ask)}: ${answer} for ${own}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await product.close();
  await engine.close();
  return wrong;
}
