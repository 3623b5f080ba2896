import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { signContext } from '../../src/database/signed-context';
import { examplePersonas } from '../../src/identity/personas';
import { viewerLookup } from '../../src/identity/viewer-of';
import { SYSTEM } from '../../src/policy/viewer';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let pool: Pool;
const systemContext = () => signContext(SYSTEM, database.contextKey, new Date());

beforeAll(async () => {
  database = await freshDatabase();
  pool = (database.app.driver as unknown as { master: Pool }).master;
});
afterAll(() => database.drop());

test('a subject is looked up with its party and the keys by which rows are its own', async () => {
  const viewerOf = viewerLookup(pool, systemContext);
  const [{ id }] = await database.owner.query("select id from party where key = 'municipality:GM0014'");
  expect(await viewerOf('municipality:GM0014')).toEqual({
    subject: 'municipality:GM0014',
    partyId: id,
    kind: 'MUNICIPALITY',
    functions: ['READER', 'PREPARER', 'APPROVER'],
    providerId: null,
    municipalityCode: 'GM0014',
    regionCode: expect.stringMatching(/^JZ\d\d$/),
    assurance: null,
  });
  expect((await viewerOf('provider:de-wissel')).providerId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a subject without an account is not let in, and neither is an account that has ended', async () => {
  const viewerOf = viewerLookup(pool, systemContext);
  await expect(viewerOf('nobody')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await database.owner.query("update account set is_active = false where subject = 'researcher'");
  await expect(viewerOf('researcher')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('nobody signs in as the system, not even by an account of a party of that kind', async () => {
  await database.owner.query("insert into party (key, kind, name) values ('system', 'SYSTEM', 'Systeem')");
  await database.owner.query(
    "insert into account (subject, party_id, functions) select 'system', id, '{READER}' from party where key = 'system'",
  );
  await expect(viewerLookup(pool, systemContext)('system')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('without the context of the system there is no account to be found', async () => {
  await expect(viewerLookup(pool, () => '')('ja')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a change of role acts within five seconds, and until then costs no statement', async () => {
  const viewerOf = viewerLookup(pool, systemContext);
  const before = await viewerOf('region:JZ01');
  await database.owner.query("update account set functions = '{READER}' where subject = 'region:JZ01'");
  expect(await viewerOf('region:JZ01')).toBe(before);
  await pause(5_100);
  expect((await viewerOf('region:JZ01')).functions).toEqual(['READER']);
});

test('a menu shows some accounts of every kind of party, the well-known ones first', async () => {
  const personas = await examplePersonas(pool, systemContext);
  const kinds = new Set(personas.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['JA', 'PROVIDER', 'MUNICIPALITY', 'REGION', 'INSPECTION']));
  expect(kinds).not.toContain('SYSTEM');
  expect(personas.find(({ kind }) => kind === 'MUNICIPALITY')?.as).toBe('municipality:GM0014');
  expect(personas.find(({ kind }) => kind === 'PROVIDER')?.as).toBe('provider:de-wissel');
});
