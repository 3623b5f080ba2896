/** The one way into the reading log, called as the disclosure room does: several providers at once. */
import { signContext } from '../../src/database/signed-context';
import type { Viewer } from '../../src/policy/viewer';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.database.drop());

const NOBODY = '00000000-0000-4000-8000-000000000000';

async function note(viewer: Viewer, providers: readonly (string | null)[], confidential: readonly string[] = []) {
  const runner = stage.database.app.createQueryRunner();
  await runner.startTransaction();
  try {
    const context = signContext(viewer, stage.database.contextKey, new Date());
    await runner.query("select set_config('ews.context', $1, true)", [context]);
    const told = [providers, ['figures'], confidential, 'Vraag', 's', 't', NOBODY];
    await runner.query('select ews.note_readings($1, null, null, $2, $3, $4, $5, $6, $7)', told);
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
  return stage.database.owner.query(
    'delete from reading returning provider_id, reader_party_id, information, kinds, disclosure_id',
  );
}

it('takes several at once, each once for what it may know and once for what it may not', async () => {
  const { analyst } = stage.cast;
  const ids = stage.world
    .all('Provider')
    .slice(0, 3)
    .map(({ id }) => id as string);
  const [rows, count] = await note(analyst, [...ids, null], ['melding']);
  expect(count).toBe(6);
  for (const id of ids) {
    const about = { provider_id: id, reader_party_id: analyst.partyId, disclosure_id: NOBODY };
    expect(rows).toContainEqual({ ...about, information: 'TOLD', kinds: ['figures'] });
    expect(rows).toContainEqual({ ...about, information: 'CONFIDENTIAL', kinds: ['melding'] });
  }
});

it('takes the reader from the signed context, and leaves out what a provider reads about itself', async () => {
  const provider = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
  const [rows] = await note(provider, [provider.providerId, NOBODY]);
  expect(rows).toMatchObject([{ provider_id: NOBODY, reader_party_id: provider.partyId }]);
  expect(await note(provider, [provider.providerId])).toEqual([[], 0]);
});
