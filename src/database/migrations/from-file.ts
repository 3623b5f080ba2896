import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { escapeIdentifier } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role that the API signs in as has another name in every installation. */
const APP_ROLE = /:app_role\b/g;

/**
 * A migration is a file of SQL that a person can read; this makes of it the class that TypeORM wants. There is no way
 * back: a migration that turns out wrong is followed by one that puts it right.
 */
export function migrationFrom(file: string): new () => MigrationInterface {
  const [, number = '', title = ''] = basename(file, '.sql').match(/^(\d+)-(.+)$/) ?? [];

  return class implements MigrationInterface {
    /** TypeORM reads the last thirteen digits as the order. */
    readonly name = `${title}-${number.padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      const [{ role }]: [{ role: string }] = await runner.query("select current_setting('ews.app_role') as role");
      await runner.query(readFileSync(file, 'utf8').replaceAll(APP_ROLE, escapeIdentifier(role)));
    }

    async down(): Promise<void> {
      throw new Error(`Migration ${number} has no way back: write a new one that puts things right.`);
    }
  };
}
