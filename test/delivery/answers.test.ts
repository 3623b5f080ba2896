/** What a party explains, and what a delivery cost it: both are delivered with the figures. */
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let ja: Viewer;
let neighbour: Viewer;
const QUARTER = ['2026-10-01', '2027-01-01'] as const;
const WHY = 'Wij waren een post vergeten.';
/** As Ground answers every question. */
const SAID = 'Nagerekend met de accountant.';

beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  ja = await ground.viewer('ja', 'ja', 'ANALYST', 'SUPERVISOR');
  const [{ key }] = await ground.rows(
    `select p.key from party p join delivery d on d.party_id = p.id
     where p.kind = 'PROVIDER' and p.key <> 'provider:de-wissel' and d.period_start = $1 limit 1`,
    [QUARTER[0]],
  );
  neighbour = await ground.viewer(key);
  await ground.rows('update party set wants_four_eyes = false');
}, 60_000);
afterAll(() => ground?.close());

const answersOf = async (viewer: Viewer, id: string) => {
  const text = `query ($id: ID!) { node(id: $id) { ... on Delivery { answers { nodes { rule section row field value
    question(language: EN) explanation } } } } }`;
  return (await ground.sure(viewer, text, { id })).node?.answers?.nodes;
};
// biome-ignore lint/suspicious/noExplicitAny: a finding is whatever was asked for.
const questions = async (viewer: Viewer, id: string): Promise<any[]> =>
  (await ground.draft(viewer, id)).findings.filter(({ severity }: { severity: string }) => severity === 'QUESTION');

describe('what a party explains of its figures', () => {
  let id: string;
  beforeAll(async () => {
    id = await ground.taskOf(wissel, COVENANT, ...QUARTER);
    // A thousandth of what it was: the checks ask.
    await ground.deliver(wissel, id, { finances: [{ 'A2.6': '1.000' }] });
  });

  it('is read by the Jeugdautoriteit and by the party, and by no neighbour', async () => {
    const told = await answersOf(ja, id);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toContainEqual(
      expect.objectContaining({ section: 'finances', field: 'A2.6', explanation: SAID, question: expect.any(String) }),
    );
    expect(await answersOf(wissel, id)).toEqual(told);
    expect(await answersOf(neighbour, id)).toBeUndefined();
  });

  it('is asked again in a correction only of what changes', async () => {
    const { data } = await ground.step(wissel, 'correctDelivery', id, WHY);
    const second = data.correctDelivery.id;
    const before = await questions(wissel, second);
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter(({ explanation }) => explanation === null)).toEqual([]);
    const version = 1;
    await ground.fillIn(wissel, second, [{ section: 'finances', row: 0, field: 'A2.6', text: '2.000', version }]);
    const asked = (await questions(wissel, second)).filter(({ explanation }) => explanation === null);
    expect(asked.map(({ field }) => field)).toContain('A2.6');
  });
});

describe('an answer about a row', () => {
  const cells = (row: number, careForm: string, [budget, realised]: [string, string], version = 0) =>
    Object.entries({ careForm, budget, realised, clients: '10', trend: 'STABLE' }).map(([field, text]) => ({
      ...{ section: 'municipalReport', row, field, text, version },
    }));
  const FORMS = ['JH1111', 'JH1211', 'JH1221'];

  it('goes where its row goes, and not to another row in its place', async () => {
    const town = await ground.viewer('municipality:GM0014');
    const id = await ground.taskOf(town, COVENANT, ...QUARTER);
    const { sections } = await ground.draft(town, id);
    const { fields } = sections.find(({ code }: { code: string }) => code === 'municipalReport');
    // biome-ignore lint/suspicious/noExplicitAny: a field is whatever was asked for.
    const codes = fields.find(({ code }: any) => code === 'careForm').choices.map(({ code }: any) => code);
    const [one, two, three] = FORMS.map((_, at) => codes[at]) as [string, string, string];
    await ground.fillIn(town, id, [...cells(1, one, ['1000', '5000']), ...cells(2, two, ['1000', '900'])]);
    const [question] = (await questions(town, id)).filter(({ row }) => row === 1);
    const input = { findingId: question.id, explanation: SAID };
    await ground.sure(town, 'mutation ($input: AnswerInput!) { answerQuestion(input: $input) { maySubmit } }', {
      input,
    });
    // The two change places: the first row is now of the second form of care, and the other way round.
    await ground.fillIn(town, id, [...cells(1, two, ['1000', '900'], 1), ...cells(2, one, ['1000', '5000'], 1)]);
    const moved = (await questions(town, id)).filter(({ rule }) => rule === question.rule);
    expect(moved.map(({ row, explanation }) => [row, explanation])).toEqual([[2, SAID]]);
    await ground.fillIn(town, id, [{ section: 'municipalReport', row: 2, field: 'careForm', text: three, version: 2 }]);
    const another = (await questions(town, id)).filter(({ rule }) => rule === question.rule);
    expect(another.map(({ row, explanation }) => [row, explanation])).toEqual([[2, null]]);
  });
});

it('what a file had wrong is still said when a file of another section comes', async () => {
  const id = await ground.taskOf(neighbour, COVENANT, ...QUARTER);
  const wrong = await ground.upload(neighbour, id, undefined, 'code;waarde\nA2.13;veel\n');
  expect(wrong.findings.map(({ rule }) => rule)).toContain('cell.not-a-number');
  await ground.upload(
    neighbour,
    id,
    'declarations',
    'municipality;careForm;amount;volume;unit\nGM0014;JH1221;1;1;HOUR\n',
  );
  const { findings } = await ground.draft(neighbour, id);
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'cell.not-a-number', field: 'A2.13' }));
});

describe('what an uitvraag costs', () => {
  const BURDEN = `{ burden { uitvragen { uitvraagKey periodStart deliveries asked prefilled reused
    times { timeTaken deliveries } says(language: EN) } } }`;

  it('is told to the Jeugdautoriteit of everybody, and to a party of itself', async () => {
    const before = (await ground.sure(ja, BURDEN)).burden.uitvragen;
    const id = await ground.taskOf(wissel, REGELING, ...QUARTER);
    await ground.deliver(wissel, id);
    const [kept] = await ground.rows('select asked, prefilled, reused from delivery where id = $1', [uuidOf(id)]);
    expect(kept.asked).toBeGreaterThan(5);
    expect(kept.reused).toBeGreaterThan(0);
    await ground.sure(wissel, 'mutation ($input: TimeTakenInput!) { tellTimeTaken(input: $input) { id } }', {
      input: { deliveryId: id, timeTaken: 'FROM_1_TO_4_HOURS' },
    });
    const ofRegeling = ({ uitvraagKey }: { uitvraagKey: string }) => uitvraagKey === REGELING;
    expect(before.filter(ofRegeling)).toEqual([]);
    const [told] = (await ground.sure(ja, BURDEN)).burden.uitvragen.filter(ofRegeling);
    expect(told).toMatchObject({ deliveries: 1, ...kept, times: [{ timeTaken: 'FROM_1_TO_4_HOURS', deliveries: 1 }] });
    expect(told.says).toContain(`deliveries: 1; ${kept.asked} values asked`);
    expect((await ground.sure(wissel, BURDEN)).burden.uitvragen.filter(ofRegeling)).toEqual([told]);
    expect((await ground.sure(neighbour, BURDEN)).burden.uitvragen).toEqual([]);
  });
});
