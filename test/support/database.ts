import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../../src/database/data-source';

/** Migrated, and filled with the small world. Nobody connects to it: a template with a visitor cannot be copied. */
export const TEMPLATE = 'template_app';

export interface TestUrls {
  readonly ownerUrl: string;
  /** As the role that policies bind: what the API signs in as. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

export interface TestDatabase extends TestUrls {
  readonly owner: DataSource;
  readonly app: DataSource;
  readonly contextKey: Buffer;
}

function urlTo(database: string, role: 'OWNER' | 'APP'): string {
  const url = new URL(process.env[`EWS_TEST_${role}_URL`] ?? '');
  url.pathname = database;
  return url.href;
}

async function command(sql: string): Promise<void> {
  const client = new Client({ connectionString: urlTo('ews', 'OWNER') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function copyOf(template: string): Promise<TestUrls> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await command(`create database ${name} template ${template} strategy file_copy`);
  return {
    ownerUrl: urlTo(name, 'OWNER'),
    appUrl: urlTo(name, 'APP'),
    drop: () => command(`drop database if exists ${name} with (force)`),
  };
}

/** A database with nothing in it, for tests of migrations. */
export const emptyDatabase = (): Promise<TestUrls> => copyOf('template0');

/** A database of your own with the small world in it: `beforeAll` makes it, `afterAll` drops it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const urls = await copyOf(TEMPLATE);
  const owner = await makeDataSource(urls.ownerUrl, { connections: 2 }).initialize();
  const app = await makeDataSource(urls.appUrl, { connections: 4 }).initialize();
  const [{ key }]: [{ key: Buffer }] = await owner.query('select key from ews_sec.context_key');
  return {
    ...urls,
    owner,
    app,
    contextKey: key,
    async drop() {
      await Promise.all([owner.destroy(), app.destroy()]);
      await urls.drop();
    },
  };
}
