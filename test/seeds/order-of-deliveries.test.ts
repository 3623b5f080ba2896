import type { DataSource } from 'typeorm';
import { refreshSummaries, SUMMARIES } from '../../src/actions/refresh-summaries';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NOW = new Date('2026-11-15T06:00:00Z');
const fingerprint = (on: Pick<DataSource, 'query'>) =>
  on.query(
    `${SUMMARIES.map(
      (table) => `select '${table}' as name, md5(string_agg(t::text, '' order by t::text)) as content from ${table} t`,
    ).join(' union all ')} order by name`,
  );

/** What is delivered and to which nothing refers, so that it can be taken out and put back. */
const DELIVERED = ['figure', 'contract', 'personnel_report', 'declaration', 'municipal_report'];

/** What others say beside what was delivered: which of the two counts may not hang on which came first. */
const BESIDE = `
  insert into figure (provider_id, item, period_start, period_end, as_of, value, unit, is_cumulative, source, is_current)
  select provider_id, item, period_start, period_end, as_of, value * 2, unit, is_cumulative, 'DIGIMV', true
  from figure
  where source = 'DELIVERY' and is_current and item in ('equity', 'balance_total', 'net_result')`;

it.each([
  ['the other way round', 'id desc'],
  ['at random', "md5(id || 'a')"],
])('It does not matter in which order deliveries came: put back %s, all summaries are the same', async (_, order) => {
  const runner = database.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(BESIDE);
    await refreshSummaries(runner.manager, 'all', NOW);
    const before = await fingerprint(runner.manager);
    for (const table of DELIVERED) {
      await runner.query(`create temporary table kept_${table} on commit drop as select * from ${table}`);
      await runner.query(`delete from ${table}`);
      await runner.query(`insert into ${table} select * from kept_${table} order by ${order}`);
    }
    await refreshSummaries(runner.manager, 'all', NOW);
    expect(await fingerprint(runner.manager)).toEqual(before);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
