/** What happens to a delivery after it is filled in: four eyes, the judgement of the Jeugdautoriteit, a correction. */
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let ja: Viewer;
let id: string;
// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
type Row = any;
const WHY = 'Wij waren een post vergeten.';
const codeOf = ({ errors }: Awaited<ReturnType<Ground['step']>>) => errors?.[0]?.extensions.code;
const statusOf = async (of = id) =>
  (
    await ground.rows('select status, question, offered_by as "offeredBy" from delivery where id = $1', [uuidOf(of)])
  )[0];

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  ja = await ground.viewer('ja', 'ja', 'ANALYST', 'SUPERVISOR');
  id = await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01');
}, 60_000);
afterAll(() => ground?.close());

it('with four eyes it is offered, taken back, sent back with a reason, and submitted by a colleague alone', async () => {
  const colleague = { ...wissel, subject: 'bestuurder' };
  await ground.rows("update party set wants_four_eyes = true where key = 'provider:de-wissel'");
  await ground.complete(wissel, id, { finances: [{ 'A2.6': '1.000.000' }] });
  expect(codeOf(await ground.step(colleague, 'submitDelivery', id))).toBe('CONFLICT');
  await ground.step(wissel, 'offerDelivery', id);
  expect(await statusOf()).toMatchObject({ status: 'AWAITING_SECOND_PERSON', offeredBy: 'controller' });
  const refused = await ground.refusal(
    wissel,
    'mutation ($input: FillInInput!) { fillIn(input: $input) { maySubmit } }',
    {
      input: { deliveryId: id, values: [{ section: 'finances', row: 0, field: 'A2.6', text: '2', version: 1 }] },
    },
  );
  expect(refused.extensions.code).toBe('CONFLICT');
  await ground.step(wissel, 'withdrawDelivery', id);
  expect(await statusOf()).toEqual({ status: 'CONCEPT', question: null, offeredBy: null });
  await ground.step(wissel, 'offerDelivery', id);
  expect(codeOf(await ground.step(colleague, 'sendBackDelivery', id, 'te kort'))).toBe('BAD_USER_INPUT');
  const remark = 'Directie wil dit verlies nog niet melden.';
  await ground.step(colleague, 'sendBackDelivery', id, remark);
  expect(await statusOf()).toEqual({ status: 'CONCEPT', question: null, offeredBy: null });
  // Between two colleagues: for whoever fills in, and for nobody else.
  const DRAFT = 'query ($id: ID!) { draft(deliveryId: $id) { remark } }';
  expect((await ground.sure(wissel, DRAFT, { id })).draft).toEqual({ remark });
  const OF_JA = 'query ($id: ID!) { node(id: $id) { ... on Delivery { status question correctionReason } } }';
  expect(JSON.stringify(await ground.sure(ja, OF_JA, { id }))).not.toContain('Directie');
  expect(await ground.asSomebody(ja, (tx) => tx.query('select from draft_remark'))).toEqual([]);
  await ground.step(wissel, 'offerDelivery', id);
  expect(codeOf(await ground.step(wissel, 'submitDelivery', id))).toBe('CONFLICT');
  expect((await ground.step(colleague, 'submitDelivery', id)).data.submitDelivery.status).toBe('SUBMITTED');
  expect(await statusOf()).toMatchObject({ question: null });
  expect(await ground.rows('select from draft_remark where delivery_id = $1', [uuidOf(id)])).toEqual([]);
});

