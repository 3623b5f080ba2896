/** Who fills in what: two colleagues at once, the delivery of somebody else, and the Jeugdautoriteit before anything is delivered. */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { lockDelivery } from '../../src/delivery/draft/filling';
import { workbookFor } from '../../src/intake/template-for';
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let neighbour: Viewer;
let ja: Viewer;
let id: string;

const FILL_IN = 'mutation ($input: FillInInput!) { fillIn(input: $input) { maySubmit } }';
const equity = (text: string, version: number, deliveryId = id) => ({
  input: { deliveryId, values: [{ section: 'finances', row: 0, field: 'A2.6', text, version }] },
});

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  const [{ key }] = await ground.rows(
    `select p.key from party p join ews_designation d using (provider_id) where p.key <> 'provider:de-wissel' order by p.key limit 1`,
  );
  neighbour = await ground.viewer(key, 'buur');
  ja = await ground.viewer('ja', 'ja', 'ANALYST', 'SUPERVISOR');
  id = await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01');
}, 60_000);
afterAll(() => ground?.close());

describe('two people who fill in the same value', () => {
  it('are told of both when the second did not see the first, and may choose', async () => {
    await ground.sure(wissel, FILL_IN, equity('1.000', 0));
    const colleague = { ...wissel, subject: 'collega' };
    const refused = await ground.refusal(colleague, FILL_IN, equity('2.000', 0));
    expect(refused.extensions).toMatchObject({
      code: 'CONFLICT',
      values: [
        {
          ...{ section: 'finances', row: 0, field: 'A2.6', yours: '200000', theirs: '100000', version: 1 },
          written: { yours: { nl: '2.000', en: '2,000' }, theirs: { nl: '1.000', en: '1,000' } },
        },
      ],
    });
    await ground.sure(colleague, FILL_IN, equity('2.000', 1));
    const [kept] = await ground.rows(
      "select value, version, changed_by as by from draft_value where delivery_id = $1 and field = 'A2.6'",
      [uuidOf(id)],
    );
    expect(kept).toEqual({ value: '200000', version: 2, by: 'collega' });
  });

  it('do not disturb each other when they write the same, and nothing is saved of what is refused', async () => {
    await ground.sure(wissel, FILL_IN, equity('2.000', 0));
    const { input } = equity('3.000', 0);
    const cash = { section: 'finances', row: 0, field: 'A2.9', text: '7', version: 0 };
    const refused = await ground.refusal(wissel, FILL_IN, { input: { ...input, values: [cash, ...input.values] } });
    expect(refused.extensions.code).toBe('CONFLICT');
    const values = await ground.rows(
      "select field, version from draft_value where delivery_id = $1 and section = 'finances'",
      [uuidOf(id)],
    );
    expect(values).toEqual([{ field: 'A2.6', version: 2 }]);
  });
});

describe('what cannot be filled in', () => {
  const cell = { section: 'finances', row: 0, field: 'A2.9', text: '7', version: 0 };
  const problems = async (...values: object[]) => {
    const { extensions } = await ground.refusal(wissel, FILL_IN, { input: { deliveryId: id, values } });
    expect(extensions.code).toBe('BAD_USER_INPUT');
    return extensions.problems;
  };

  it('is the same value twice: both are named, and neither is kept', async () => {
    const [problem, ...others] = await problems(cell, { ...cell, field: 'A2.7' }, { ...cell, text: '8' });
    expect([problem.field, others]).toEqual(['values.2', []]);
    expect([problem.en, problem.nl]).toEqual([
      expect.stringContaining('values.0'),
      expect.stringContaining('values.0'),
    ]);
    expect(
      await ground.rows("select from draft_value where field = 'A2.9' and delivery_id = $1", [uuidOf(id)]),
    ).toEqual([]);
  });

  it.each([
    ['version', -1],
    ['row', -1],
    ['row', 5_001],
    ['text', 'x'.repeat(4_001)],
    ['section', 'a section <script>'],
    ['field', ''],
  ])('is a %s like %s: it is told before anything is looked up', async (field, value) => {
    const told = await problems({ ...cell, [field]: value });
    expect(told).toEqual([{ field: `values[0].${field}`, en: expect.any(String), nl: expect.any(String) }]);
    expect(JSON.stringify(told)).not.toContain('script');
  });
});

