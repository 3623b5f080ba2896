/** The one function that counts rows of others: whom it answers, what it gives, and what it leaves behind. */

import { signContext } from '../../src/database/signed-context';
import { INDICATORS } from '../../src/domain/indicators';
import { PEERS_AT_LEAST } from '../../src/domain/indicators/peer';
import type { Viewer } from '../../src/policy/viewer';
import { BY_READING } from '../support/oracle/reading';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.database.drop());

const provider = () => stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
/** Solvency of the latest quarter of which it is known: of a provider itself, or of somebody else. */
const solvency = (isOwn: boolean) =>
  stage.world
    .all('Indicator')
    .filter(
      ({ code, value, providerId }) => code === 'solvency' && value && (providerId === provider().providerId) === isOwn,
    )
    .sort((a, b) => (String(a.quarter) < String(b.quarter) ? 1 : -1))[0] as Row;

/** What the function says, and how many assessments can be read afterwards in the same transaction. */
async function counted(viewer: Viewer, about: unknown): Promise<{ rows: Row[]; after: number }> {
  const runner = stage.database.app.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query("select set_config('ews.context', $1, true)", [
      signContext(viewer, stage.database.contextKey, new Date()),
    ]);
    const rows = await runner.query('select * from ews.peer_counts($1, false)', [about]);
    const [{ after }] = await runner.query('select count(*)::int as after from assessment');
    return { rows, after };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

it('counts the others for who may read the indicator, and nothing else', async () => {
  const own = solvency(true);
  const { rows } = await counted(provider(), own.id);
  const others = stage.world
    .all('Indicator')
    .filter(({ code, quarter, value, id }) => code === 'solvency' && quarter === own.quarter && value && id !== own.id);
  const lower = others.filter(({ value }) => Number(value) < Number(own.value)).length;
  expect(rows[0]).toEqual({ peer_group: 'ALL', peers: others.length, worse: lower, equal: 0 });
  expect(Object.keys(rows[0] as Row)).toEqual(['peer_group', 'peers', 'worse', 'equal']);
});

it('says nothing of an indicator of somebody else, nor to who may read none', async () => {
  expect((await counted(provider(), solvency(false).id)).rows).toEqual([]);
  let told = 0;
  for (const viewer of stage.cast.few.filter(({ kind }) => kind !== 'PROVIDER' && kind !== 'JA')) {
    // To whom the assessment was disclosed, or who leads its case, its place is told as well.
    const mayRead = stage.see(viewer, BY_READING).find('Indicator', 'id', solvency(true).id) !== null;
    expect((await counted(viewer, solvency(true).id)).rows.length > 0).toBe(mayRead);
    told += mayRead ? 1 : 0;
  }
  expect(told).toBeGreaterThan(0);
  expect((await counted(stage.cast.analyst, solvency(false).id)).rows).not.toEqual([]);
});

it('leaves the one who asks with its own eyes', async () => {
  const { after } = await counted(provider(), solvency(true).id);
  expect(after).toBe(stage.world.where('Assessment', 'providerId', provider().providerId).length);
  const app = stage.database.app;
  expect(await app.query('select * from ews.peer_counts($1, false)', [solvency(true).id])).toEqual([]);
});

it('keeps silent about fewer than ten others', async () => {
  const own = solvency(true);
  const groups = new Map<string, number>();
  for (const { code } of INDICATORS) {
    const row = stage.world
      .where('Indicator', 'providerId', own.providerId)
      .find((one) => one.code === code && one.value);
    if (!row) continue;
    for (const { peer_group, peers } of (await counted(provider(), row.id)).rows) {
      expect(Number(peers)).toBeGreaterThanOrEqual(PEERS_AT_LEAST);
      groups.set(String(peer_group), Number(peers));
    }
  }
  // In a world of 24 providers no size has ten others besides the one that has: the groups that are left out are many.
  expect(groups.has('ALL')).toBe(true);
  expect(groups.size).toBeLessThan(4);
});
