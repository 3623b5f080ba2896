/** Whoever has not signed in may report, and learns nothing by it: not even whether they did so before. */
import { randomUUID } from 'node:crypto';
import { STEP_MS } from '../../src/actions/in-steps';
import { RARE } from '../../src/api/rate-table';
import { signContext } from '../../src/database/signed-context';
import { ANONYMOUS, type Viewer } from '../../src/policy/viewer';
import { asking, codesOf, type Told } from '../support/logs';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';
import { type Served, serve } from './serve';

let stage: Stage;
let product: Product;
beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
}, 60_000);
afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

const ask = asking(
  () => stage,
  () => product,
);
const owner = (sql: string, values: unknown[] = []) => stage.database.owner.query(sql, values);
const mutation = (input: string) =>
  `mutation { reportAnonymously(input: { reason: CONTINUITY, moment: ACTUAL, ${input} }) { reference issuedAt } }`;
const key = () => `clientKey: "${randomUUID()}"`;
const report = (input: string, viewer: Viewer = ANONYMOUS) => ask(mutation(input), viewer);
const rows = async () => (await owner('select count(*)::int as rows from melding'))[0].rows;
const referenceOf = async (input: string) => (await report(input)).data.reportAnonymously.reference as string;
/** Another one than the stage's, and close enough for a signature to hold. */
const moment = (later: number) => new Date(stage.now.getTime() + later * 1_000);
const REFERENCE = /^Melding:[0-9a-f-]{36}$/;
const receiptAt = async (now: Date, input: string): Promise<{ reference: string; issuedAt: string }> => {
  const { data, errors } = JSON.parse(await product.ask({ text: mutation(input), variables: {} }, ANONYMOUS, now));
  expect(errors).toBeUndefined();
  return data.reportAnonymously;
};
const SAYS = 'explanation: "De zorg is gestopt"';

/** A provider of which nothing was reported, that takes part in the early warning system. */
const quiet = () => {
  const risk = stage.world
    .all('ProviderRisk')
    .find(({ providerId }) => stage.world.where('Melding', 'providerId', providerId).length === 0) as Row;
  return stage.world.where('Provider', 'id', risk.providerId)[0] as Row;
};

