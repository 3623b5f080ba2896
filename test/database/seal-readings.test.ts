/** Readings are sealed once, all of them, and none before it can be known that nothing will come before it. */
import type { QueryRunner } from 'typeorm';
import { verifyAuditLog } from '../../src/checks/audit-log/verify';
import { auditHead, sealReadings } from '../../src/database/logs';
import { freshDatabase, type TestDatabase } from '../support/database';
import { seal, systemContext } from '../support/logs';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
}, 60_000);
afterEach(() => database.drop());

const NOTE = `select ews.note_readings(array(select id from provider limit 1), null, null, '{figures}', '{}', 'o', 's', 't')`;
const once = () => sealReadings(database.app, systemContext(database));

async function begin(): Promise<QueryRunner> {
  const runner = database.app.createQueryRunner();
  await runner.startTransaction();
  await runner.query("select set_config('ews.context', $1, true)", [systemContext(database)]);
  return runner;
}
async function read(): Promise<void> {
  const runner = await begin();
  await runner.query(NOTE);
  await runner.commitTransaction();
  await runner.release();
}
const seals = () =>
  database.owner.query('select object_id as range, readings from audit_entry where digest is not null order by id');
const isWhole = async () =>
  database.owner.transaction('REPEATABLE READ', async (tx) =>
    verifyAuditLog(tx, await auditHead(tx, systemContext(database)), [], () => undefined),
  );

it('seals what the call before it marked, and writes nothing when there is nothing', async () => {
  expect([await once(), await once(), await once()]).toEqual([0, 0, 0]);
  await read();
  await read();
  expect(await once()).toBe(0);
  expect(await seal(database)).toBe(2);
  expect(await once()).toBe(0);
  expect(await seals()).toEqual([{ range: '1-2', readings: 2 }]);
});

it('waits for a reading that has a lower number and is not there yet', async () => {
  const slow = await begin();
  await slow.query(NOTE);
  await read();
  expect([await once(), await once(), await once()]).toEqual([0, 0, 0]);
  expect(await seals()).toEqual([]);
  await slow.commitTransaction();
  await slow.release();
  expect(await seal(database)).toBe(2);
  expect(await isWhole()).toMatchObject({ sealedReadings: 2, openReadings: 0, wrong: null });
});

it('leaves a gap for a reading that was taken back', async () => {
  const slow = await begin();
  await slow.query(NOTE);
  await read();
  await once();
  await slow.rollbackTransaction();
  await slow.release();
  await seal(database);
  expect(await seals()).toEqual([{ range: '1-2', readings: 1 }]);
  expect(await isWhole()).toMatchObject({ sealedReadings: 1, wrong: null });
});

it('seals every reading once while many read and several seal at the same time', async () => {
  let readings = 0;
  let sealings = 0;
  const hasEnough = () => readings >= 240 && sealings >= 3;
  const readers = Array.from({ length: 6 }, async () => {
    while (!hasEnough()) {
      await read();
      readings += 1;
    }
  });
  const sealers = Array.from({ length: 2 }, async () => {
    while (!hasEnough()) if ((await once()) > 0) sealings += 1;
  });
  await Promise.all([...readers, ...sealers]);
  await seal(database);
  expect(await isWhole()).toMatchObject({ sealedReadings: readings, openReadings: 0, wrong: null });
}, 60_000);

it('is not fooled by the numbers of transactions of another cluster', async () => {
  await read();
  await once();
  await database.owner.query("update ews_sec.audit_head set marked_before = '9223372036854775807'");
  expect(await seal(database)).toBe(1);
});

it('is done by the system alone, and not inside another transaction', async () => {
  const runner = await begin();
  await runner.query(NOTE);
  await expect(runner.query('select ews.seal_readings()')).rejects.toMatchObject({ code: '42501' });
  await runner.rollbackTransaction();
  await runner.release();
});

describe('a reading is on disk', () => {
  /** What a transaction will wait for, which the database was told to wait for the disk here. */
  async function durability(...statements: string[]): Promise<string> {
    const runner = await begin();
    await runner.query("set local synchronous_commit = 'local'");
    for (const statement of statements) await runner.query(statement);
    const [{ synchronous_commit: now }] = await runner.query('show synchronous_commit');
    await runner.rollbackTransaction();
    await runner.release();
    return now;
  }
  const DISCLOSED = NOTE.replace("'t')", "'t', gen_random_uuid())");

  it('half a second later, or before it is answered when it is under a disclosure', async () => {
    expect(await durability(NOTE)).toBe('off');
    expect(await durability(DISCLOSED)).toBe('local');
    expect(await durability(NOTE, DISCLOSED)).toBe('on');
  });

  it('with whatever else its transaction has written', async () => {
    expect(await durability('select pg_current_xact_id()', NOTE)).toBe('local');
  });
});
