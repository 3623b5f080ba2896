import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/api/server';
import { assessByAll, historyIn } from '../../src/cli/back-test';
import { riskModelPage } from '../../src/cli/risk-model/page';
import { type Config, readConfig } from '../../src/config';
import { asSystem, type Prepared, prepareDatabase } from '../../src/database/prepare';
import { PRESENT } from '../../src/domain/models';
import { SCORECARD_2 } from '../../src/domain/scorecard';
import { calibrate } from '../../src/domain/scorecard/calibrate';
import { developmentIssuer } from '../../src/identity/development-issuer';
import { emptyDatabase, type TestUrls } from '../support/database';

/** The questions of the README with the answers that stand below them, asked of the demo world that it speaks of. */
const README = join(__dirname, '../../README.md');
const EXAMPLE = /```graphql as=(\S+)\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g;
const RISK_MODEL = join(__dirname, '../../docs/risk-model.md');
/** EWS_UPDATE=1 writes the answers into the pages: look at the difference before you believe it. */
const updates = process.env.EWS_UPDATE === '1';

let urls: TestUrls;
let config: Config;
let prepared: Prepared;
let server: Awaited<ReturnType<typeof startServer>>;

/** The demo world, on a machine that has much else to do. */
const SEEDING_MS = 240_000;

beforeAll(async () => {
  urls = await emptyDatabase();
  const { ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL } = urls;
  config = {
    ...readConfig({
      EWS_DATA: mkdtempSync(join(tmpdir(), 'ews-readme-')),
      EWS_WORLD: 'demo',
      DATABASE_OWNER_URL,
      DATABASE_URL,
    }),
    port: 0,
  };
  prepared = await prepareDatabase(config);
  server = await startServer({ config, database: prepared });
}, SEEDING_MS);
afterAll(async () => {
  await server.stop();
  await prepared.stop();
  await urls.drop();
});

async function answer(party: string, query: string): Promise<unknown> {
  const { token } = await (await developmentIssuer(config)).issueToken(party, { lifetime: 60 });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** JSON for a page: what fits on a line is on one line. */
function laidOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1).replace(/\s+/g, ' ');
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= 110) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const items = Array.isArray(value)
    ? value.map((item) => laidOut(item, inner))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${laidOut(member, inner)}`);
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

test('the answers in the README are what the demo world answers', async () => {
  let readme = readFileSync(README, 'utf8');
  const examples = [...readme.matchAll(EXAMPLE)] as unknown as [string, string, string, string][];
  expect(examples).toHaveLength(3);
  for (const [block, party, query, shown] of examples) {
    const given = await answer(party, query);
    if (updates) readme = readme.replace(block, () => block.replace(shown, () => `${laidOut(given)}\n`));
    else expect(given).toEqual(JSON.parse(shown));
  }
  if (updates) writeFileSync(README, readme);
});

test('the cuts of the scorecard that was calibrated are those nearest to 2019 over the last year of the demo world', async () => {
  const rows: { points: number }[] = await asSystem(urls.ownerUrl, prepared.contextKey, (archive) =>
    archive.query(
      `select points from assessment where quarter >= '2025-10-01' and points is not null and model_version = $1`,
      [PRESENT.version],
    ),
  );
  expect(calibrate(rows.map(({ points }) => points))).toEqual(SCORECARD_2.cuts);
});

test('the back-test in docs/risk-model.md is that of the demo world', async () => {
  await assessByAll(urls.ownerUrl, prepared.contextKey);
  const page = riskModelPage(await historyIn(prepared));
  if (updates) writeFileSync(RISK_MODEL, page);
  else expect(readFileSync(RISK_MODEL, 'utf8')).toBe(page);
});
