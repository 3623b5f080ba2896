/** Who fills in what: two colleagues at once, the delivery of somebody else, and the Jeugdautoriteit before anything is delivered. */
import { randomUUID } from 'node:crypto';
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
