import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { headsIn } from '../../src/checks/audit-log/heads';
import { every } from '../../src/jobs/every';
import { startJobs } from '../../src/jobs/schedule';
import { tellingHead } from '../../src/jobs/tell-audit-head';
import { freshDatabase, type TestDatabase } from '../support/database';
import { systemContext } from '../support/logs';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ews-jobs-'));
}, 60_000);
afterAll(() => database.drop());

describe('a job', () => {
  it('is done at once and again, never twice at a time, and not after it was stopped', async () => {
    let now = 0;
    let most = 0;
    let times = 0;
    const running = every({
      name: 'test',
      everyMs: 5,
      run: async () => {
        now += 1;
        times += 1;
        most = Math.max(most, now);
        await pause(12);
        now -= 1;
      },
    });
    await pause(80);
    await running.stop();
    const done = times;
    expect([now, most]).toEqual([0, 1]);
    expect(done).toBeGreaterThan(2);
    await pause(30);
    expect(times).toBe(done);
  });

  it('that fails is logged, and tried again', async () => {
    const lines: string[] = [];
    const listen = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    let times = 0;
    const running = every({
      name: 'test',
      everyMs: 5,
      run: async () => {
        times += 1;
        throw new Error(`no ${times}`);
      },
    });
    await pause(60);
    await running.stop();
    listen.mockRestore();
    expect(times).toBeGreaterThan(1);
    expect(lines[1]).toContain('A job failed. job=test err=no 2');
  });
});

it('the head of the audit log is told once a day, behind what was told before', async () => {
  const file = join(folder, 'heads');
  const at = (moment: string) =>
    tellingHead(
      database.app,
      () => systemContext(database),
      file,
      () => new Date(moment),
    );
  await at('2026-11-22T00:10:00Z').run();
  await at('2026-11-22T23:50:00Z').run();
  await at('2026-11-23T00:10:00Z').run();
  const told = headsIn(await readFile(file, 'utf8'));
  expect(told.map((head) => head.at)).toEqual(['2026-11-22T00:10:00.000Z', '2026-11-23T00:10:00.000Z']);
  expect(told[0]).toMatchObject({ entry: 0, hash: '0'.repeat(64) });
  await writeFile(file, 'something else\n');
  await expect(at('2026-11-24T00:10:00Z').run()).rejects.toThrow(/line 1/);
});

it('the server seals and tells by itself until it stops', async () => {
  const auditHeadFile = join(folder, 'by-itself');
  const running = startJobs(database, { auditHeadFile });
  await pause(100);
  await running.stop();
  expect(headsIn(await readFile(auditHeadFile, 'utf8'))).toHaveLength(1);
  const [{ marked }] = await database.owner.query('select marked_before is null as marked from ews_sec.audit_head');
  expect(marked).toBe(true);
});