it('what is taken over when a draft begins is no value of a colleague', async () => {
  const deliveryId = await ground.taskOf(wissel, REGELING, '2026-10-01', '2027-01-01');
  const say = (text: string, version: number) => ({
    input: { deliveryId, values: [{ section: 'identity', row: 0, field: 'b1', text, version }] },
  });
  await ground.sure(wissel, FILL_IN, say('De Wissel, sinds kort anders', 0));
  const kept = await ground.rows("select value, origin from draft_value where delivery_id = $1 and field = 'b1'", [
    uuidOf(deliveryId),
  ]);
  expect(kept).toEqual([{ value: 'De Wissel, sinds kort anders', origin: 'FORM' }]);
  expect((await ground.refusal(wissel, FILL_IN, say('Nog anders', 0))).extensions.code).toBe('CONFLICT');
});

it('an answer to "and more of the same" is about the values that it stands for, and about no other', async () => {
  const municipality = await ground.viewer('municipality:GM0014');
  const deliveryId = await ground.taskOf(municipality, COVENANT, '2026-10-01', '2027-01-01');
  const { sections } = await ground.draft(municipality, deliveryId);
  const [{ choices }] = sections[0].fields;
  const task = async () => {
    const { tasks } = await ground.sure(
      municipality,
      '{ tasks { tasks { state asked filled progress delivery { id } } } }',
    );
    const { delivery: _of, ...told } = tasks.tasks.find(
      ({ delivery }: { delivery: { id: string } }) => delivery.id === deliveryId,
    );
    return told;
  };
  expect(await task()).toEqual({ state: 'NOT_BEGUN', asked: 4, filled: 0, progress: 0 });
  const write = (row: number, values: Record<string, string>, version: number) =>
    Object.entries(values).map(([field, text]) => ({ section: 'municipalReport', row, field, text, version }));
  const rows = choices.slice(0, 23).flatMap(({ code: careForm }: { code: string }, at: number) =>
    // More is realised in the quarter than is budgeted for the year.
    write(at + 1, { careForm, budget: '1000', realised: '5000', clients: '5' }, 0),
  );
  await ground.fillIn(municipality, deliveryId, rows);
  // What is only a list is told as in its draft.
  expect(await task()).toEqual({ state: 'CONCEPT', asked: 92, filled: 92, progress: 1 });
  const answer = 'mutation ($input: AnswerInput!) { answerQuestion(input: $input) { maySubmit } }';
  const rest = async () => {
    const { findings } = await ground.draft(municipality, deliveryId);
    return findings.find(
      ({ row, severity }: { row: number; severity: string }) => row === null && severity === 'QUESTION',
    );
  };
  const explained = async () => {
    const { id: findingId } = await rest();
    await ground.sure(municipality, answer, { input: { findingId, explanation: 'Nabetalingen over vorig jaar.' } });
    return (await rest()).explanation;
  };
  expect((await rest()).message).toMatch(/^En nog 3 keer hetzelfde/);
  expect(await explained()).toBe('Nabetalingen over vorig jaar.');
  await ground.fillIn(municipality, deliveryId, write(1, { clients: '6' }, 1));
  expect((await rest()).explanation).toBe('Nabetalingen over vorig jaar.');
  await ground.fillIn(municipality, deliveryId, write(23, { realised: '900.000.000' }, 1));
  expect((await rest()).explanation).toBeNull();
  expect(await explained()).toBe('Nabetalingen over vorig jaar.');
  const [another] = choices.slice(23);
  await ground.fillIn(municipality, deliveryId, write(23, { careForm: another.code }, 1));
  expect((await rest()).explanation).toBeNull();
});