describe('whoever has not signed in', () => {
  it('reports, and gets a reference and a moment', async () => {
    const before = await rows();
    const { data, errors } = await report(`${key()}, municipalityCode: "GM0014", ${SAYS}`);
    expect(errors).toBeUndefined();
    expect(data.reportAnonymously).toEqual({
      reference: expect.stringMatching(/^Melding:[0-9a-f-]{36}$/),
      issuedAt: stage.now.toISOString(),
    });
    expect(await rows()).toBe(before + 1);
    const [kept] = await owner('select * from melding where id = $1', [
      data.reportAnonymously.reference.slice('Melding:'.length),
    ]);
    expect(kept).toMatchObject({
      reporter_party_id: null,
      municipality_code: 'GM0014',
      explanation: 'De zorg is gestopt',
    });
    expect(kept.region_code).toMatch(/^JZ\d\d$/);
  });

  it('is believed to have lost the answer when the same comes again: it is registered once, and answered alike', async () => {
    const input = `${key()}, ${SAYS}`;
    const before = await rows();
    const [early, late] = [moment(1), moment(2)];
    const first = await receiptAt(early, input);
    // Of now, as if it had not been there.
    expect(await receiptAt(late, input)).toEqual({ ...first, issuedAt: late.toISOString() });
    expect(first.issuedAt).toBe(early.toISOString());
    expect(await rows()).toBe(before + 1);
    const both = await Promise.all([1, 2, 3].map(() => report(`clientKey: "at once", ${SAYS}`)));
    expect(new Set(both.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await rows()).toBe(before + 2);
  });

  it('learns nothing from a key that somebody else used: other content is another melding', async () => {
    const provider = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
    const used = key();
    const register = `mutation { registerMelding(input: { reason: CONTINUITY, moment: ACTUAL, ${used}, ${SAYS} }) { id } }`;
    const { id } = (await ask(register, { ...provider, functions: ['PREPARER'] })).data.registerMelding;
    const before = await rows();
    const now = moment(3);
    const receipts = [
      await receiptAt(now, `${key()}, ${SAYS}`),
      // Said by somebody else with the same key, said by nobody yet, and said again.
      await receiptAt(now, `${used}, ${SAYS}`),
      await receiptAt(now, `${used}, explanation: "Iets anders"`),
      await receiptAt(now, `${used}, explanation: "Iets anders"`),
    ];
    for (const receipt of receipts) {
      expect(receipt).toEqual({ reference: expect.stringMatching(REFERENCE), issuedAt: now.toISOString() });
    }
    expect(new Set([id, ...receipts.map(({ reference }) => reference)]).size).toBe(4);
    expect(await rows()).toBe(before + 3);
  });

  it('learns nothing from a number of a provider: known or not, the answer is the same', async () => {
    const now = moment(3);
    const lengths: number[] = [];
    for (const number of [quiet().kvkNumber, '00000000', quiet().kvkNumber, '00000000']) {
      const began = performance.now();
      const receipt = await receiptAt(now, `${key()}, kvkNumber: "${number}", ${SAYS}`);
      expect(receipt).toEqual({ reference: expect.stringMatching(REFERENCE), issuedAt: now.toISOString() });
      lengths.push(performance.now() - began);
    }
    // And takes the same time, to what a timer misses.
    for (const length of lengths) expect([length > STEP_MS - 2, length < 2 * STEP_MS]).toEqual([true, true]);
    expect(codesOf(await report(`${key()}, kvkNumber: "12", ${SAYS}`))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['personal data', 'explanation: "Bel 06-12345678"'],
    ['a place that is not there', `municipalityCode: "GM9999", ${SAYS}`],
    ['nothing said', 'explanation: " "'],
  ])('is told what is wrong with it: %s', async (_, input) => {
    const before = await rows();
    expect(codesOf(await report(`${key()}, ${input}`))).toEqual(['BAD_USER_INPUT']);
    expect(await rows()).toBe(before);
  });

  it('cannot read it back, nor is it a reporter elsewhere', async () => {
    const reference = await referenceOf(`${key()}, ${SAYS}`);
    expect(codesOf(await ask(`{ melding(id: "${reference}") { id } }`, ANONYMOUS))).toEqual(['UNAUTHENTICATED']);
    const register = `mutation { registerMelding(input: { reason: CONTINUITY, ${key()}, ${SAYS} }) { id } }`;
    expect(codesOf(await ask(register, ANONYMOUS))).toEqual(['UNAUTHENTICATED']);
  });

  it('leaves an entry in the log, and not where it came from', async () => {
    const reference = await referenceOf(`${key()}, ${SAYS}`);
    const entries = await owner('select * from audit_entry where object_id = $1', [reference.slice('Melding:'.length)]);
    expect(entries).toMatchObject([
      { action: 'melding registered', subject: 'anonymous', origin: 'anonymous', party_id: null, result: 'OK' },
    ]);
  });

  it('has not reported when that cannot be written down', async () => {
    await owner('alter table audit_entry add constraint nothing_fits check (false) not valid');
    const before = await rows();
    const answer = await report(`${key()}, ${SAYS}`);
    await owner('alter table audit_entry drop constraint nothing_fits');
    expect(codesOf(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(await rows()).toBe(before);
  });
});

describe('a melding without a name', () => {
  it('is there for the JA alone, with its signal', async () => {
    const { id, kvkNumber } = quiet();
    const reference = await referenceOf(`${key()}, kvkNumber: "${kvkNumber}", ${SAYS}`);
    const QUESTION = `{ melding(id: "${reference}") { reporter { id } provider { id } explanation } }`;
    const told = await ask(QUESTION, stage.cast.analyst);
    expect(told.data.melding).toEqual({
      reporter: null,
      provider: { id: `Provider:${id}` },
      explanation: 'De zorg is gestopt',
    });
    const signals = `{ signals(first: 100, filter: { providerId: "Provider:${id}", kind: [NEW_MELDING, CARE_STOPPED] }) { nodes { kind } } }`;
    expect((await ask(signals, stage.cast.analyst)).data.signals.nodes).toEqual([{ kind: 'CARE_STOPPED' }]);

    for (const viewer of stage.cast.few) {
      if (['JA', 'ANONYMOUS'].includes(viewer.kind)) continue;
      expect((await ask(QUESTION, viewer)).data.melding).toBeNull();
    }
  });

  it.each(['known', 'not known'])('keeps the number that was given, for the JA alone: %s here', async (what) => {
    const reportedKvkNumber = what === 'known' ? quiet().kvkNumber : '00000042';
    const reference = await referenceOf(`${key()}, kvkNumber: "${reportedKvkNumber}", ${SAYS}`);
    const question = `{ melding(id: "${reference}") { reportedKvkNumber } }`;
    expect((await ask(question, stage.cast.analyst)).data).toEqual({ melding: { reportedKvkNumber } });
    for (const viewer of stage.cast.few.filter(({ kind }) => !['JA', 'ANONYMOUS'].includes(kind))) {
      expect((await ask(question, viewer)).data.melding ?? null).toBeNull();
      const all = await ask('{ meldingen { nodes { reportedKvkNumber } } }', viewer);
      expect(new Set(codesOf(all))).toEqual(new Set(['FORBIDDEN']));
    }
  });

  it('is not made by whoever has signed in', async () => {
    for (const viewer of stage.cast.few.filter(({ kind }) => kind !== 'ANONYMOUS')) {
      expect(codesOf(await report(`${key()}, ${SAYS}`, viewer))).toEqual(['FORBIDDEN']);
    }
  });
});

describe('in the database', () => {
  const insert = async (viewer: Viewer, reporter: string | null, sql?: string) => {
    const { app, contextKey } = stage.database;
    const context = signContext(viewer, contextKey, new Date());
    return app
      .transaction(async (tx) => {
        await tx.query("select set_config('ews.context', $1, true)", [context]);
        const text = `insert into melding (id, reporter_party_id, client_key, reason, explanation, received_at)
          values (gen_random_uuid(), ${reporter ? `'${reporter}'` : 'null'}, gen_random_uuid(), 'CONTINUITY', 'x', now())`;
        return tx.query(sql ?? text);
      })
      .then(
        () => 'added',
        ({ code }: { code: string }) => code,
      );
  };
  const some = () => stage.cast.few.find(({ kind }) => kind === 'MUNICIPALITY') as Viewer;

  it('who has not signed in may add a melding without a name, and not in somebody else’s', async () => {
    expect(await insert(ANONYMOUS, null)).toBe('added');
    expect(await insert(ANONYMOUS, some().partyId)).toBe('42501');
    expect(await insert(some(), null)).toBe('42501');
    expect(await insert(some(), some().partyId)).toBe('added');
    const { app, contextKey } = stage.database;
    const seen = await app.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [signContext(ANONYMOUS, contextKey, new Date())]);
      return tx.query('select from melding');
    });
    expect(seen).toEqual([]);
  });
});

describe('what else there is', () => {
  // Rows that are there, under another key: nothing but a policy is in their way.
  const KEYS: Readonly<Record<string, readonly string[]>> = {
    signal: ['id', 'quarter'],
    session: ['cookie_hash'],
    notice: ['id'],
    signaal: ['id'],
    melding_handling: ['melding_id'],
    draaiboek_case: ['id', 'provider_id'],
    case_party: ['id', 'party_id'],
    disclosure: ['id', 'notice_id'],
  };
  /** Of the columns of a key another value; a reference that then leads nowhere is judged after the policy. */
  const another = (row: Row, keys: readonly string[]) => ({
    ...row,
    ...Object.fromEntries(
      keys.map((column) => [column, column === 'quarter' ? '1999-03-31' : (randomUUID() as string)]),
    ),
  });
  const addedBy = (viewer: Viewer, table: string, row: object) =>
    stage.database.app
      .transaction(async (tx) => {
        const context = signContext(viewer, stage.database.contextKey, new Date());
        await tx.query("select set_config('ews.context', $1, true)", [context]);
        await tx.query(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [row]);
      })
      .then(
        () => 'added',
        ({ code }: { code: string }) => code,
      );

  it.each(Object.entries(KEYS))('is not for who has not signed in to add to: %s', async (table, keys) => {
    if (table === 'session') {
      await owner(`insert into session (cookie_hash, account_id, began_at, seen_at, ends_at)
        select 'x', id, now(), now(), now() from account limit 1`);
    }
    const [{ row }] = await owner(`select to_jsonb(t) as row from ${table} t limit 1`);
    expect([table, await addedBy(ANONYMOUS, table, another(row, keys))]).toEqual([table, '42501']);
  });
});

describe('over the network', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  }, 60_000);
  afterAll(() => served.stop());
  const send = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  const post = (headers?: Record<string, string>) => send(mutation(`${key()}, ${SAYS}`), headers);
  const reported = async () =>
    (await served.database.owner.query('select count(*)::int as rows from melding'))[0].rows as number;
  const codes = async (response: Response) => codesOf((await response.json()) as Told);

  it('another site cannot make a browser do it, and a session must come from a page of ours', async () => {
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ cookie: '__Host-ews=x' })).status).toBe(403);
  });

  it('whoever corrects a text has not reported yet, nor has who may not report so, or says @skip', async () => {
    const six = (field: string) => Array.from({ length: 6 }, (_, at) => `r${at}: ${field}`).join(' ');
    const wrong = mutation(`${key()}, explanation: "Bel 06-12345678"`);
    const register = `registerMelding(input: { reason: CONTINUITY, ${key()}, ${SAYS} })`;
    const skipped = mutation(`${key()}, ${SAYS}`).replace('{ reference', '@skip(if: true) { reference').slice(10, -1);
    for (let time = 0; time < 6; time += 1) {
      expect(await codes(await send(wrong))).toEqual(['BAD_USER_INPUT']);
      expect(await codes(await send(`mutation { ${register} { id } }`))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await (await send(`mutation { ${six(skipped)} }`)).json()).toEqual({ data: {} });
    expect(await codes(await post())).toBeUndefined();
  });

  it('a few an hour from one address, and then it is told how long to wait', async () => {
    await served.database.owner.query('truncate ews.rate_limit');
    for (let time = 0; time < RARE['melding-anonymous'].points; time += 1) {
      expect(await codes(await post())).toBeUndefined();
    }
    const before = await reported();
    const response = await post();
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(JSON.stringify(await response.json())).toContain('zonder aanmelden');
    expect(await reported()).toBe(before);
  });

  it('of who has signed in what is registered is counted as well', async () => {
    await served.database.owner.query('truncate ews.rate_limit');
    const authorization = `Bearer ${await served.tokenFor('ja')}`;
    const register = (explanation: string) =>
      send(`mutation { registerMelding(input: { reason: CONTINUITY, ${key()}, ${explanation} }) { id } }`, {
        authorization,
      });
    for (let time = 0; time < 3; time += 1) {
      expect(await codes(await register('explanation: "Bel 06-12345678"'))).toEqual(['BAD_USER_INPUT']);
    }
    expect(await codes(await register(SAYS))).toBeUndefined();
    const [kept] = await served.database.owner.query("select points from ews.rate_limit where key like 'melding:%'");
    expect(kept.points).toBe(1);
  });
});
