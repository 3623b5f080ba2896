import { type Config, readConfig } from '../../src/config';
import { type Prepared, prepareDatabase } from '../../src/database/prepare';
import { refusalOfDatabase } from '../../src/database/refusals';
import { EwsError } from '../../src/errors';
import { emptyDatabase, freshDatabase, type TestUrls } from '../support/database';

let urls: TestUrls;

beforeAll(async () => {
  urls = await emptyDatabase();
});
afterAll(() => urls.drop());

const config = (changes: Partial<Config> = {}): Config => ({
  ...readConfig({}),
  database: { app: urls.appUrl, owner: urls.ownerUrl },
  world: null,
  ...changes,
});

async function prepared<T>(changes: Partial<Config>, look: (prepared: Prepared) => Promise<T>): Promise<T> {
  const database = await prepareDatabase(config(changes));
  return look(database).finally(() => database.stop());
}

async function refusal(changes: Partial<Config>): Promise<string> {
  const error = await prepareDatabase(config(changes)).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(EwsError);
  return (error as EwsError).sentence.en;
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

describe('a database of your own', () => {
  it('is brought up to date, and the second time there is nothing to do', async () => {
    expect(await prepared({}, async ({ migrated }) => migrated.length)).toBeGreaterThan(0);
    expect(await prepared({}, async ({ migrated }) => migrated)).toEqual([]);
  });

  it('gives the API the role that policies bind: without a context there are no rows', async () => {
    const rows = await prepared({}, ({ app }) =>
      app.query('select current_user as role, count(*)::int as rows from party'),
    );
    expect(rows).toEqual([{ role: 'ews_app', rows: 0 }]);
  });

  it('keeps its key, until the settings give another', async () => {
    const key = await prepared({}, async ({ contextKey }) => contextKey);
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(await prepared({}, async ({ contextKey }) => contextKey)).toEqual(key);
    const given = Buffer.alloc(32, 7);
    expect(await prepared({ contextKey: given }, async ({ contextKey }) => contextKey)).toEqual(given);
    expect(await prepared({}, async ({ contextKey }) => contextKey)).toEqual(given);
  });

  it('is not filled when no world is asked for', async () => {
    await prepared({}, async () => undefined);
    const { owner, drop } = await freshDatabase();
    const [template] = await owner.query('select size from seeded_world').finally(drop);
    expect(template).toEqual({ size: 'small' });
  });
});

describe('a database that cannot be used is one sentence', () => {
  const both = (change: (url: URL) => void) => ({
    database: { app: changed(urls.appUrl, change), owner: changed(urls.ownerUrl, change) },
  });

  it('when nothing listens there', async () => {
    expect(await refusal(both((url) => Object.assign(url, { port: '1' })))).toMatch(
      /DATABASE_URL .*nothing listens there/,
    );
  });

  it('when the password is wrong, which is not repeated', async () => {
    const sentence = await refusal(both((url) => Object.assign(url, { password: 'hunter2' })));
    expect(sentence).toMatch(/the user or password is wrong/);
    expect(sentence).not.toContain('hunter2');
  });

  it('when the database does not exist', async () => {
    expect(await refusal(both((url) => Object.assign(url, { pathname: '/nowhere' })))).toMatch(/does not exist/);
  });

  it('when only the owner is wrong', async () => {
    const owner = changed(urls.ownerUrl, (url) => Object.assign(url, { password: 'x' }));
    expect(await refusal({ database: { app: urls.appUrl, owner } })).toMatch(/DATABASE_OWNER_URL/);
  });

  it('when the API would sign in as a role that no policy binds', async () => {
    expect(await refusal({ database: { app: urls.ownerUrl, owner: urls.ownerUrl } })).toMatch(/superuser/);
  });

  it('when it takes the call and says nothing', () => {
    const refused = refusalOfDatabase(new Error('timeout expired'), 'DATABASE_URL');
    expect(refused).toHaveProperty('sentence.en', expect.stringMatching(/does not answer in time/));
  });
});