it('what is declared per municipality is held against the total and against the contracts, by its lines', async () => {
  const [{ unit }] = await ground.rows('select unit from declaration limit 1');
  const [{ key }] = await ground.rows(
    `select p.key from party p join ews_designation w using (provider_id) join contract c using (provider_id)
     where w.valid_to is null and c.reported_by = 'PROVIDER' and c.client_municipality_code is not null and c.funding <> 'TAAK'
       and c.starts_on < '2027-01-01' and c.ends_on > '2026-10-01' and p.id <> all ($1)
     group by 1 order by count(distinct c.client_municipality_code) desc, 1 limit 1`,
    [[wissel.partyId, neighbour.partyId]],
  );
  const declaring = await ground.viewer(key);
  // Contracts with municipalities alone, so that each client stands for itself.
  await ground.rows(
    `update contract set starts_on = '2020-01-01', ends_on = '2021-01-01' where provider_id = $1 and client_municipality_code is null`,
    [declaring.providerId],
  );
  const clients = await ground.rows(
    `select distinct client_municipality_code as code from contract c
     where provider_id = $1 and reported_by = 'PROVIDER' and starts_on < '2027-01-01' and ends_on > '2026-10-01' and client_municipality_code is not null
     order by 1`,
    [declaring.providerId],
  );
  const deliveryId = await ground.taskOf(declaring, COVENANT, '2026-10-01', '2027-01-01');
  expect(clients.length).toBeGreaterThan(0);
  const [stranger] = await ground.rows('select code from municipality where code <> all ($1) order by code limit 1', [
    clients.map(({ code }) => code),
  ]);
  const told = async (lines: readonly (readonly [string, string])[]) => {
    const csv = lines.map(([municipality, amount]) => `${municipality};JH1221;${amount};1;${unit}\n`).join('');
    const received = await ground.upload(
      declaring,
      deliveryId,
      'declarations',
      `municipality;careForm;amount;volume;unit\n${csv}`,
    );
    expect(received).toMatchObject({ result: 'READ' });
    const { findings } = await ground.draft(declaring, deliveryId);
    return findings
      .filter(({ rule }: { rule: string }) => /declared-total|production/.test(rule))
      .map(({ rule, severity, message }: Record<string, string>) => `${severity} ${rule} ${message}`);
  };
  const production = { section: 'production', row: 0, field: 'A3.1', text: '1.000', version: 0 };
  await ground.fillIn(declaring, deliveryId, [production]);
  const all = clients.map(({ code }): [string, string] => [code, '0,00']);
  const [first] = clients;
  expect(await told([...all, [first.code, '600,00'], [first.code, '400,00']])).toEqual([]);
  const [less] = await told([...all, [first.code, '600,00'], [first.code, '300,00']]);
  expect(less).toMatch(/^QUESTION coherence.declared-total .*som van de gemeenten: € 900\./);
  const [more] = await told([...all, [first.code, '2.600,00']]);
  expect(more).toMatch(/^ERROR coherence.declared-total .*som van de gemeenten: € 2\.600\./);
  const [without] = await told([...all, [stranger.code, '1.000,00']]);
  expect(without).toMatch(
    new RegExp(`^QUESTION coherence.production-without-contract U declareert bij ${stranger.code}, `),
  );
  const both = await told([[stranger.code, '1.000,00']]);
  expect(both.map((text: string) => text.split(' ')[1])).toEqual([
    'coherence.production-without-contract',
    'coherence.contract-without-production',
  ]);
});

it('what was submitted stays among the tasks for a hundred days of the Netherlands', async () => {
  const vng = await ground.viewer('vng');
  const [{ id: last }] = await ground.rows(
    `select id from delivery where party_id = $1 and period_end <= '2026-10-01' order by period_end desc, version desc limit 1`,
    [vng.partyId],
  );
  const isTask = async (submittedAt: string) => {
    await ground.rows("update delivery set status = 'SUBMITTED', submitted_at = $2 where id = $1", [last, submittedAt]);
    const { tasks } = await ground.sure(vng, '{ tasks { tasks { delivery { id } } } }');
    return tasks.tasks.some(({ delivery }: { delivery: { id: string } }) => delivery.id === `Delivery:${last}`);
  };
  // Today is 5 January 2027; the day ends at 22:00 UTC in September.
  expect(await isTask('2026-09-27T21:30:00Z')).toBe(false);
  expect(await isTask('2026-09-27T22:30:00Z')).toBe(true);
});

