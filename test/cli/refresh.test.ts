import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../support/database';
import { run } from '../support/programs';

it('brings summaries up to date that lag behind, and says so', async () => {
  const database = await freshDatabase();
  const trede = () => database.owner.query('select provider_id, trede from provider_risk order by 1');
  const before = await trede();
  await database.owner.query('update provider_risk set trede = 1');
  const { code, stdout } = await run('src/cli/main.ts', ['refresh'], {
    EWS_DATA: mkdtempSync(join(tmpdir(), 'ews-refresh-')),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Every summary is up to date.\n' });
  expect(await trede()).toEqual(before);
  await database.drop();
});
