/** Covenant 3.1.2, portal S1 and S2: what is asked is filled in, checked, submitted, received, and counts at once. */
import { openDeliveries } from '../../src/actions/open-deliveries';
import { signContext } from '../../src/database/signed-context';
import { SYSTEM, type Viewer } from '../../src/policy/viewer';
import { asker, type Told } from '../support/asker';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let product: Product;
let ask: (text: string, viewer: Viewer) => Promise<Told>;
let provider: Viewer;

const NOW = new Date('2027-01-05T10:00:00Z');

beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
  ask = asker(product, NOW);
  const { database, cast } = stage;
  const [party] = await database.owner.query(
    `select p.id as "partyId", p.provider_id as "providerId", p.kind from party p where key = 'provider:de-wissel'`,
  );
  provider = {
    ...cast.analyst,
    ...party,
    regionCode: null,
    subject: 'controller',
    functions: ['PREPARER', 'APPROVER'],
  };
  await database.app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [
      signContext(SYSTEM, database.contextKey, new Date()),
    ]);
    await openDeliveries(tx, NOW);
  });
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const taskOf = async (viewer: Viewer, uitvraag: string, start: string) => {
  const { data } = await ask(
    '{ tasks { open dueSoon tasks { name state isLate daysLeft asked filled delivery { id uitvraagKey periodStart status } } } }',
    viewer,
  );
  return data.tasks.tasks.find(
    ({ delivery }: { delivery: { uitvraagKey: string; periodStart: string } }) =>
      delivery.uitvraagKey === uitvraag && delivery.periodStart === start,
  );
};
const DRAFT = `maySubmit obstacles asked prefilled reused
  sections { code state asked filled errors fields { code type isRequired previous } rows { row cells { field value written version origin } } }
  findings { id severity rule section field value message }`;

/** Everything as it was, and a quarter more of what runs from 1 January. */
async function fillIn(viewer: Viewer, id: string, change: Record<string, string> = {}) {
  const { data } = await ask(`{ draft(deliveryId: "${id}") { ${DRAFT} } }`, viewer);
  const values = data.draft.sections.flatMap((section: any) =>
    section.fields.flatMap(({ code, previous }: any) => {
      const text = change[code] ?? previous;
      return text === null || section.rows.some((row: any) => row.cells.some((cell: any) => cell.field === code))
        ? []
        : [`{ section: "${section.code}", row: 0, field: "${code}", text: "${text}", version: 0 }`];
    }),
  );
  return ask(
    `mutation { fillIn(input: { deliveryId: "${id}", values: [${values.join(', ')}] }) { ${DRAFT} } }`,
    viewer,
  );
}

it('from task to receipt', async () => {
  const task = await taskOf(provider, 'convenant-bijlage-4', '2026-10-01');
  const filled = await fillIn(provider, task.delivery.id, { 'A4.1': 'nee' });
  console.log(
    JSON.stringify(
      {
        errors: filled.errors,
        ...filled.data?.fillIn,
        sections: filled.data?.fillIn?.sections.map(({ fields, rows, ...s }: any) => s),
      },
      null,
      1,
    ).slice(0, 6000),
  );
  for (const { id, severity } of filled.data.fillIn.findings) {
    if (severity !== 'QUESTION') continue;
    const a = await ask(
      `mutation { answerQuestion(input: { findingId: "${id}", explanation: "Dit klopt, wij hebben het nagerekend." }) { maySubmit obstacles } }`,
      provider,
    );
    console.log(JSON.stringify(a));
  }
  const done = await ask(
    `mutation { submitDelivery(id: "${task.delivery.id}") { id status submittedAt receipt { reference sha256 signature } values(first: 3) { totalCount nodes { section row field value } } } }`,
    provider,
  );
  console.log(JSON.stringify(done).slice(0, 3000));
});