describe('the place of a ratio among others', () => {
  const MEANING = 'query ($id: ID!) { deliveryMeaning(deliveryId: $id) { trends { ratio peers } } }';
  const placesOf = async (of: string): Promise<Record<string, string>> => {
    const { deliveryMeaning } = await ground.sure(wissel, MEANING, { id: of });
    return Object.fromEntries(deliveryMeaning.trends.map(({ ratio, peers }: Record<string, string>) => [ratio, peers]));
  };
  const others = (code: string) =>
    ground.rows(
      `select value::float from indicator where code = $1 and quarter = '2026-10-01' and value is not null and provider_id <> $2`,
      [code, wissel.providerId],
    );

  it('is not told of a draft, whatever is filled in: it would tell what others delivered', async () => {
    const draft = await ground.taskOf(wissel, REGELING, '2026-10-01', '2027-01-01');
    for (const text of ['1.000.000', '2.000.000']) {
      const { sections } = await ground.draft(wissel, draft);
      const there = sections.find(({ code }: { code: string }) => code === 'finances').rows[0]?.cells ?? [];
      const version = there.find(({ field }: { field: string }) => field === 'b5')?.version ?? 0;
      await ground.fillIn(wissel, draft, [{ section: 'finances', row: 0, field: 'b5', text, version }]);
      const places = Object.values(await placesOf(draft));
      expect(places.length).toBeGreaterThan(0);
      expect(new Set(places)).toEqual(
        new Set([
          'Waar u staat tussen anderen leest u na het indienen: bij een concept zou dat iets over hun cijfers verraden.',
        ]),
      );
    }
  });

  it('is not told among fewer than ten, and told as counts alone among ten', async () => {
    await ground.rows(
      `update indicator set value = null where code = 'solvency' and quarter = '2026-10-01' and provider_id <> $1`,
      [wissel.providerId],
    );
    expect((await placesOf(id)).solvency).toMatch(/^Waar u staat tussen anderen is hier niet te zeggen: /);
    const ten = `update indicator set value = 0.01 * n from (
        select id, row_number() over (order by provider_id) as n from indicator
        where code = 'solvency' and quarter = '2026-10-01' and provider_id <> $1 limit $2) t where t.id = indicator.id`;
    await ground.rows(ten, [wissel.providerId, 9]);
    expect((await placesOf(id)).solvency).toMatch(/^Waar u staat tussen anderen is hier niet te zeggen: /);
    await ground.rows(ten, [wissel.providerId, 10]);
    expect(await others('solvency')).toHaveLength(10);
    const [{ value }] = await ground.rows(
      "select value::float from indicator where code = 'solvency' and quarter = '2026-10-01' and provider_id = $1",
      [wissel.providerId],
    );
    const worse = (await others('solvency')).filter((one) => one.value < value).length;
    const equal = (await others('solvency')).filter((one) => one.value === value).length;
    expect((await placesOf(id)).solvency).toMatch(
      new RegExp(`^Van 10 anderen staan ${worse} er slechter voor en ${equal} gelijk\\.`),
    );
  });
});

it('the Jeugdautoriteit gives it back with a question, and nobody else does', async () => {
  expect(codeOf(await ground.step(wissel, 'returnDelivery', id, WHY))).toBe('FORBIDDEN');
  expect(codeOf(await ground.step(wissel, 'acceptDelivery', id))).toBe('FORBIDDEN');
  expect(codeOf(await ground.step(ja, 'submitDelivery', id))).toBe('FORBIDDEN');
  await ground.step(ja, 'returnDelivery', id, WHY);
  expect(await statusOf()).toMatchObject({ status: 'RETURNED', question: WHY });
  expect(codeOf(await ground.step(ja, 'acceptDelivery', id))).toBe('CONFLICT');
});

