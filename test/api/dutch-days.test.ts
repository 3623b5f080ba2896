/** A day is a day in the Netherlands: at half past eleven in the evening UTC the next one has begun. */
import { readFacts } from '../../src/actions/refresh/facts';
import { windowOf } from '../../src/actions/refresh/window';
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import { nextQuarter } from '../../src/domain/period';
import type { Viewer } from '../../src/policy/viewer';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';

const NEW_YEARS_EVE = new Date('2027-12-31T23:30:00Z');
const MORNING_AFTER = new Date('2028-01-01T07:00:00Z');

let stage: Stage;
let product: Product;
beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
}, 60_000);
afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const ask = async (text: string, viewer: Viewer, now: Date) =>
  JSON.parse(await product.ask({ text, variables: {} }, viewer, now)).data;
const owner = () => stage.database.owner;

it('a signaal that is sent again in the morning is the one of that night', async () => {
  const send = async (now: Date) => {
    const input = 'regionCode: "JZ01", careFormCodes: ["JH1221"], supply: POSSIBLE_RISK, developments: [STAFFING]';
    return (await ask(`mutation { sendSignaal(input: { ${input} }) { id } }`, stage.cast.analyst, now)).sendSignaal.id;
  };
  const night = await send(NEW_YEARS_EVE);
  expect(await send(MORNING_AFTER)).toBe(night);
  expect(await send(new Date('2027-12-31T20:00:00Z'))).not.toBe(night);
});

it('a definition that ends with the year asks nothing in the first hour of the next', async () => {
  await owner().query("update uitvraag set valid_to = '2028-01-01' where key = 'regeling-jeugdwet-8g'");
  const asked = async (now: Date) =>
    (await ask('{ whatUitvragenAllow { definitions } }', stage.cast.analyst, now)).whatUitvragenAllow.definitions
      .length;
  expect(await asked(NEW_YEARS_EVE)).toBe((await asked(new Date('2027-12-31T22:30:00Z'))) - 1);
});

it('a delivery in the first hour after the due date is a day late', async () => {
  const [delivery]: [Row] = await owner()
    .query(
      `update delivery set submitted_at = due_on + time '23:30' where id = (
       select id from delivery where provider_id is not null and version = 1 and submitted_at is not null
       order by period_end desc, id limit 1
     ) returning provider_id, uitvraag_key, period_start::text as start, period_end::text as end, due_on::text as due, (due_on + 1)::text as next`,
    )
    .then(([rows]) => rows);
  const window = await windowOf(owner(), '2027-01-01');
  const facts = await readFacts(owner(), new Map([[String(delivery.provider_id), []]]), window as never, [
    'deliveries',
  ]);
  const found = facts
    .get(String(delivery.provider_id))
    ?.deliveries.find(
      (one) =>
        one.uitvraag === delivery.uitvraag_key && one.periodStart === delivery.start && one.periodEnd === delivery.end,
    );
  expect(found).toMatchObject({ dueOn: delivery.due, submittedOn: delivery.next });
});

it('a melding in the last hour of the quarter in UTC came in after the quarter', async () => {
  const [{ id, quarter }]: [Row] = await owner().query(
    `select r.provider_id as id, r.quarter::text as quarter from provider_risk r
     where not exists (select from melding m where m.provider_id = r.provider_id) order by 1 limit 1`,
  );
  const [{ id: reporter }]: [Row] = await owner().query("select id from party where kind = 'JA'");
  const end = `(date '${quarter}' + interval '3 months')`;
  const report = (moment: string) =>
    owner().query(
      `insert into melding (id, reporter_party_id, client_key, reason, provider_id, explanation, received_at)
       values (gen_random_uuid(), $1, $3::text, 'CONTINUITY', $2, 'Zorgen', ${end} + $3::text::interval)`,
      [reporter, id, moment],
    );
  const told = async () => {
    await owner().transaction((tx) => refreshSummaries(tx, { providerIds: [String(id)] }, stage.now));
    return owner().query("select says_en, as_of::text from signal where provider_id = $1 and kind = 'NEW_MELDING'", [
      id,
    ]);
  };
  await report('-150 minutes');
  expect(await told()).toEqual([]);
  await report('-30 minutes');
  expect(await told()).toEqual([{ says_en: '1 new melding', as_of: nextQuarter(String(quarter)) }]);
});