describe('a delivery of another party', () => {
  it.each([
    ['fillIn', FILL_IN, (of: string) => equity('1', 0, of)],
    ['draft', 'query ($id: ID!) { draft(deliveryId: $id) { maySubmit } }', (of: string) => ({ id: of })],
    [
      'deliveryMeaning',
      'query ($id: ID!) { deliveryMeaning(deliveryId: $id) { trede } }',
      (of: string) => ({ id: of }),
    ],
    ['submitDelivery', 'mutation ($id: ID!) { submitDelivery(id: $id) { id } }', (of: string) => ({ id: of })],
    ['offerDelivery', 'mutation ($id: ID!) { offerDelivery(id: $id) { id } }', (of: string) => ({ id: of })],
  ])('is answered by %s as one that is not there', async (_name, text, variables) => {
    const others = await ground.refusal(neighbour, text, variables(id));
    const nobodys = await ground.refusal(neighbour, text, variables(`Delivery:${randomUUID()}`));
    expect(others.extensions.code).toBe('NOT_FOUND');
    expect(JSON.stringify(others)).toBe(JSON.stringify(nobodys));
  });

  it('cannot be written to behind the back of the actions either, and its values cannot be seen', async () => {
    const insert = `insert into draft_value (delivery_id, party_id, section, "row", field, value, version, origin, changed_by, changed_at)
      values ($1, $2, 'finances', 0, 'x', '1', 1, 'FORM', 'buur', now())`;
    const asNeighbour = (sql: string, values: unknown[]) => ground.asSomebody(neighbour, (tx) => tx.query(sql, values));
    await expect(asNeighbour(insert, [uuidOf(id), wissel.partyId])).rejects.toMatchObject({ code: '42501' });
    await expect(asNeighbour(insert, [uuidOf(id), neighbour.partyId])).rejects.toMatchObject({ code: '23503' });
    expect(await asNeighbour('select from draft_value', [])).toEqual([]);
    const changed =
      "with changed as (update draft_value set value = '9' where delivery_id = $1 returning 1) select count(*)::int as rows from changed";
    expect(await asNeighbour(changed, [uuidOf(id)])).toEqual([{ rows: 0 }]);
    await expect(
      ground.asSomebody(wissel, (tx) => tx.query(insert, [uuidOf(id), wissel.partyId])),
    ).resolves.toBeDefined();
  });
});

describe('before it is submitted', () => {
  it('nothing of a draft is there for the Jeugdautoriteit', async () => {
    for (const table of [
      'draft_value',
      'draft_lines',
      'draft_finding',
      'draft_remark',
      'delivery_file',
      'intake_request',
      'calendar_feed',
    ]) {
      expect([table, await ground.asSomebody(ja, (tx) => tx.query(`select from ${table}`))]).toEqual([table, []]);
    }
    const refused = await ground.refusal(ja, 'query ($id: ID!) { draft(deliveryId: $id) { maySubmit } }', { id });
    expect(refused.extensions.code).toBe('FORBIDDEN');
    const { tasks } = await ground.sure(ja, '{ tasks { open tasks { name } } }');
    expect(tasks).toEqual({ open: 0, tasks: [] });
    const seen = await ground.sure(
      ja,
      'query ($id: ID!) { node(id: $id) { ... on Delivery { status values { totalCount } receipt { reference } } } }',
      { id },
    );
    expect(seen.node).toEqual({ status: 'CONCEPT', values: { totalCount: 0 }, receipt: null });
  });

  it('nobody who has no drafts gets further than the guard', async () => {
    const researcher = { ...wissel, kind: 'RESEARCHER' as const, partyId: randomUUID(), providerId: null };
    for (const text of [
      'query ($id: ID!) { draft(deliveryId: $id) { maySubmit } }',
      'query ($id: ID!) { deliveryMeaning(deliveryId: $id) { trede } }',
    ]) {
      expect((await ground.refusal(researcher, text, { id })).extensions.code).toBe('FORBIDDEN');
    }
  });
});

it('nobody waits long for a delivery that somebody else goes on changing', async () => {
  const refused = await ground.asSystem(async (tx) => {
    await lockDelivery(tx, uuidOf(id));
    return ground.refusal(wissel, FILL_IN, equity('1', 0));
  });
  expect(refused.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
  expect(refused.message).toContain('A colleague is changing this delivery');
});

it('an empty cell of a workbook in which something must be is told of where it stands, until it is filled in', async () => {
  const half = await ground.taskOf(neighbour, COVENANT, '2026-10-01', '2027-01-01');
  const { content } = await workbookFor(ground.context(neighbour), half, ground.seal);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as unknown as ArrayBuffer);
  (book.getWorksheet('Financiën') as ExcelJS.Worksheet).getCell('D6').value = 1_000;
  const { findings } = await ground.upload(neighbour, half, undefined, Buffer.from(await book.xlsx.writeBuffer()));
  const empty = findings.filter(({ rule }) => rule === 'cell.required');
  expect(empty.length).toBeGreaterThan(3);
  expect(empty[0]).toMatchObject({ field: 'A2.1', place: { sheet: 'Financiën', cell: 'D5' } });
  expect(empty.filter(({ place }) => !/^D\d+$/.test(place?.cell ?? ''))).toEqual([]);
  const { section, field } = empty[0] as { section: string; field: string };
  await ground.fillIn(neighbour, half, [{ section, row: 0, field, text: '1', version: 0 }]);
  const after = (await ground.draft(neighbour, half)).findings;
  expect(after).not.toContainEqual(expect.objectContaining({ rule: 'cell.required', field }));
});