describe('a correction', () => {
  const delivered = (of: string) =>
    ground.rows('select section, "row", field, value from delivered_value where delivery_id = $1 order by 1, 2, 3', [
      uuidOf(of),
    ]);
  const equity = (of: string) =>
    ground.rows(
      'select value::int8, is_current as "isCurrent" from figure where delivery_id = $1 and item = \'equity\'',
      [uuidOf(of)],
    );

  it('is a second version, which begins as the first one was and leaves that as it is', async () => {
    await ground.rows("update party set wants_four_eyes = false where key = 'provider:de-wissel'");
    const before = await delivered(id);
    expect(before.length).toBeGreaterThan(10);
    const { data } = await ground.step(wissel, 'correctDelivery', id, WHY);
    const second = data.correctDelivery.id;
    expect(data.correctDelivery).toMatchObject({ status: 'CONCEPT', version: 2 });
    expect(
      await ground.rows(
        'select section, "row", field, value from draft_value where delivery_id = $1 order by 1, 2, 3',
        [uuidOf(second)],
      ),
    ).toEqual(before);
    expect(await equity(id)).toEqual([{ value: '100000000', isCurrent: true }]);
    expect(codeOf(await ground.step(wissel, 'correctDelivery', id, WHY))).toBe('CONFLICT');
    await ground.deliver(wissel, second, { finances: [{ 'A2.6': '2.000.000' }] });
    expect(await delivered(id)).toEqual(before);
    expect(await equity(id)).toEqual([{ value: '100000000', isCurrent: false }]);
    expect(await equity(second)).toEqual([{ value: '200000000', isCurrent: true }]);
    const current = await ground.rows(
      "select item from figure where provider_id = $1 and is_current and source = 'DELIVERY' group by item, period_start, period_end having count(*) > 1",
      [wissel.providerId],
    );
    expect(current).toEqual([]);
    expect(codeOf(await ground.step(ja, 'acceptDelivery', id))).toBe('CONFLICT');
    await ground.step(ja, 'acceptDelivery', second);
    expect(await statusOf(second)).toMatchObject({ status: 'ACCEPTED' });
  });

  it("is in nobody's way as long as it is not submitted, and is gone when it is dropped", async () => {
    const first = await ground.taskOf(wissel, REGELING, '2026-10-01', '2027-01-01');
    await ground.rows("update delivery set due_on = '2026-12-01' where id = $1", [uuidOf(first)]);
    expect(codeOf(await ground.step(wissel, 'dropCorrection', first))).toBe('CONFLICT');
    await ground.deliver(wissel, first);
    const { data } = await ground.step(wissel, 'correctDelivery', first, WHY);
    const second = data.correctDelivery.id;
    const [one] = await ground.rows(
      "select field from draft_value where delivery_id = $1 and section = 'finances' limit 1",
      [uuidOf(second)],
    );
    const changed = { section: 'finances', row: 0, field: one.field, text: '123', version: 1 };
    await ground.fillIn(wissel, second, [changed]);
    const tasks = async () =>
      (
        await ground.sure(wissel, '{ tasks { tasks { state isLate says(language: NL) delivery { id question } } } }')
      ).tasks.tasks.filter((task: { delivery: { id: string } }) => [first, second].includes(task.delivery.id));

    // What was submitted in time is not missing, nor late, because somebody looks at it again.
    const MISSING = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Delivery { isMissing } } }';
    expect(await ground.sure(ja, MISSING, { ids: [first, second] })).toEqual({
      nodes: [{ isMissing: false }, { isMissing: false }],
    });
    expect(await tasks()).toEqual([
      expect.objectContaining({ state: 'CONCEPT', isLate: false, says: expect.stringMatching(/laat haar vervallen/) }),
    ]);

    // The JA judges what was submitted, and its question stays among the tasks until the correction answers it.
    const ASKED = 'Klopt uw omzet van dit kwartaal?';
    expect((await ground.step(ja, 'returnDelivery', first, ASKED)).errors).toBeUndefined();
    expect((await tasks()).map(({ state, delivery }: Row) => [state, delivery])).toEqual(
      expect.arrayContaining([
        ['RETURNED', { id: first, question: ASKED }],
        ['CONCEPT', { id: second, question: null }],
      ]),
    );

    const [{ key }] = await ground.rows(
      "select key from party where kind = 'PROVIDER' and key <> 'provider:de-wissel' order by key limit 1",
    );
    const neighbour = await ground.viewer(key);
    expect(codeOf(await ground.step(neighbour, 'dropCorrection', second))).toBe('NOT_FOUND');
    expect(codeOf(await ground.step(ja, 'dropCorrection', second))).toBe('FORBIDDEN');
    const { data: dropped } = await ground.step(wissel, 'dropCorrection', second);
    expect(dropped.dropCorrection).toEqual({ id: first, status: 'RETURNED', version: 1 });
    for (const table of ['draft_value', 'draft_finding', 'delivery_file'])
      expect(await ground.rows(`select from ${table} where delivery_id = $1`, [uuidOf(second)])).toEqual([]);
    expect(await ground.rows('select from delivery where id = $1', [uuidOf(second)])).toEqual([]);
    expect((await tasks()).map(({ state }: Row) => state)).toEqual(['RETURNED']);
    expect(codeOf(await ground.step(wissel, 'dropCorrection', first))).toBe('CONFLICT');
    const again = await ground.step(wissel, 'correctDelivery', first, WHY);
    expect(again.data.correctDelivery.version).toBe(2);
  });

  it('keeps the rows of a list that it takes the place of', async () => {
    const first = await ground.taskOf(wissel, COVENANT, '2026-07-01', '2027-01-01');
    await ground.deliver(wissel, first, { personnel: [{ 'A5.1': '4' }] });
    const { data } = await ground.step(wissel, 'correctDelivery', first, WHY);
    const second = data.correctDelivery.id;
    await ground.deliver(wissel, second, { personnel: [{ 'A5.1': '5' }] });
    const kept = await ground.rows(
      `select kind, content ->> 'staff_inflow' as inflow, replaced_by_id as by from replaced_row where delivery_id = $1`,
      [uuidOf(first)],
    );
    expect(kept).toEqual([{ kind: 'personnel_report', inflow: '4', by: uuidOf(second) }]);
    const there = await ground.rows(
      'select delivery_id as id, staff_inflow::int as inflow from personnel_report where delivery_id = any ($1)',
      [[uuidOf(first), uuidOf(second)]],
    );
    expect(there).toEqual([{ id: uuidOf(second), inflow: 5 }]);
  });
});

