import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { freshDatabase, type TestDatabase } from '../support/database';
import { firstLine, launch, run } from '../support/programs';

const MAIN = 'src/main.ts';

let database: TestDatabase;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await freshDatabase();
  environment = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, EWS_WORLD: 'small', PORT: '0' };
});
afterAll(() => database.drop());

/** One sentence on stderr, and a code that tells a script. */
async function refusal(changes: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await run(MAIN, [], { ...environment, ...changes });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trimEnd()).not.toMatch(/\n|^\s*at /);
  return stderr;
}

describe('the program', () => {
  it('says which settings are wrong, all at once', async () => {
    expect(await refusal({ PORT: 'http', EWS_WORLD: 'huge' })).toMatch(/^PORT: must be .* EWS_WORLD: must be one of/);
  });

  it('says when DATABASE_URL is dead, and does not fall back on a database of its own', async () => {
    const dead = 'postgres://ews_app:hunter2@127.0.0.1:1/ews';
    const sentence = await refusal({ DATABASE_URL: dead, DATABASE_OWNER_URL: dead });
    expect(sentence).toMatch(/^The database of DATABASE_URL cannot be used: nothing listens there\./);
    expect(sentence).not.toContain('hunter2');
  });

  it('says when its port is taken', async () => {
    const squatter = createServer().listen(0, 'localhost');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const sentence = await refusal({ PORT: `${port}` }).finally(() => squatter.close());
    expect(sentence).toMatch(/port .*(in use|taken)/i);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says what to open next, answers, and stops in good order at %s',
    async (signal) => {
      const program = launch(MAIN, [], environment);
      const welcome = await firstLine(program);
      const url = welcome.match(/http:\/\/localhost:\d+/)?.[0] ?? '';
      expect(welcome).toMatch(/npm run -s token -- --as ja/);
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
      program.kill(signal);
      expect(await once(program, 'exit')).toEqual([0, null]);
    },
  );
});
