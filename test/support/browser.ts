import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser to drive: CHROMIUM names one, or else the one of Debian is tried. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** No sandbox, because tests also run as root; no talk with anybody but the page. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests that need a browser, where there is one. */
export const withBrowser = existsSync(CHROMIUM) ? describe : describe.skip;
export const NO_BROWSER = 'there is no Chromium here; name one in CHROMIUM to have the pages driven by it';

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
