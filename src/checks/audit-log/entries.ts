import { createHash } from 'node:crypto';
import type { Asked } from '../../database/logs';
import { MOMENT, spell } from './spell';

/** An entry as it stands in the archive, every value as text. */
export interface Entry {
  readonly id: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Everything that the hash is about, in the order in which it is spelled after the previous hash. */
  readonly said: readonly (string | null)[];
  /** For a seal: which readings, as "from-to", and the digest over them. */
  readonly seals: {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly digest: string;
  } | null;
}

const SPELLED = [
  ...['id::text', MOMENT, 'action', 'object_kind', 'object_id', 'result', 'origin', 'party_id::text', 'subject'],
  ...['trace_id', 'readings::text', 'digest'],
];
const AT_ONCE = 5_000;
const PAGE = `select previous_hash, hash, array[${SPELLED}] as said, object_id, readings, digest from audit_entry
  where id > $1 order by id limit ${AT_ONCE}`;

interface Stored {
  readonly previous_hash: string;
  readonly hash: string;
  readonly said: readonly (string | null)[];
  readonly object_id: string;
  readonly readings: number | null;
  readonly digest: string | null;
}

function sealOf({ object_id: range, readings, digest }: Stored): Entry['seals'] {
  if (digest === null) return null;
  const [from, to] = range.split('-').map(Number) as [number, number];
  return { from, to, count: readings as number, digest };
}

/** Every entry of the audit log, in the order of its number. */
export async function* entriesOf(db: Asked): AsyncGenerator<Entry> {
  // Below the first number as well: what stands there was never appended.
  for (let last = String(-(2n ** 62n)); ; ) {
    const rows = (await db.query(PAGE, [last])) as Stored[];
    for (const row of rows) {
      const { previous_hash: previousHash, hash, said } = row;
      yield { id: said[0] as string, previousHash, hash, said, seals: sealOf(row) };
    }
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.said[0] as string;
  }
}

/** The hash that an entry should have. */
export const hashOf = ({ previousHash, said }: Entry): string =>
  createHash('sha256')
    .update(spell([previousHash, ...said]))
    .digest('hex');
