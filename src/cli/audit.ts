import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { headsIn, lineOf, type ToldHead } from '../checks/audit-log/heads';
import { verifyAuditLog } from '../checks/audit-log/verify';
import { auditHead, sealReadings } from '../database/logs';
import { Conflict, Invalid } from '../errors';
import { inArchive } from './archive';
import type { Command } from './command';
import { Progress } from './progress';

type Work = (archive: DataSource, heads: readonly ToldHead[]) => Promise<string>;

/** The connection says who asks already: it is the system's. */
const contextOf = async (archive: DataSource): Promise<string> =>
  (await archive.query("select current_setting('ews.context') as context"))[0].context;

const ROUNDS = 50;
const BETWEEN_MS = 100;
/** Readings have numbers up to the one, and are sealed up to the other. */
const REST = `select count(*)::int as rest from reading where number > (select sealed_to from ews_sec.audit_head)`;

const WORKS: Readonly<Record<string, Work>> = {
  async head(archive) {
    return lineOf({ at: new Date().toISOString(), ...(await auditHead(archive, await contextOf(archive))) });
  },

  async seal(archive) {
    let sealed = 0;
    let rest = 0;
    // A round marks, waits for who was writing then, and seals: see ews.seal_readings.
    for (let round = 0; round < ROUNDS; round += 1) {
      sealed += await sealReadings(archive, await contextOf(archive));
      [{ rest }] = await archive.query(REST);
      if (rest === 0) break;
      await pause(BETWEEN_MS);
    }
    return `Sealed ${sealed} readings${rest > 0 ? `; ${rest} wait for a transaction that is still writing` : ''}.\n`;
  },

  async verify(archive, heads) {
    const context = await contextOf(archive);
    const progress = new Progress('entries');
    const found = await archive
      .transaction('REPEATABLE READ', async (tx) =>
        verifyAuditLog(tx, await auditHead(tx, context), heads, progress.of),
      )
      .finally(() => progress.done());
    if (found.wrong) throw new Conflict(found.wrong);
    const against = heads.length > 0 ? `, and agrees with ${heads.length} heads that were told` : '';
    return `The audit log is whole${against}: ${found.entries} entries, ${found.sealedReadings} readings sealed, ${found.openReadings} not yet.\n`;
  },
};

const UNKNOWN = new Invalid([
  {
    field: 'audit',
    en: 'needs one of head, seal and verify; verify also takes --heads <file>.',
    nl: 'heeft een van head, seal en verify nodig; verify neemt ook --heads <bestand>.',
  },
]);

export const auditCommand: Command = {
  says: 'the audit log: "head" prints its end, "verify [--heads <file>]" finds what was tampered with, "seal" seals readings',
  async run(config, words) {
    const { values, positionals } = parseArgs({
      args: words,
      options: { heads: { type: 'string' } },
      allowPositionals: true,
    });
    const work = Object.hasOwn(WORKS, positionals[0] ?? '') ? WORKS[positionals[0] as string] : undefined;
    if (!work || positionals.length > 1) throw UNKNOWN;
    const heads = values.heads === undefined ? [] : headsIn(readFileSync(values.heads, 'utf8'));
    process.stdout.write(await inArchive(config, (archive) => work(archive, heads)));
  },
};