it('what was delivered for the Regeling is not asked a second time for the covenant', async () => {
  const other = await ground.viewer(
    (
      await ground.rows(
        `select p.key from party p join ews_designation d using (provider_id) where p.key <> 'provider:de-wissel' and d.valid_to is null
       and exists (select from delivery v where v.party_id = p.id and v.uitvraag_key = '${REGELING}' and v.period_start = '2026-10-01')
       order by p.key limit 1`,
      )
    )[0].key,
  );
  await ground.rows('update party set wants_four_eyes = false where id = $1', [other.partyId]);
  const regeling = await ground.taskOf(other, REGELING, '2026-10-01', '2027-01-01');
  await ground.deliver(other, regeling, {
    waiting: [{ careForm: 'JH1221', region: 'JZ01', waitingDays: '30', waitingCount: '5' }],
  });
  const covenant = await ground.taskOf(other, COVENANT, '2026-10-01', '2027-01-01');
  const landed = await ground.rows('select item, value::text from figure where delivery_id = $1', [uuidOf(regeling)]);
  await ground.fillIn(other, covenant, [{ section: 'outlook', row: 0, field: 'A4.1', text: 'nee', version: 0 }]);
  const taken = await ground.rows(
    `select i.figure_item as item, v.value from draft_value v join uitvraag_item i on i.code = v.field and i.uitvraag_key = '${COVENANT}'
     where v.delivery_id = $1 and v.origin = 'OTHER_UITVRAAG'`,
    [uuidOf(covenant)],
  );
  expect(taken.length).toBeGreaterThan(1);
  for (const { item, value } of taken) {
    expect([item, Number(landed.find((one) => one.item === item)?.value)]).toEqual([item, Number(value)]);
  }
});
