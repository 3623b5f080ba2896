import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type History, readHistory } from '../../src/cli/risk-model/history';
import { numbers, percent, table, words } from '../../src/cli/risk-model/markdown';
import { modelPart, riskModelPage } from '../../src/cli/risk-model/page';
import { backTest } from '../../src/domain/back-test';
import { freshDatabase, type TestDatabase } from '../support/database';

describe('docs/risk-model.md', () => {
  const written = readFileSync(join(__dirname, '../../docs/risk-model.md'), 'utf8');

  it('describes the rules as they are: run `npm run ews -- back-test --world demo` after changing one', () => {
    expect(written.slice(0, modelPart().length)).toBe(modelPart());
  });

  it('says what it does not prove', () => {
    expect(written).toContain('## What this does not prove');
  });
});

describe('The page of the back-test', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let history: History;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = database.owner;
    history = await read();
  });
  afterAll(() => database.drop());
  const read = () => readHistory((sql, values) => owner.query(sql, values));

  it('is the same from the same archive, whatever order the rows come in', async () => {
    const backwards = { ...history, assessments: [...(await read()).assessments].reverse() };
    expect(riskModelPage(backwards)).toBe(riskModelPage(history));
  });

  it('knows no moment but those of the archive', () => {
    const days = riskModelPage(history).match(/\d{4}-\d\d-\d\d/g);
    expect([...new Set(days)]).toEqual([history.observedUntil]);
  });

  it('reads every failure that people decided, and every assessment with what was heard of its quarter', async () => {
    const [{ failed }] = await owner.query('select count(*)::int as failed from trede_decision where trede = 6');
    const [{ rows }] = await owner.query('select count(*)::int as rows from assessment');
    expect(history.failures.size).toBe(failed);
    expect(history.assessments.length).toBe(rows);
    const [one] = await owner.query(
      `select provider_id as "providerId", period_start::text as quarter, max(submitted_at)::date::text as "lastHeardOn"
       from delivery where version = 2 and provider_id is not null and submitted_at is not null
       group by provider_id, period_start`,
    );
    expect(history.assessments).toEqual(expect.arrayContaining([expect.objectContaining(one)]));
    expect(history.assessments.some(({ lastHeardOn }) => lastHeardOn === null)).toBe(true);
  });

  it('shows the numbers of the back-test, of every model version that is stored', () => {
    const older = history.assessments.map((one) => ({ ...one, modelVersion: 'another-1' }));
    const page = riskModelPage({ ...history, assessments: [...history.assessments, ...older] });
    const tried = backTest(history.assessments, history.failures, history.observedUntil);
    expect(page.match(/^## The back-test: `/gm)?.length).toBe(tried.length + 1);
    const { truePositives, falsePositives } = tried[0]?.rules[0]?.perQuarter ?? {};
    expect(page).toMatch(new RegExp(`\\| class HIGH +\\| +${truePositives} \\| +${falsePositives} \\|`));
  });

  it('says nothing of an archive without assessments', () => {
    const page = riskModelPage({ ...history, assessments: [] });
    expect(page).not.toContain('### Per provider');
    expect(page.startsWith(modelPart())).toBe(true);
  });
});

describe('A table in markdown', () => {
  it('is aligned, numbers to the right', () => {
    const rows = [
      ['class HIGH', '7'],
      ['x', '1,273'],
    ];
    expect(table([words('alarm'), numbers('n')], rows)).toBe(
      ['| alarm      |     n |', '| ---------- | ----: |', '| class HIGH |     7 |', '| x          | 1,273 |'].join(
        '\n',
      ),
    );
  });

  it('writes what is undefined as a dash, and never as 0', () => {
    expect([percent(null), percent(0), percent(0.0238)]).toEqual(['–', '0.0%', '2.4%']);
  });
});
