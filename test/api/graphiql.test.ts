import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildASTSchema, parse, validate } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { printApiSchema } from '../../src/api/build-schema';
import { EXAMPLES } from '../../src/api/graphiql-examples';
import { LIMIT_RULES } from '../../src/api/limits';
import { launchBrowser, NO_BROWSER, withBrowser } from '../support/browser';
import { type Served, serve } from './serve';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const get = (path: string) => fetch(`${served.url}${path}`);
const issue = (body: unknown) =>
  fetch(`${served.url}/development/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the workbench of a development server', () => {
  test('is served whole from the installed packages, with a policy that allows no script but its own', async () => {
    const page = await get('/');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    const addresses = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] as string);
    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect((await get(address)).status).toBe(200);
  });

  test.each([
    '/',
    '/workbench/app.js',
    '/workbench/app.css',
    '/workbench/graphiql.js',
    '/workbench/menu.json',
    '/graphql',
    '/livez',
    '/readyz',
    '/nothing/here',
    '/%E0%A4%A',
  ])('%s has the headers of a strict check, whatever comes of it', async (path) => {
    const { headers } = await get(path);
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split('; ').map((part) => part.split(/ (.*)/) as [string, string]),
    );
    // As Internet.nl checks it: nothing by default, nobody around it, and no way for a script in the page itself.
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe-|\*|https?:/);
    for (const part of ['default-src', 'script-src', 'style-src', 'connect-src'])
      expect(policy[part] ?? '').not.toContain('data:');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('serves nothing that is not on its list', async () => {
    for (const path of ['/workbench/', '/workbench/graphiql.js.map', '/workbench/../package.json', '/package.json']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('gives a token to act as an account, and none to act as nobody', async () => {
    const { token, expiresAt } = (await (await issue({ as: 'ja' })).json()) as { token: string; expiresAt: string };
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    expect((await issue({ as: 'nobody' })).status).toBe(404);
    expect((await issue({ as: 7 })).status).toBe(400);
    expect((await issue('ja')).status).toBe(400);
  });
});

test('in production mode there is no workbench and nobody to issue a token', async () => {
  const jwks = join(await mkdtemp(join(tmpdir(), 'ews-keys-')), 'keys.json');
  await writeFile(jwks, '{"keys":[]}');
  const production = await serve({ EWS_MODE: 'production', EWS_TOKEN_ISSUER: 'us', EWS_TOKEN_JWKS: jwks });
  for (const path of ['/', '/workbench/app.js', '/workbench/menu.json', '/development/token']) {
    expect((await fetch(`${production.url}${path}`)).status).toBe(404);
  }
  const headers = { 'content-type': 'application/json' };
  const body = '{"as":"ja"}';
  expect((await fetch(`${production.url}/development/token`, { method: 'POST', headers, body })).status).toBe(404);
  const authorization = `Bearer ${await served.tokenFor('ja')}`;
  const asked = { method: 'POST', headers: { ...headers, authorization }, body: '{"query":"{__typename}"}' };
  expect((await fetch(`${production.url}/graphql`, asked)).status).toBe(401);
  await production.stop();
});

describe('every example', () => {
  const schema = buildASTSchema(parse(printApiSchema()));

  test.each(EXAMPLES.map((example) => [example.en, example] as const))(
    '"%s" fits the schema and the limits',
    (_, { query }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      expect(validate(schema, parse(query), LIMIT_RULES)).toEqual([]);
    },
  );

  test.each(EXAMPLES.map((example) => [example.en, example] as const))(
    '"%s" is answered in full to who asks it',
    async (_, example) => {
      const { query, variables, as } = example;
      const headers = {
        'content-type': 'application/json',
        ...(as && { authorization: `Bearer ${await served.tokenFor(as)}` }),
      };
      const body = JSON.stringify({ query, variables });
      const answer = await (await fetch(`${served.url}/graphql`, { method: 'POST', headers, body })).json();
      expect(answer).toEqual({ data: expect.anything() });
    },
  );
});

withBrowser('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !url.startsWith('data:')) complaints.push(url);
    });
    await page.goto(served.url);
  }, 60_000);
  afterAll(() => browser.close());

  const answered = (text: RegExp) =>
    page.locator('.result-window', { hasText: text }).waitFor({ state: 'visible', timeout: 15_000 });
  const choose = async (menu: '#persona' | '#example', label: RegExp) => {
    const labels = await page.locator(`${menu} option`).allTextContents();
    await page.selectOption(menu, { label: labels.find((one) => label.test(one)) ?? String(label) });
  };

  test('the first example is asked at once, as the Jeugdautoriteit', async () => {
    await answered(/"riskDashboard": \{/);
    expect(await page.inputValue('#persona')).toBe('ja');
    expect(await page.textContent('#session')).toMatch(/^Aangemeld tot \d\d:\d\d/);
  });

  test('whoever is not signed in is told so, in the answer to the same question', async () => {
    await choose('#persona', /^Niet aangemeld/);
    await answered(/"code": "UNAUTHENTICATED"/);
    expect(await page.isDisabled('#copy')).toBe(true);
  });

  test('an example brings its own account', async () => {
    await choose('#example', /^Mijn meldingen/);
    await answered(/"name": "Gemeente Groningen"/);
    expect(await page.inputValue('#persona')).toBe('municipality:GM0014');
  });

  test('a change is made only by who presses the button', async () => {
    await choose('#example', /^Een melding doen/);
    await page.locator('.graphiql-query-editor', { hasText: 'registerMelding' }).waitFor();
    await page.locator('.graphiql-editor-tool', { hasText: 'workbench-1' }).waitFor();
    expect(await page.textContent('.result-window')).not.toContain('registerMelding');
    await page.click('.graphiql-execute-button');
    await answered(/"registerMelding": \{/);
  });

  test('the documentation of the schema is there', async () => {
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.locator('.graphiql-doc-explorer', { hasText: 'MunicipalityConnection' }).waitFor();
  });

  test('the page asks nobody else, and its own policy stops nothing of it', () => {
    expect(complaints).toEqual([]);
  });
});

if (withBrowser === describe.skip) {
  test.todo(`in a browser: ${NO_BROWSER}`);
}
