import { createHash } from 'node:crypto';
import type { Asked } from '../../database/logs';
import { MOMENT, spell } from './spell';

const SPELLED = [
  ...['number::text', 'id::text', MOMENT, 'reader_party_id::text', 'reader_subject', 'provider_id::text'],
  ...['municipality_code', 'region_code', 'information', "array_to_string(kinds, ' ')", 'operation', 'trace_id'],
  'disclosure_id::text',
];
const AT_ONCE = 5_000;
const PAGE = `select array[${SPELLED}] as said from reading where number > $1 and number <= $2 order by number limit ${AT_ONCE}`;

export interface Digest {
  readonly count: number;
  readonly digest: string;
}

/** How many readings there are after one number and up to another, and the digest over them. */
export async function digestOf(db: Asked, after: number | string, to: number): Promise<Digest> {
  const hash = createHash('sha256');
  let count = 0;
  for (let last = String(after); ; ) {
    const rows = (await db.query(PAGE, [last, to])) as { said: (string | null)[] }[];
    for (const { said } of rows) hash.update(`${spell(said)}\n`);
    count += rows.length;
    if (rows.length < AT_ONCE) return { count, digest: hash.digest('hex') };
    last = rows.at(-1)?.said[0] as string;
  }
}
