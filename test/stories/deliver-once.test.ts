/** "Eenmalig uploaden": a controller downloads, fills in, uploads, mends, a colleague signs, and every authorised reader has it. */
import ExcelJS from 'exceljs';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { signContext } from '../../src/database/signed-context';
import { SYSTEM } from '../../src/policy/viewer';
import { type Served, serve } from '../api/serve';

const NOW = new Date('2027-01-05T10:00:00Z');
let served: Served;
const tokens = new Map<string, string>();

beforeAll(async () => {
  served = await serve({}, () => NOW);
  const { owner, app, contextKey } = served.database;
  await owner.query("update party set wants_four_eyes = true where key = 'provider:de-wissel'");
  await owner.query(
    `insert into account (subject, party_id, functions, is_active)
     select s, p.id, f::text[], true from party p,
       (values ('controller', '{PREPARER,APPROVER}'), ('bestuurder', '{APPROVER}')) v (s, f) where p.key = 'provider:de-wissel'`,
  );
  await app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [signContext(SYSTEM, contextKey, new Date())]);
    await openDeliveries(tx, NOW);
  });
  const [{ key: neighbour }] = await owner.query(
    `select p.key from party p join ews_designation d using (provider_id) where p.key <> 'provider:de-wissel' order by p.key limit 1`,
  );
  const subjects = { controller: 'controller', bestuurder: 'bestuurder', ja: 'ja', buur: neighbour };
  for (const [name, subject] of Object.entries(subjects)) tokens.set(name, await served.tokenFor(subject, 600));
}, 60_000);
afterAll(() => served.stop());

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
async function ask(subject: string, query: string, variables = {}): Promise<any> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(subject)}` };
  const answer = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  const body = (await answer.json()) as any;
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data;
}
const send = (subject: string, path: string, init: RequestInit = {}) =>
  fetch(`${served.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${tokens.get(subject)}`, ...(init.headers as object) },
  });

interface Findings {
  readonly result: string;
  readonly errors: number;
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly message: { nl: string };
  }[];
}

/** The delivery of a quarter that a party has to make, by its uuid. */
async function taskOf(
  subject: string,
  uitvraag: string,
  start = '2026-10-01',
): Promise<{ uuid: string; state: string }> {
  const { tasks } = await ask(subject, '{ tasks { tasks { state delivery { id uitvraagKey periodStart } } } }');
  const task = tasks.tasks.find(
    ({ delivery }: { delivery: { uitvraagKey: string; periodStart: string } }) =>
      delivery.uitvraagKey === uitvraag && delivery.periodStart === start,
  );
  return { uuid: task.delivery.id.slice('Delivery:'.length), state: task.state };
}

/** Fills in the yellow cells as a controller does: what runs from 1 January by a quarter more, the rest as it was. */
async function fillIn(template: ArrayBuffer, change: Readonly<Record<string, string | number>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(template);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      const [code, unit, before] = [1, 3, 5].map((column) => row.getCell(column).value) as [unknown, unknown, unknown];
      if (typeof code !== 'string' || !/^A\d/.test(code)) return;
      const runs =
        String(unit).includes('t/m nu') && typeof before === 'number' ? Math.round(before * 133) / 100 : before;
      row.getCell(4).value = (change[code] ?? runs) as ExcelJS.CellValue;
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const upload = (uuid: string, body: Buffer) =>
  send('controller', `/v1/deliveries/${uuid}/file`, { method: 'PUT', body: new Uint8Array(body) });

it('from template to trede', async () => {
  const { uuid, state } = await taskOf('controller', 'convenant-bijlage-4');
  expect(state).toBe('NOT_BEGUN');
  const template = await (await send('controller', `/v1/deliveries/${uuid}/template.xlsx`)).arrayBuffer();

  // Two mistakes: a text where an amount should be, and fewer than no young people.
  const wrong = await upload(uuid, await fillIn(template, { 'A2.6': 'geen idee', 'A8.1': -5 }));
  const first = (await wrong.json()) as Findings;
  expect([wrong.status, first.result, first.errors]).toEqual([200, 'READ', 2]);
  const errors = first.findings.filter(({ severity }) => severity === 'ERROR');
  expect(errors.map(({ sheet, cell, rule }) => [sheet, cell, rule]).sort()).toEqual([
    ['Doorstroom', 'D5', 'cell.below-zero'],
    ['Financiën', 'D10', 'cell.not-a-number'],
  ]);
  const { submitDelivery: refused } = await ask(
    'bestuurder',
    `mutation { submitDelivery(id: "Delivery:${uuid}") { status } }`,
  ).catch((error: Error) => ({ submitDelivery: error.message }));
  expect(refused).toContain('CONFLICT');

  // The own file comes back with the findings in its cells.
  const annotated = new ExcelJS.Workbook();
  await annotated.xlsx.load(await (await send('controller', `/v1/deliveries/${uuid}/file`)).arrayBuffer());
  expect(JSON.stringify(annotated.getWorksheet('Financiën')?.getCell('D10').note)).toContain('getal');

  const right = await upload(uuid, await fillIn(template, { 'A2.6': -1_000_000, 'A4.1': 'ja' }));
  const second = (await right.json()) as Findings;
  expect([right.status, second.result, second.errors]).toEqual([200, 'READ', 0]);
  const { draft } = await ask(
    'controller',
    `{ draft(deliveryId: "Delivery:${uuid}") { findings(severity: QUESTION) { id message } } }`,
  );
  for (const { id } of draft.findings) {
    await ask(
      'controller',
      `mutation { answerQuestion(input: { findingId: "${id}", explanation: "Nagerekend met de accountant." }) { maySubmit } }`,
    );
  }
  const offered = await ask('controller', `mutation { offerDelivery(id: "Delivery:${uuid}") { status } }`);
  expect(offered.offerDelivery.status).toBe('AWAITING_SECOND_PERSON');
  await expect(ask('controller', `mutation { submitDelivery(id: "Delivery:${uuid}") { status } }`)).rejects.toThrow(
    'Let a colleague submit it',
  );

  const { submitDelivery } = await ask(
    'bestuurder',
    `mutation { submitDelivery(id: "Delivery:${uuid}") { status receipt { reference sha256 signature } values { totalCount } } }`,
  );
  expect(submitDelivery).toMatchObject({ status: 'SUBMITTED', values: { totalCount: 21 } });
  const keys = createLocalJWKSet((await (await fetch(`${served.url}/v1/receipt-keys`)).json()) as JSONWebKeySet);
  const { payload } = await compactVerify(submitDelivery.receipt.signature, keys);
  const { reference, sha256 } = submitDelivery.receipt;
  expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ reference, sha256, party: 'provider:de-wissel' });

  const seen = await ask(
    'ja',
    '{ providers(filter: { nameContains: "wissel" }) { nodes { id assessment { quarter trede } figures(filter: { item: ["equity"], from: "2026-10-01" }) { nodes { value delivery { id } } } } } }',
  );
  const [provider] = seen.providers.nodes;
  expect(provider.assessment).toEqual({ quarter: '2026Q4', trede: 5 });
  expect(provider.figures.nodes).toEqual([{ value: -100_000_000, delivery: { id: `Delivery:${uuid}` } }]);
  const neighbour = await ask(
    'buur',
    `{ provider(id: "${provider.id}") { name figures { totalCount } } node(id: "Delivery:${uuid}") { id } deliveries { nodes { party { key } } } }`,
  );
  expect(neighbour.node).toBeNull();
  expect(neighbour.provider.figures.totalCount).toBe(0);
  expect(neighbour.deliveries.nodes.map(({ party }: { party: { key: string } }) => party.key)).not.toContain(
    'provider:de-wissel',
  );
});
