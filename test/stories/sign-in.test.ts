/** Someone of a municipality signs in with a browser, asks as oneself and as a persona, and signs out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Served, serve } from '../api/serve';
import { launchBrowser, NO_BROWSER, withBrowser } from '../support/browser';
import '../support/one-realm';

let served: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

withBrowser('signing in with a browser', () => {
  beforeAll(async () => {
    served = await serve();
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !url.startsWith('data:')) complaints.push(url);
    });
    await page.goto(served.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const answered = (text: RegExp) =>
    page.locator('.result-window', { hasText: text }).waitFor({ state: 'visible', timeout: 15_000 });
  const session = async () => (await context.cookies()).find(({ name }) => name === '__Host-ews');

  test('leads from the workbench to the page of the identity provider, in Dutch or in English', async () => {
    await page.click('#sign-in');
    await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('nl');
    await page.click('text=In English');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  test('goes by the keyboard alone, and each control has its name', async () => {
    await page.getByRole('combobox', { name: 'Account' }).focus();
    await page.keyboard.type('Gemeente Groningen');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('radio', { name: /^substantial/ }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: /^low/ }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served.url}/`);
  });

  test('leaves a cookie that the real browser keeps for this host alone, and hides from scripts', async () => {
    expect(await session()).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toMatch(/eyJ/);
  });

  test('lets one ask as oneself', async () => {
    await answered(/"code": "FORBIDDEN"/);
    expect(await page.inputValue('#persona')).toBe('@');
    expect(await page.textContent('#persona option')).toBe('Ikzelf / myself: municipality:GM0014 (low)');
    await page.selectOption('#example', { index: 1 });
    const asked = page.waitForResponse('**/graphql');
    await page.click('.graphiql-execute-button');
    const headers = await (await asked).request().allHeaders();
    expect(headers).toMatchObject({ cookie: expect.stringContaining('__Host-ews='), 'x-ews-request': 'workbench' });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('lets one look as a persona meanwhile: then the token alone counts', async () => {
    await page.selectOption('#persona', 'ja');
    await page.selectOption('#example', { index: 0 });
    await answered(/"riskDashboard": \{/);
  });

  test('ends when one signs out: the cookie is gone, and nothing is left of the session', async () => {
    const before = await session();
    await page.click('#sign-out');
    await page.locator('#sign-in').waitFor({ state: 'visible' });
    expect(await session()).toBeUndefined();
    expect(before).toBeDefined();
    expect(await served.database.owner.query('select * from session')).toEqual([]);
  });

  test('no page asks anybody else, and no policy stops anything of it', () => {
    expect(complaints).toEqual([]);
  });
});

if (withBrowser === describe.skip) test.todo(`signing in: ${NO_BROWSER}`);
