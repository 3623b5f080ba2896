/**
 * What a long list costs the server that receives it: `npm run bench:memory [megabytes]`. The server is that of `npm start`, as it is
 * built, in a process and a world of its own. A file of declarations is sent to it as a party would, and what the server said of its
 * progress is counted. Its memory is what the kernel says it ever held, its Postgres not included.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { developmentIssuer } from '../src/identity/development-issuer';

const MEGABYTES = Number(process.argv[2] ?? 500);
/** As `npm start` has it: below 2 GB V8 lets garbage grow to twice what lives, and not to four times. */
const AS_STARTED = '--max-old-space-size=2000';
const LISTENS = /answers at (\S+)/;
const tell = (text: string) => process.stdout.write(`${text}\n`);

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ews-intake-memory-'));
  // Postgres may run as another user than we do, who must pass.
  chmodSync(folder, 0o711);
  const start = () =>
    spawn(process.execPath, [AS_STARTED, 'dist/src/main.js'], {
      env: { ...process.env, EWS_DATA: folder, EWS_WORLD: 'small', PORT: '4099' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  // Filling its own archive costs memory too, which no server has to do twice.
  const filling = start();
  await listening(filling);
  await stopped(filling);
  const server = start();
  try {
    const url = await listening(server);
    const { token } = await (await developmentIssuer({ mode: 'development', dataFolder: folder })).issueToken(
      'provider:de-wissel',
    );
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const ask = async <T>(query: string): Promise<T> => {
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return ((await answer.json()) as { data: T }).data;
    };
    const { tasks, municipalities, careForms } = await ask<Asked>(ASKED);
    const last = tasks.tasks.map(({ delivery }) => delivery).find(isQuarter);
    // The last quarter was delivered already: it is corrected.
    const { correctDelivery } = await ask<{ correctDelivery: AskedDelivery }>(
      `mutation { correctDelivery(input: { deliveryId: "${last?.id}", reason: "Dit is om te meten." }) { id } }`,
    );
    const before = memoryOf(server, 'VmRSS');
    const began = performance.now();
    const answer = await fetch(`${url}/v1/deliveries/${correctDelivery.id.split(':')[1]}/file?section=declarations`, {
      ...{ method: 'PUT', duplex: 'half' },
      headers: { ...headers, 'content-type': 'text/csv', accept: 'text/event-stream' },
      body: Readable.from(csv(codes(municipalities), codes(careForms))) as never,
    } as RequestInit);
    const { events, end } = await eventsOf(answer);
    const seconds = (performance.now() - began) / 1000;
    tell(`${MEGABYTES} MB in ${seconds.toFixed(0)} s, told ${events} times; at last: ${end.slice(0, 300)}`);
    tell(`memory of the server: ${before} MB before, ${memoryOf(server, 'VmHWM')} MB at most`);
  } finally {
    await stopped(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Until it says where. What it says after that is read too, and let go. */
function listening({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    stdout?.on('data', (piece) => {
      said += piece;
      const [, url] = LISTENS.exec(said) ?? [];
      if (url) found(url);
    });
    stdout?.once('end', () => failed(new Error('The server did not start.')));
  });
}

async function stopped(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

const ASKED = `{
  tasks { tasks { delivery { id uitvraagKey periodStart periodEnd } } }
  municipalities(first: 50) { nodes { code } } careForms(first: 50) { nodes { code } }
}`;
interface Asked {
  readonly tasks: { readonly tasks: readonly { readonly delivery: AskedDelivery }[] };
  readonly municipalities: Coded;
  readonly careForms: Coded;
}
type AskedDelivery = Readonly<Record<'id' | 'uitvraagKey' | 'periodStart' | 'periodEnd', string>>;
interface Coded {
  readonly nodes: readonly { readonly code: string }[];
}

const isQuarter = ({ uitvraagKey, periodStart, periodEnd }: AskedDelivery) =>
  uitvraagKey === 'convenant-bijlage-4' && Date.parse(periodEnd) - Date.parse(periodStart) < 100 * 86_400_000;
const codes = ({ nodes }: Coded) => nodes.map(({ code }) => code);

/** A line is a municipality and a form of care with an amount that no other line has. */
function* csv(towns: readonly string[], forms: readonly string[]): Iterable<Buffer> {
  let [sent, line] = [0, 0];
  let waiting = 'municipality;careForm;amount;volume;unit\n';
  while (sent < MEGABYTES * 1_000_000) {
    for (; waiting.length < 60_000; line += 1) {
      waiting += `${towns[line % towns.length]};${forms[line % forms.length]};${line},${String(line % 100).padStart(2, '0')};${line % 1_000};HOUR\n`;
    }
    sent += waiting.length;
    yield Buffer.from(waiting);
    waiting = '';
  }
}

async function eventsOf({ body, status }: Response): Promise<{ events: number; end: string }> {
  let [events, end] = [0, `status ${status}`];
  for await (const piece of Readable.fromWeb(body as never)) {
    const text = String(piece);
    events += text.split('event: ').length - 1;
    end = text;
  }
  return { events, end };
}

/** In megabytes, as the kernel tells it. */
function memoryOf({ pid }: ChildProcess, what: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1000);
}

void measure();
