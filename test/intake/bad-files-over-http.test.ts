/** Bad files at the door: each is answered in words, nothing of what is refused lands, and the server stays up. */

import { uitvragen } from '../../seeds/reference-data';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { signContext } from '../../src/database/signed-context';
import { formFor } from '../../src/domain/intake/form-for';
import type { UitvraagDefinition } from '../../src/domain/uitvraag/definition';
import { readTemplate } from '../../src/intake/files/read-workbook';
import type { TemplateMeta } from '../../src/intake/files/template-meta';
import { SYSTEM } from '../../src/policy/viewer';
import { type Served, serve } from '../api/serve';
import { CORPUS, type Ground } from './corpus';

const NOW = new Date('2027-01-05T10:00:00Z');
const PROVIDER = 'provider:de-wissel';
/** Each workbook is read in a thread of its own, which costs a second where TypeScript is made runnable: some stand for all. */
const EVERY = Number(process.env.EWS_CORPUS_EVERY ?? 3);
const SOME = CORPUS.filter((_, at) => at % EVERY === 0);

let served: Served;
let token: string;
let id: string;
let made: Ground;

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${served.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });

beforeAll(async () => {
  served = await serve({}, () => NOW);
  const { app, owner, contextKey } = served.database;
  await app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [signContext(SYSTEM, contextKey, new Date())]);
    await openDeliveries(tx, NOW);
  });
  token = await served.tokenFor(PROVIDER, 3_600);
  [{ id }] = await owner.query(
    `select d.id from delivery d join party p on p.id = d.party_id
     where p.key = $1 and uitvraag_key = 'convenant-bijlage-4' and period_start = '2027-01-01' and period_end = '2028-01-01'`,
    [PROVIDER],
  );
  const template = Buffer.from(await (await send(`/v1/deliveries/${id}/template.xlsx`)).arrayBuffer());
  const [definition] = uitvragen();
  const asked = { kind: 'PROVIDER', frequency: 'YEAR', periodStart: '2027-01-01', periodEnd: '2028-01-01' } as const;
  const form = formFor(definition as UitvraagDefinition, asked);
  const { meta } = await readTemplate(template, form);
  made = { form, meta: meta as TemplateMeta, template };
}, 60_000);
afterAll(() => served.stop());

/** All of the draft that a file may change. */
const draft = () =>
  served.database.owner.query(
    `select section, "row", field, value, version from draft_value where delivery_id = $1 order by 1, 2, 3`,
    [id],
  );

it.each(SOME.map((file) => [file.name, file] as const))(
  '%s',
  async (_name, file) => {
    const before = await draft();
    const answer = await send(`/v1/deliveries/${id}/file`, { method: 'PUT', body: new Uint8Array(file.make(made)) });
    // More than is taken is not read to its end.
    if (answer.status === 413) return expect(file.finds).toContain('form.too-large');
    const body = (await answer.json()) as {
      result: string;
      findings: { rule: string; message: { nl: string; en: string } }[];
    };
    expect([200, 422]).toContain(answer.status);
    expect(body.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...file.finds]));
    for (const { message } of body.findings) expect(Math.min(message.nl.length, message.en.length)).toBeGreaterThan(10);
    expect(JSON.stringify(body)).not.toMatch(/111222333|jan\\.jansen|node_modules|select /);
    if (body.result === 'REFUSED') expect(await draft()).toEqual(before);
    expect((await fetch(`${served.url}/livez`)).status).toBe(200);
  },
  60_000,
);

it('is told apart whose template it is, and of which period', async () => {
  const [other] = await served.database.owner.query(
    `select d.id from delivery d join party p on p.id = d.party_id
     where p.key = $1 and uitvraag_key = 'convenant-bijlage-4' and period_start = '2026-10-01'`,
    [PROVIDER],
  );
  const put = async (to: string, body: Buffer) =>
    (await (await send(`/v1/deliveries/${to}/file`, { method: 'PUT', body: new Uint8Array(body) })).json()) as {
      result: string;
      findings: { rule: string }[];
    };
  const wrong = await put(other.id, made.template);
  expect([wrong.result, wrong.findings.map(({ rule }) => rule)]).toEqual([
    'REFUSED',
    expect.arrayContaining(['form.wrong-period']),
  ]);
  const nobody = await send('/v1/deliveries/00000000-0000-4000-8000-000000000000/file', { method: 'PUT', body: 'x' });
  expect(nobody.status).toBe(404);
});

it('reads a few files of a party at a time, and tells it when to come back with the others', async () => {
  const sent = Array.from({ length: 9 }, () =>
    send(`/v1/deliveries/${id}/file`, { method: 'PUT', body: new Uint8Array(made.template) }),
  );
  const answers = await Promise.all(sent);
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 429]);
  for (const answer of answers.filter(({ status }) => status === 429)) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await answer.json()) as object).toMatchObject({ code: 'RATE_LIMITED' });
  }
}, 60_000);

it('takes no more than it says', async () => {
  const large = await send(`/v1/deliveries/${id}/file`, { method: 'PUT', body: new Uint8Array(10 * 1_048_576 + 1) });
  expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
});
