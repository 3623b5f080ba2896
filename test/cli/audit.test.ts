import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../support/database';
import { systemContext } from '../support/logs';
import { run } from '../support/programs';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'ews-audit-'));
const heads = join(folder, 'heads');

beforeAll(async () => {
  database = await freshDatabase();
  await database.app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [systemContext(database)]);
    await tx.query("select ews.note_readings('{}', 'GM0014', null, '{municipalFigures}', '{}', 'o', 's', 't')");
    await tx.query("select ews.append_audit_entry('a', 'k', 'i', 'OK', 'system', 's', null)");
  });
}, 60_000);
afterAll(() => database.drop());

const audit = (...words: string[]) =>
  run('src/cli/main.ts', ['audit', ...words], {
    EWS_DATA: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });

it('seals, prints the head, verifies, and ends with 1 at the first place that is wrong', async () => {
  expect(await audit('seal')).toMatchObject({ code: 0, stdout: 'Sealed 1 readings.\n' });
  const head = await audit('head');
  expect(head.stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z 2 [0-9a-f]{64}\n$/);
  writeFileSync(heads, head.stdout);
  expect(await audit('verify', '--heads', heads)).toMatchObject({
    code: 0,
    stdout:
      'The audit log is whole, and agrees with 1 heads that were told: 2 entries, 1 readings sealed, 0 not yet.\n',
  });
  await database.owner.query("update audit_entry set subject = 'x' where id = 1");
  const { code, stdout, stderr } = await audit('verify');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Entry 1 of the audit log is not what was written');
}, 60_000);

it.each([[[]], [['toString']], [['verify', 'head']]])('says what it needs: %j', async (words) => {
  const { code, stderr } = await audit(...words);
  expect(code).toBe(1);
  expect(stderr).toContain('needs one of head, seal and verify');
});
