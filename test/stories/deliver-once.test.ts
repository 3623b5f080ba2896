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
let neighbour: string;

beforeAll(async () => {
  served = await serve({}, () => NOW);
  const { owner, app, contextKey } = served.database;
  await owner.query("update party set wants_four_eyes = true where key = 'provider:de-wissel'");
  await owner.query(
    `insert into account (subject, party_id, functions, is_active)
     select s, p.id, f::text[], true from party p,
       (values ('controller', '{PREPARER,APPROVER}'), ('bestuurder', '{APPROVER}')) v (s, f) where p.key = 'provider:de-wissel'`,
  );
  await owner.query(
    `insert into account (subject, party_id, functions, is_active)
     select k.subject, (select id from party where kind = k.kind order by key limit 1), '{PREPARER,APPROVER,ANALYST}', true
     from (values ('onderzoeker', 'RESEARCHER'), ('gemeente', 'MUNICIPALITY')) k (subject, kind)`,
  );
  await app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [signContext(SYSTEM, contextKey, new Date())]);
    await openDeliveries(tx, NOW);
  });
  [{ key: neighbour }] = await owner.query(
    `select p.key from party p join ews_designation d using (provider_id)
     where p.key <> 'provider:de-wissel' and not p.wants_four_eyes and d.valid_to is null order by p.key limit 1`,
  );
  const subjects = {
    ...{ controller: 'controller', bestuurder: 'bestuurder', ja: 'ja', buur: neighbour },
    ...{ 'inspection:IGJ': 'inspection:IGJ', onderzoeker: 'onderzoeker', gemeente: 'gemeente' },
  };
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
  const body = (await answer.json()) as { data: object; errors?: object[] };
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
  const other = await ask(
    'buur',
    `{ provider(id: "${provider.id}") { name figures { totalCount } } node(id: "Delivery:${uuid}") { id } deliveries { nodes { party { key } } } }`,
  );
  expect(other.node).toBeNull();
  expect(other.provider.figures.totalCount).toBe(0);
  expect(other.deliveries.nodes.map(({ party }: { party: { key: string } }) => party.key)).not.toContain(
    'provider:de-wissel',
  );
});

it('tells how far it is while a long list is read, and refuses it whole for one wrong line', async () => {
  const { uuid } = await taskOf('buur', 'convenant-bijlage-4');
  const lines = Array.from({ length: 9_000 }, (_, at) => `GM0014;JH1211;${at},50;${at};HOUR`);
  const put = (body: string) =>
    send('buur', `/v1/deliveries/${uuid}/file?section=declarations`, {
      method: 'PUT',
      headers: { 'content-type': 'text/csv', accept: 'text/event-stream' },
      body,
    });
  const head = 'municipality;careForm;amount;volume;unit';
  const events = await (await put([head, ...lines].join('\n'))).text();
  const told = [...events.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, event, data]) => ({
    event,
    ...(JSON.parse(data as string) as { stage?: string; lines?: number; result?: string }),
  }));
  expect(told.filter(({ stage }) => stage === 'CELL').map(({ lines: read }) => read)).toEqual([4_000, 8_000, 9_000]);
  expect(told.at(-1)).toMatchObject({ event: 'done', result: 'READ', lines: 9_000 });

  const wrong = await (await put([head, ...lines, 'GM0014;JH1211;veel;1;HOUR'].join('\n'))).text();
  expect(wrong).toContain('event: refused');
  expect(wrong).toContain('"cell":"9002:amount"');
  const [kept] = await served.database.owner.query(
    'select sum(count)::int as lines from draft_lines where delivery_id = $1',
    [uuid],
  );
  expect(kept).toEqual({ lines: 9_000 });
});

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
const outcomeOf = (answer: Response): Promise<any> => answer.json();

it.each([
  ['GET', 'template.xlsx'],
  ['GET', 'template.csv?section=flow'],
  ['GET', 'file'],
  ['PUT', 'file'],
])('is for its own party: %s %s', async (method, what) => {
  const { uuid } = await taskOf('controller', 'regeling-jeugdwet-8g');
  const path = `/v1/deliveries/${uuid}/${what}`;
  const init = { method, ...(method === 'PUT' && { body: 'x' }) };
  // As if it were not there for a neighbour; not theirs to ask for the JA; and who has not signed in is told to.
  const [neighbours, jas, nobodys] = [
    await send('buur', path, init),
    await send('ja', path, init),
    await fetch(`${served.url}${path}`, init),
  ];
  expect([neighbours.status, jas.status, nobodys.status]).toEqual([404, 403, 401]);
  for (const answer of [neighbours, jas, nobodys]) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  }
});

