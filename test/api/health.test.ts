import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { type Caller, openDoor } from '../../src/api/server-door';
import { ANONYMOUS } from '../../src/policy/viewer';
import { type Served, serve } from './serve';

const statusOf = async (url: string) => {
  const response = await fetch(url);
  return { http: response.status, ...((await response.json()) as object) };
};

describe('a server with its database', () => {
  let served: Served;
  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    served = await serve();
  });
  afterAll(() => served.stop());

  test('is alive and ready', async () => {
    expect(await statusOf(`${served.url}/livez`)).toEqual({ http: 200, status: 'alive' });
    expect(await statusOf(`${served.url}/readyz`)).toEqual({ http: 200, status: 'ready' });
  });

  test('is not ready while a migration is missing, and says which check it is', async () => {
    await served.database.owner.query('update migrations set name = name || $1', ['-renamed']);
    expect(await statusOf(`${served.url}/readyz`)).toEqual({ http: 503, status: 'not ready', failing: ['migrations'] });
    await served.database.owner.query("update migrations set name = replace(name, '-renamed', '')");
    expect(await statusOf(`${served.url}/readyz`)).toEqual({ http: 200, status: 'ready' });
  });

  test('survives that its database goes away: alive, not ready, and every question may be asked again later', async () => {
    await served.database.app.destroy();
    expect(await statusOf(`${served.url}/livez`)).toEqual({ http: 200, status: 'alive' });
    expect(await statusOf(`${served.url}/readyz`)).toMatchObject({ http: 503, failing: ['database', 'migrations'] });
    await served.database.app.initialize();
  });
});

describe('a server that stops', () => {
  const schema = buildSchema('type Query { slow: Int }');
  const slow = (schema.getQueryType() as GraphQLObjectType).getFields().slow;
  Object.assign(slow as object, { resolve: () => pause(600, 7) });

  const open = (drainDelayMs: number) =>
    openDoor<Caller>({
      schema,
      isDevelopment: false,
      plugins: [],
      stringifyResult: JSON.stringify,
      host: '127.0.0.1',
      port: 0,
      authenticate: async () => ANONYMOUS,
      contextOf: (caller) => caller,
      checks: [],
      drainDelayMs,
    });
  const ask = (url: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ slow }"}',
    }).then((response) => response.json());

  test('first says that it is not ready, still answers, and finishes what it began', async () => {
    const door = await open(300);
    const begun = [ask(door.url), ask(door.url)];
    await pause(50);
    const stopped = door.stop();
    expect(await statusOf(`${door.url}/readyz`)).toEqual({ http: 503, status: 'stopping' });
    begun.push(ask(door.url));
    expect(await Promise.all(begun)).toEqual(Array(3).fill({ data: { slow: 7 } }));
    await stopped;
    await expect(ask(door.url)).rejects.toThrow();
  });

  test('may be asked to stop twice', async () => {
    const door = await open(0);
    await Promise.all([door.stop(), door.stop()]);
  });
});
