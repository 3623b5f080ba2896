/**
 * Is the audit log what was written? Works every hash out anew, from the first entry to the last, and the digest of the
 * readings under every seal. Tells the first place that is wrong: whatever comes after it may be wrong because of it.
 */
import type { Asked, AuditHead } from '../../database/logs';
import type { Sentence } from '../../errors';
import { type Entry, entriesOf, hashOf } from './entries';
import type { ToldHead } from './heads';
import { digestOf } from './readings';

export interface Verified {
  readonly entries: number;
  readonly sealedReadings: number;
  /** Readings of the last few seconds, which no seal covers yet. */
  readonly openReadings: number;
  /** The first place that is wrong; null when there is none. */
  readonly wrong: Sentence | null;
}

const NOTHING = '0'.repeat(64);
const BELOW_ALL = String(-(2n ** 62n));

class Verification {
  entries = 0;
  sealedTo = 0;
  sealedReadings = 0;
  private hash = NOTHING;
  private readonly told: ReadonlyMap<number, readonly ToldHead[]>;

  constructor(
    private readonly db: Asked,
    private readonly head: AuditHead,
    heads: readonly ToldHead[],
  ) {
    const told = new Map<number, ToldHead[]>();
    for (const one of heads) told.set(one.entry, [...(told.get(one.entry) ?? []), one]);
    this.told = told;
  }

  /** What is wrong with the next entry; null when nothing is. */
  async next(entry: Entry): Promise<Sentence | null> {
    const number = this.entries + 1;
    if (entry.id !== String(number)) return missing(number, entry.id);
    if (entry.previousHash !== this.hash) return misplaced(number);
    if (hashOf(entry) !== entry.hash) return edited(number);
    const other = this.told.get(number)?.find(({ hash }) => hash !== entry.hash);
    if (other) return rewritten(number, other.at);
    const isSealed = entry.seals === null || (await this.isSealed(entry.seals));
    if (!isSealed) return unsealed(number, entry.said[4] as string);
    this.entries = number;
    this.hash = entry.hash;
    return null;
  }

  private async isSealed({ from, to, count, digest }: NonNullable<Entry['seals']>): Promise<boolean> {
    // Below the first number as well: what stands there was never written by reading.
    const found = await digestOf(this.db, this.sealedTo === 0 ? BELOW_ALL : this.sealedTo, to);
    if (from !== this.sealedTo + 1 || found.count !== count || found.digest !== digest) return false;
    this.sealedTo = to;
    this.sealedReadings += count;
    return true;
  }

  /** What is wrong with the end; null when nothing is. */
  atEnd(): Sentence | null {
    const further = [...this.told.values()].flat().find(({ entry }) => entry > this.entries);
    if (further) return cut(this.entries, further.entry, further.at);
    const isHead = this.head.entry === this.entries && this.head.hash === this.hash;
    return isHead ? null : cut(this.entries, this.head.entry, null);
  }
}

/** Verifies the log in one snapshot of the database: ask for it in a transaction that is repeatable read. */
export async function verifyAuditLog(
  db: Asked,
  head: AuditHead,
  heads: readonly ToldHead[],
  progress: (done: number, all: number) => void,
): Promise<Verified> {
  const verification = new Verification(db, head, heads);
  let wrong: Sentence | null = null;
  progress(0, head.entry);
  for await (const entry of entriesOf(db)) {
    wrong = await verification.next(entry);
    if (wrong) break;
    if (verification.entries % PROGRESS_PER === 0) progress(verification.entries, head.entry);
  }
  wrong ??= verification.atEnd();
  const { entries, sealedTo, sealedReadings } = verification;
  const [open] = (await db.query('select count(*)::int as open from reading where number > $1', [sealedTo])) as [
    { open: number },
  ];
  return { entries, sealedReadings, openReadings: open.open, wrong };
}

const PROGRESS_PER = 10_000;

const missing = (number: number, found: string): Sentence => ({
  en: `Entry ${number} of the audit log is missing: entry ${found} stands in its place. It was removed, or entries were inserted or moved.`,
  nl: `Regel ${number} van het logboek ontbreekt: regel ${found} staat op zijn plaats. Hij is verwijderd, of er zijn regels ingevoegd of verplaatst.`,
});
const misplaced = (number: number): Sentence => ({
  en: `Entry ${number} of the audit log does not follow the one before it: one of them was changed, inserted or moved.`,
  nl: `Regel ${number} van het logboek volgt niet op de vorige: een van beide is veranderd, ingevoegd of verplaatst.`,
});
const edited = (number: number): Sentence => ({
  en: `Entry ${number} of the audit log is not what was written: it was changed.`,
  nl: `Regel ${number} van het logboek is niet wat er is geschreven: hij is veranderd.`,
});
const rewritten = (number: number, at: string): Sentence => ({
  en: `Entry ${number} of the audit log is another one than was told at ${at}: the log was written anew, from there or from before.`,
  nl: `Regel ${number} van het logboek is een andere dan op ${at} is gemeld: het logboek is opnieuw geschreven, vanaf daar of vanaf eerder.`,
});
const unsealed = (number: number, range: string): Sentence => ({
  en: `Readings ${range} are not those that entry ${number} of the audit log sealed: one was changed, removed or added.`,
  nl: `Inzages ${range} zijn niet die welke regel ${number} van het logboek heeft verzegeld: er is een veranderd, verwijderd of toegevoegd.`,
});
const cut = (last: number, known: number, at: string | null): Sentence => ({
  en: `The audit log ends at entry ${last}, but was at entry ${known}${at ? ` at ${at}` : ' by its own account'}: its end was cut off.`,
  nl: `Het logboek eindigt bij regel ${last}, maar was bij regel ${known}${at ? ` op ${at}` : ' volgens zichzelf'}: het einde is afgesneden.`,
});
