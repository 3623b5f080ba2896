import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role that the API signs in as has another name in every installation. */
const APP_ROLE = /:app_role\b/g;

/** The digests of the migrations that were run, by name, as this database keeps them. */
export async function digestsIn(runner: QueryRunner): Promise<Record<string, string>> {
  const [{ kept }]: [{ kept: string | null }] = await runner.query(
    "select obj_description(to_regclass('migrations'), 'pg_class') as kept",
  );
  return JSON.parse(kept ?? '{}');
}

/** A migration that knows the text it was made of. */
export interface MigrationOfFile extends MigrationInterface {
  readonly name: string;
  readonly digest: string;
}

/**
 * A migration is a file of SQL that a person can read; this makes of it the class that TypeORM wants. There is no way
 * back: a migration that turns out wrong is followed by one that puts it right.
 */
export function migrationFrom(file: string): new () => MigrationOfFile {
  const [, number = '', title = ''] = basename(file, '.sql').match(/^(\d+)-(.+)$/) ?? [];
  const sql = readFileSync(file, 'utf8');

  return class implements MigrationOfFile {
    /** TypeORM reads the last thirteen digits as the order. */
    readonly name = `${title}-${number.padStart(13, '0')}`;
    readonly digest = createHash('sha256').update(sql).digest('hex').slice(0, 16);

    async up(runner: QueryRunner): Promise<void> {
      const [{ role }]: [{ role: string }] = await runner.query("select current_setting('ews.app_role') as role");
      await runner.query(sql.replaceAll(APP_ROLE, escapeIdentifier(role)));
      const digests = { ...(await digestsIn(runner)), [this.name]: this.digest };
      await runner.query(`comment on table migrations is ${escapeLiteral(JSON.stringify(digests))}`);
    }

    async down(): Promise<void> {
      throw new Error(`Migration ${number} has no way back: write a new one that puts things right.`);
    }
  };
}
