/** What tests of the logs share: asking, looking as the owner, and sealing as the system. */
import { sealReadings } from '../../src/database/logs';
import { signContext } from '../../src/database/signed-context';
import { SYSTEM, type Viewer } from '../../src/policy/viewer';
import type { TestDatabase } from './database';
import type { Product } from './oracle/product';
import type { Stage } from './oracle/stage';

export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export const asking =
  (stage: () => Stage, product: () => Product) =>
  async (text: string, viewer: Viewer, variables: Record<string, unknown> = {}): Promise<Told> =>
    JSON.parse(await product().ask({ text, variables }, viewer, stage().now));

export const codesOf = ({ errors }: Told) => errors?.map(({ extensions }) => extensions.code);

export const systemContext = (database: TestDatabase) => signContext(SYSTEM, database.contextKey, new Date());

/** Twice: the first call marks, the second seals. */
export async function seal(database: TestDatabase): Promise<number> {
  const context = systemContext(database);
  return (await sealReadings(database.app, context)) + (await sealReadings(database.app, context));
}

export interface StoredReading {
  readonly reader_subject: string;
  readonly provider_id: string | null;
  readonly municipality_code: string | null;
  readonly region_code: string | null;
  readonly information: string;
  readonly kinds: readonly string[];
  readonly operation: string;
}

/** What a piece of work adds to the reading log. */
export async function readingsOf({ owner }: TestDatabase, work: () => Promise<unknown>): Promise<StoredReading[]> {
  const [{ last }] = await owner.query('select coalesce(max(number), 0) as last from reading');
  await work();
  return owner.query('select * from reading where number > $1 order by number', [last]);
}
