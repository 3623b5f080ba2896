import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { seedWorld } from '../../seeds/seed-world';
import { verifyAuditLog } from '../../src/checks/audit-log/verify';
import { makeDataSource } from '../../src/database/data-source';
import { appendAuditEntry, auditHead } from '../../src/database/logs';
import { migrate } from '../../src/database/migrate';
import { signContext } from '../../src/database/signed-context';
import { SYSTEM } from '../../src/policy/viewer';
import { emptyDatabase, type TestUrls } from '../support/database';
import { seal } from '../support/logs';

let database: TestUrls;
let admin: Client;
let owner: DataSource;
const role = `plain_${randomBytes(4).toString('hex')}`;
const password = randomBytes(8).toString('hex');

beforeAll(async () => {
  database = await emptyDatabase();
  admin = new Client({ connectionString: database.ownerUrl });
  await admin.connect();
  await admin.query(`create role ${role} login nosuperuser nobypassrls password '${password}'`);
  await admin.query(`create role ${role}_app nologin`);
  const { rows } = await admin.query('select current_database() as name');
  await admin.query(`alter database ${rows[0].name} owner to ${role}`);
  const url = new URL(database.ownerUrl);
  [url.username, url.password] = [role, password];
  owner = await makeDataSource(url.href, { connections: 2, patienceMs: 0 }).initialize();
  const runner = owner.createQueryRunner();
  await migrate(runner, `${role}_app`).finally(() => runner.release());
});
afterAll(async () => {
  await owner.destroy();
  await admin.end();
  await database.drop();
});

describe('An owner whom the policies bind as well', () => {
  it('can fill the archive, and is bound again afterwards', async () => {
    const forced = 'select count(*)::int as n from pg_class where relforcerowsecurity';
    const before = (await admin.query(forced)).rows[0].n;
    expect(before).toBeGreaterThan(0);
    await seedWorld(owner, 'small');
    expect((await admin.query(forced)).rows[0].n).toBe(before);
    expect((await admin.query('select count(*)::int as n from melding')).rows[0].n).toBeGreaterThan(0);
    // No context means no rows, also for the owner.
    expect(await owner.query('select count(*)::int as n from melding')).toEqual([{ n: 0 }]);
  });

  it('keeps the logs, and can change nothing in them as the system', async () => {
    const { rows } = await admin.query('select key from ews_sec.context_key');
    const context = signContext(SYSTEM, rows[0].key, new Date());
    await owner.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [context]);
      const deed = { action: 'a', objectKind: 'k', objectId: 'i', result: 'OK' } as const;
      await appendAuditEntry(tx, deed, { subject: 's', origin: 'system', traceId: null });
      await tx.query("select ews.note_readings('{}', 'GM0014', null, '{municipalFigures}', '{}', 'o', 's', 't')");
    });
    expect(await seal({ app: owner, owner, contextKey: rows[0].key })).toBe(1);
    await owner.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [context]);
      for (const sql of [
        "update audit_entry set subject = 'x'",
        "update reading set operation = 'x'",
        'delete from reading',
      ]) {
        expect([sql, (await tx.query(sql))[1]]).toEqual([sql, 0]);
      }
      const whole = await verifyAuditLog(tx, await auditHead(tx, context), [], () => undefined);
      expect(whole).toEqual({ entries: 2, sealedReadings: 1, openReadings: 0, wrong: null });
    });
  });
});