describe('the same by a program', () => {
  const post = (body: object | string, key: string | null, query = '', as = 'buur') =>
    send(as, `/v1/deliveries${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const REGELING = {
    uitvraag: 'regeling-jeugdwet-8g',
    period: '2026Q4',
    values: {
      identity: { b1: 'Buurzorg', b2: 'Afdeling control' },
      finances: {
        b4: 1000,
        b5: 2_000_000,
        b6: '1.250.000,50',
        b7: 100_000,
        b8: -5_000,
        b9: 1_500_000,
        b10: 90_000,
        b11: 1_800_000,
        b12: 0,
      },
      outlook: { b15: false },
      formsOffered: [{ careForm: 'JH1211' }],
    },
    submit: true,
  };
  const everything = async (body: typeof REGELING) => {
    const dry = await outcomeOf(await post(body, null, '?dryRun=true'));
    const answers = dry.findings
      .filter(({ severity }: { severity: string }) => severity === 'QUESTION')
      .map(({ rule, section, row, field }: Record<string, unknown>) => ({
        rule,
        section,
        row,
        field,
        explanation: 'Zo staat het in onze administratie.',
      }));
    return { ...body, answers };
  };
  const versions = async () =>
    (await served.database.owner.query(
      `select d.version, d.status from delivery d join account a using (party_id)
       where a.subject = $1 and uitvraag_key = 'regeling-jeugdwet-8g' and period_start = '2026-10-01' order by version`,
      [neighbour],
    )) as { version: number; status: string }[];

  it('checks in a dry run, and keeps nothing', async () => {
    const answer = await post(REGELING, null, '?dryRun=true');
    const outcome = await outcomeOf(answer);
    // Submitting is asked, and questions are open: it is checked as if it were sent.
    expect([answer.status, outcome.isDryRun, outcome.result, outcome.errors]).toEqual([422, true, 'REFUSED', 0]);
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({
        severity: 'QUESTION',
        rule: 'coherence.jump',
        section: 'finances',
        row: 0,
        field: 'b6',
      }),
    );
    expect(outcome.questions).toBe(outcome.findings.length);
    const sound = await post({ ...REGELING, submit: false }, null, '?dryRun=true');
    expect([sound.status, (await outcomeOf(sound)).result]).toEqual([200, 'DRAFT']);
    expect(await versions()).toEqual([{ version: 1, status: 'CONCEPT' }]);
    expect(
      await served.database.owner.query(
        'select 1 from draft_value v join delivery d on d.id = v.delivery_id join account a on a.party_id = d.party_id where a.subject = $1',
        [neighbour],
      ),
    ).toEqual([]);
  });

  it('refuses with every finding at once, and keeps nothing', async () => {
    const answer = await post(
      { ...REGELING, values: { ...REGELING.values, finances: { b4: 'veel', b5: 2_000_000, b7: -1 } } },
      'refused',
    );
    const outcome = await outcomeOf(answer);
    expect([answer.status, outcome.result]).toEqual([422, 'REFUSED']);
    expect(outcome.findings.map(({ rule, field }: Record<string, string>) => `${rule} ${field}`)).toEqual(
      expect.arrayContaining(['cell.not-a-number b4', 'cell.below-zero b7', 'cell.required b6']),
    );
    expect(await versions()).toEqual([{ version: 1, status: 'CONCEPT' }]);
  });

  it('is submitted once, however often it is sent', async () => {
    const body = await everything(REGELING);
    const [one, two] = await Promise.all([post(body, 'key-1'), post(body, 'key-1')]);
    const [first, second] = [await outcomeOf(one), await outcomeOf(two)];
    expect([one.status, two.status, first.result]).toEqual([201, 201, 'SUBMITTED']);
    expect(second).toEqual(first);
    expect(await versions()).toEqual([{ version: 1, status: 'SUBMITTED' }]);
    const other = await post({ ...body, submit: false }, 'key-1');
    expect([other.status, (await outcomeOf(other)).code]).toEqual([409, 'CONFLICT']);
    const again = await post(body, 'key-2');
    expect([again.status, (await outcomeOf(again)).code]).toEqual([409, 'CONFLICT']);
    expect(await versions()).toHaveLength(1);
  });

  it('corrects with a reason, as a new version', async () => {
    const body = await everything({ ...REGELING, correctionReason: 'Een factuur was vergeten.' } as typeof REGELING);
    const answer = await post(body, 'key-3');
    expect([answer.status, (await outcomeOf(answer)).version]).toEqual([201, 2]);
    expect(await versions()).toEqual([
      { version: 1, status: 'SUBMITTED' },
      { version: 2, status: 'SUBMITTED' },
    ]);
  });

  it('is begun anew by the same request when the correction that it began was dropped', async () => {
    const body = { ...REGELING, submit: false, correctionReason: 'Nog een factuur was vergeten.' };
    const keptKeys = async () =>
      (
        await served.database.owner.query(
          'select key from intake_request r join account a using (party_id) where a.subject = $1 order by key',
          [neighbour],
        )
      ).map(({ key }: { key: string }) => key);
    const before = await keptKeys();
    const first = await outcomeOf(await post(body, 'key-4'));
    // Another request fills the same draft: what it was answered names it too.
    const filled = await outcomeOf(await post({ ...body, correctionReason: undefined }, 'key-5'));
    expect([first.result, first.version, filled.delivery]).toEqual(['DRAFT', 3, first.delivery]);
    expect(await keptKeys()).toEqual([...before, 'key-4', 'key-5'].sort());
    const drop = async (id: string) => ask('buur', 'mutation ($id: ID!) { dropCorrection(id: $id) { id } }', { id });
    await drop(first.delivery);
    expect(await keptKeys()).toEqual(before);
    expect(await versions()).toHaveLength(2);
    const again = await post(body, 'key-4');
    const second = await outcomeOf(again);
    expect([again.status, second.result, second.version]).toEqual([201, 'DRAFT', 3]);
    expect(second.delivery).not.toBe(first.delivery);
    expect(await versions()).toHaveLength(3);
    expect(await outcomeOf(await post(body, 'key-4'))).toEqual(second);
    await drop(second.delivery);
  });

  it('says what is wrong with what people wrote, wherever it stands, and keeps nothing of it', async () => {
    const PERSON = 'Kind Jan, BSN 111222333, jan@voorbeeld.nl';
    const answers = [
      { rule: 'coherence.jump', section: 'finances', row: 0, field: 'b4', explanation: PERSON },
      { rule: 'coherence.jump', section: 'finances', row: 0, field: 'b5', explanation: '            ' },
      { rule: 'nothing.asks-this', explanation: 'Van rechts \u202e naar links' },
      { rule: 'nothing.asks-this', explanation: 'x'.repeat(1_001) },
    ];
    const body = { ...REGELING, answers, correctionReason: PERSON, submit: false };
    for (const query of ['', '?dryRun=true']) {
      const answer = await post(body, query ? null : 'texts', query);
      const problem = await outcomeOf(answer);
      expect([answer.status, problem.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(problem.problems.map(({ field }: { field: string }) => field)).toEqual([
        'correctionReason',
        ...answers.map((_, at) => `answers.${at}.explanation`),
      ]);
      expect(JSON.stringify(problem)).not.toMatch(/111222333|voorbeeld/);
    }
    expect(await served.database.owner.query("select from intake_request where key = 'texts'")).toEqual([]);
  });

  it('answers what is about a whole list, and what is about a row, in one go', async () => {
    const { owner } = served.database;
    const token = tokens.get('gemeente') as string;
    const careForms = await owner.query('select code from care_form order by code limit 22');
    const municipalReport = careForms.map(({ code }: { code: string }) => ({
      ...{ careForm: code, budget: 1_000, realised: 900_000, clients: 3, trend: 'STABLE' },
    }));
    const send = (body: object, query: string, key: string) =>
      fetch(`${served.url}/v1/deliveries${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const body = { uitvraag: 'convenant-bijlage-4', period: '2026Q4', values: { municipalReport } };
    const asked = await outcomeOf(await send(body, '?dryRun=true', 'none'));
    const questions = asked.findings.filter(({ severity }: { severity: string }) => severity === 'QUESTION');
    expect(questions.some(({ row }: { row: number | null }) => row === null)).toBe(true);
    const answers = questions.map(({ rule, section, row, field }: Record<string, unknown>) => ({
      ...{ rule, section, row, field, explanation: 'Zo staat het in onze begroting.' },
    }));
    const answered = await send({ ...body, answers }, '', 'list-1');
    const outcome = await outcomeOf(answered);
    expect([answered.status, outcome.obstacles]).toEqual([
      201,
      expect.not.arrayContaining([expect.objectContaining({ en: expect.stringContaining('question') })]),
    ]);
    const open = await owner.query(
      "select rule from draft_finding where delivery_id = $1 and severity = 'QUESTION' and explanation is null",
      [outcome.delivery.slice('Delivery:'.length)],
    );
    expect(open).toEqual([]);
  });

  it('is for who delivers, and says so before it looks at what was sent', async () => {
    const deliver = (headers: Record<string, string>, query = '') =>
      fetch(`${served.url}/v1/deliveries${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'stranger', ...headers },
        body: JSON.stringify(REGELING),
      });
    for (const [subject, status] of [
      ['', 401],
      ['ja', 403],
      ['inspection:IGJ', 403],
      ['onderzoeker', 403],
    ] as const) {
      const as = subject && { authorization: `Bearer ${tokens.get(subject)}` };
      for (const query of ['', '?dryRun=true']) {
        const answer = await deliver({ ...as }, query);
        expect([subject, query, answer.status]).toEqual([subject, query, status]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      }
    }
    expect(await served.database.owner.query("select from intake_request where key = 'stranger'")).toEqual([]);
  });

  it.each(['?dryRun=1', '?dryRun=TRUE', '?dryRun=', '?dryrun=true', '?dryRun=true&dryRun=true'])(
    'is not sent for real by %s',
    async (query) => {
      const before = await versions();
      const answer = await post({ ...REGELING, period: '2026Q4' }, 'no-dry-run', query);
      expect([answer.status, (await outcomeOf(answer)).problems[0].field]).toEqual([400, 'dryRun']);
      expect(await versions()).toEqual(before);
    },
  );

  it('is told that it is too large, whether it says so or not', async () => {
    const large = `{"uitvraag":"${'x'.repeat(11 * 1_048_576)}"}`;
    const told = await post(large, 'large');
    const streamed = await fetch(`${served.url}/v1/deliveries`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': 'large' },
        authorization: `Bearer ${tokens.get('buur')}`,
      },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    for (const answer of [told, streamed]) {
      expect([answer.status, (await outcomeOf(answer)).code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    }
  });

  it.each([
    ['GET', '/v1/nothing', 404, null],
    ['DELETE', '/v1/deliveries', 405, 'POST'],
    ['POST', '/v1/openapi.json', 405, 'GET, HEAD'],
    ['DELETE', '/v1/deliveries/x/file', 405, 'PUT, GET, HEAD'],
    ['POST', '/v1/deliveries', 415, null],
    ['PUT', '/v1/deliveries/x/file', 415, null],
  ])('%s %s is a problem in words', async (method, path, status, allow) => {
    const bad = { headers: { 'content-type': 'a' }, body: 'x' };
    const answer = await send('buur', path, { method, ...(status === 415 && bad) });
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await outcomeOf(answer)).toMatchObject({ status, detail: expect.any(String), detailEn: expect.any(String) });
  });

  it.each([
    ['no key', REGELING, null, 400],
    ['not JSON', '{', 'k', 400],
    ['a reason that is no text', { ...REGELING, correctionReason: 3 }, 'k', 400],
    ['another shape', { period: 3 }, 'k', 400],
    ['nothing that is asked', { ...REGELING, period: '2031Q1' }, 'k', 404],
  ])('%s is a problem in words', async (_name, body, key, status) => {
    const answer = await post(body, key);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = await outcomeOf(answer);
    expect([answer.status, problem.status]).toEqual([status, status]);
    expect(problem).toMatchObject({ title: expect.any(String), detail: expect.any(String), code: expect.any(String) });
  });
});
