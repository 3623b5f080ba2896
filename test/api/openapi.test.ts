import fastify from 'fastify';
import { OPENAPI } from '../../src/api/intake/openapi';
import { type IntakeParts, intakeRoutes } from '../../src/api/intake/routes';

/** Nothing is asked: only which routes there are. */
const NOBODY_ASKS = {} as IntakeParts;

it('tells of every route of the REST edge, and of no other', async () => {
  const app = fastify();
  const routes = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  intakeRoutes(NOBODY_ASKS)(app);
  await app.ready();
  const told = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual([...routes].sort());
  await app.close();
});

it('explains every operation, and refers only to what is there', () => {
  const text = JSON.stringify(OPENAPI);
  for (const operation of Object.values(OPENAPI.paths).flatMap((methods) => Object.values(methods))) {
    expect((operation as { summary: string }).summary).toMatch(/\.$/);
  }
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
    expect(Object.keys(OPENAPI.components.schemas)).toContain(name);
  }
});
