/**
 * How fast declarations come in by CSV, beside plain `\copy` of the same rows: `node -r @swc-node/register bench/intake-speed.ts [lines]`.
 * The product reads the file, checks every line, lands them and makes the summaries again; the other side reads a file that holds the
 * rows already, into the same table with its indexes and references. On a throw-away cluster, in turns.
 */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { fillIn } from '../src/actions/fill-in';
import { openDeliveries } from '../src/actions/open-deliveries';
import { submitDelivery } from '../src/actions/submit-delivery';
import { draft } from '../src/answers/draft';
import { openEngine } from '../src/api/engine';
import { readConfig } from '../src/config';
import { RequestContext } from '../src/context';
import { startThrowAwayCluster } from '../src/database/embedded';
import { prepareDatabase } from '../src/database/prepare';
import { signContext } from '../src/database/signed-context';
import { receiveFile } from '../src/intake/receive-file';
import { SYSTEM, type Viewer } from '../src/policy/viewer';

const LINES = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;
const NOW = new Date('2027-01-05T10:00:00Z');
const COLUMNS =
  'provider_id, municipality_code, region_code, care_form_code, delivery_id, period_start, period_end, amount_cents, volume, unit';

const tell = (text: string) => process.stdout.write(`${text}\n`);
const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;

async function timed<T>(work: () => Promise<T> | T): Promise<[ms: number, T]> {
  const start = performance.now();
  const done = await work();
  return [performance.now() - start, done];
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ews-intake-speed-'));
  const cluster = await startThrowAwayCluster();
  const database = { app: cluster.url('app'), owner: cluster.url('owner') };
  const prepared = await prepareDatabase({ ...readConfig({ EWS_WORLD: 'small', EWS_DATA: folder }), database });
  const engine = await openEngine(prepared);
  const owner = new Client({ connectionString: database.owner });
  await owner.connect();
  try {
    const asSystem = signContext(SYSTEM, prepared.contextKey, new Date(Date.now() + 86_400_000));
    await owner.query("select set_config('ews.context', $1, false)", [asSystem]);
    await prepared.app.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [asSystem]);
      await openDeliveries(tx, NOW);
    });
    // psql copies as the owner, whom the policies bind too.
    await owner.query('alter table declaration no force row level security');
    await owner.query('update party set wants_four_eyes = false');
    const { rows: towns } = await owner.query('select code from municipality order by code');
    const { rows: forms } = await owner.query('select code from care_form order by code');
    const file = join(folder, 'declarations.csv');
    await pipeline(Readable.from(csv(towns, forms)), createWriteStream(file));
    const { rows: parties } = await owner.query(
      `select p.id as "partyId", p.provider_id as "providerId", p.kind, d.id as delivery
       from party p join delivery d on d.party_id = p.id
       where d.uitvraag_key = 'convenant-bijlage-4' and d.period_start = '2026-10-01' and p.kind = 'PROVIDER' order by p.key limit $1`,
      [ROUNDS + 1],
    );
    const [products, copies]: [number[], number[]] = [[], []];
    for (const [round, { delivery, ...party }] of parties.entries()) {
      const viewer = { ...PERSON, ...party } as Viewer;
      const ctx = new RequestContext(engine.shared, viewer, NOW, 'bench');
      await fillEverything(ctx, delivery, owner);
      const spooled = { path: file, bytes: statSync(file).size, sha256: '0'.repeat(64) };
      const stages: number[] = [];
      const [received, { result, findings }] = await timed(() =>
        receiveFile(
          ctx,
          `Delivery:${delivery}`,
          spooled,
          { seal: (text) => text, scanner: null },
          (_, lines) => stages.push(lines ?? 0),
          'declarations',
        ),
      );
      if (result !== 'READ') throw new Error(JSON.stringify(findings.slice(0, 3)));
      await answerEverything(owner, delivery);
      const [submitted] = await timed(() => submitDelivery(ctx, `Delivery:${delivery}`));
      const rows = join(folder, 'rows.tsv');
      await pipeline(
        owner.query(to(`copy (select ${COLUMNS} from declaration where delivery_id = '${delivery}') to stdout`)),
        createWriteStream(rows),
      );
      const [copied] = await timed(() =>
        execFileSync('psql', [
          database.owner,
          '-q',
          '-v',
          'ON_ERROR_STOP=1',
          '-c',
          `\\copy declaration (${COLUMNS}) from '${rows}'`,
        ]),
      );
      // The first delivery of a quarter moves everybody into it: that is not what is measured.
      if (round === 0) continue;
      products.push(received + submitted);
      copies.push(copied);
      tell(
        `round ${round}: read and checked ${Math.round(received)} ms (told ${stages.length} times), landed ${Math.round(submitted)} ms; psql ${Math.round(copied)} ms`,
      );
    }
    tell(
      `${LINES} lines: ${Math.round(median(products))} ms beside ${Math.round(median(copies))} ms of psql \\copy: ${(median(copies) / median(products)).toFixed(2)} of it; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
  } finally {
    await owner.end();
    await engine.close();
    await prepared.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const PERSON = {
  subject: 'bench',
  functions: ['PREPARER', 'APPROVER'],
  regionCode: null,
  municipalityCode: null,
  assurance: 'SUBSTANTIAL',
};

/** The item that the lines have to add up to. */
const TOTAL = 'A3.1';
const euros = (at: number) => at % 9_999;
const cents = (at: number) => at % 100;
function totalOfLines(): string {
  let total = 0;
  for (let at = 0; at < LINES; at += 1) total += euros(at) * 100 + cents(at);
  return (total / 100).toFixed(2).replace('.', ',');
}

type Coded = { code: string }[];
function* csv(towns: Coded, forms: Coded): Iterable<string> {
  yield 'municipality;careForm;amount;volume;unit\n';
  for (let at = 0; at < LINES; at += 1) {
    const [town, form] = [towns[at % towns.length], forms[at % forms.length]] as [Coded[0], Coded[0]];
    yield `${town.code};${form.code};${euros(at)},${String(cents(at)).padStart(2, '0')};${(at * 7) % 1_000};HOUR\n`;
  }
}

/** Single items as they were in the quarter before. */
async function fillEverything(ctx: RequestContext, delivery: string, owner: Client): Promise<void> {
  const shown = await draft(ctx, `Delivery:${delivery}`);
  const values = shown.sections.flatMap(({ code: section, kind, fields }) =>
    kind === 'ITEMS'
      ? fields.map(({ code: field, type, previous }) => ({
          section,
          row: 0,
          field,
          text: field === TOTAL ? totalOfLines() : (previous ?? (type === 'YES_NO' ? 'nee' : '0')),
          version: 0,
        }))
      : [],
  );
  await fillIn(ctx, { deliveryId: `Delivery:${delivery}`, values });
  await answerEverything(owner, delivery);
}

const answerEverything = (owner: Client, delivery: string) =>
  owner.query(
    "update draft_finding set explanation = 'Dit is om te meten.', answered_at = now() where delivery_id = $1 and severity = 'QUESTION'",
    [delivery],
  );

void measure();
