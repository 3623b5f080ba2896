import { openStatements } from '../../src/database/statements';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a statement that takes too long is stopped, and the connection goes on', async () => {
  const statements = openStatements(database.app, database.appUrl);
  const ask = (seconds: number) =>
    statements.ask({ text: "select coalesce(pg_sleep($1)::text, '') || 'done'", values: [seconds], heavy: false });
  const started = performance.now();
  await expect(ask(30)).rejects.toMatchObject({ code: '57014' });
  expect(performance.now() - started).toBeLessThan(9_000);
  expect(await ask(0)).toBe('done');
  await statements.close();
});
