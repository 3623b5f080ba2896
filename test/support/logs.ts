/** What tests of the logs share: asking, looking as the owner, and sealing as the system. */
import { setTimeout as pause } from 'node:timers/promises';
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

const PATIENCE_MS = 20;
const OPEN = 'select from reading_number_seq s, ews_sec.audit_head h where s.is_called and s.last_value > h.sealed_to';

/** Seals all there is. It may take a while: a transaction that writes in another database of the cluster is waited for too. */
export async function seal({
  app,
  owner,
  contextKey,
}: Pick<TestDatabase, 'app' | 'owner' | 'contextKey'>): Promise<number> {
  let sealed = 0;
  for (;;) {
    sealed += await sealReadings(app, signContext(SYSTEM, contextKey, new Date()));
    const [open] = await owner.query(OPEN);
    if (!open) return sealed;
    await pause(PATIENCE_MS);
  }
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
