/** Every deed leaves one entry, or is not done; the auditor of the JA reads them, and is seen to. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/policy/viewer';
import { asking, codesOf } from '../support/logs';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

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
const { analyst, provider, auditor } = {
  analyst: () => stage.cast.analyst,
  provider: (): Viewer => ({
    ...(stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer),
    functions: ['PREPARER'],
  }),
  auditor: () => stage.cast.few.find(({ functions }) => functions.join() === 'AUDITOR') as Viewer,
};

/** The entries that a piece of work adds. */
async function entriesOf(work: () => Promise<unknown>) {
  const [{ last }] = await owner('select coalesce(max(id), 0) as last from audit_entry');
  await work();
  return owner('select * from audit_entry where id > $1 order by id', [last]);
}

const melding = (key = randomUUID()) =>
  `mutation { registerMelding(input: { clientKey: "${key}", reason: BOARD_CHANGE, providerId: "Provider:${provider().providerId}", explanation: "De bestuurder vertrekt." }) { id } }`;
const aSignal = async () =>
  (await ask('{ signals(first: 1, filter: { isSeen: false }) { nodes { id } } }', analyst())).data.signals.nodes[0].id;
const signaal = (municipality: string, more = '') =>
  `mutation { sendSignaal(input: { municipalityCode: "${municipality}", careFormCodes: ["JH1221"], supply: POSSIBLE_RISK, developments: [STAFFING] ${more} }) { id } }`;

describe('a deed', () => {
  it('leaves one entry: who, what, which, from where, under which number', async () => {
    const [entry, ...more] = await entriesOf(() => ask(melding(), provider()));
    const { subject, partyId } = provider();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: 'melding registered',
      object_kind: 'melding',
      result: 'OK',
      subject,
      party_id: partyId,
    });
    expect(entry).toMatchObject({ origin: 'system', trace_id: 'trace', readings: null, digest: null });
    expect(await owner('select from melding where id = $1', [entry.object_id])).toHaveLength(1);
    expect(Object.values(entry).join()).not.toContain('bestuurder');
  });

  it('that changes nothing leaves none', async () => {
    const key = randomUUID();
    expect(await entriesOf(() => ask(melding(key), provider()))).toHaveLength(1);
    expect(await entriesOf(() => ask(melding(key), provider()))).toEqual([]);
    const mark = `mutation { markSignalSeen(id: "${await aSignal()}") { id } }`;
    expect(await entriesOf(() => ask(mark, analyst()))).toHaveLength(1);
    expect(await entriesOf(() => ask(mark, analyst()))).toEqual([]);
  });

  it('that is two leaves two', async () => {
    const [sent] = await entriesOf(() => ask(signaal('GM0014'), analyst()));
    expect([sent.action, sent.object_kind]).toEqual(['signaal sent', 'signaal']);
    const follows = signaal('GM0106', `, signalId: "${await aSignal()}"`);
    const entries = await entriesOf(() => ask(follows, analyst()));
    expect(entries.map((entry: { action: string }) => entry.action)).toEqual(['signal seen', 'signaal sent']);
  });

  it('that an account may not do leaves one that says so; of who has not signed in there is none', async () => {
    const mark = `mutation { markSignalSeen(id: "Signal:${randomUUID()}") { id } }`;
    const [entry, ...more] = await entriesOf(async () =>
      expect(codesOf(await ask(mark, provider()))).toEqual(['FORBIDDEN']),
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'mutation refused', object_id: 'markSignalSeen', result: 'REFUSED' });
    const nobody = stage.cast.few.find(({ kind }) => kind === 'ANONYMOUS') as Viewer;
    expect(await entriesOf(() => ask(mark, nobody))).toEqual([]);
    // Wrong is not refused.
    expect(await entriesOf(() => ask(mark, analyst()))).toEqual([]);
  });

  it('is not done when it cannot be written down', async () => {
    await owner('alter table audit_entry add constraint nothing_fits check (false) not valid');
    const before = await owner('select count(*) from melding');
    for (const [text, viewer] of [
      [melding(), provider()],
      [`mutation { markSignalSeen(id: "${await aSignal()}") { id } }`, analyst()],
      [signaal('GM0109'), analyst()],
      [`mutation { markSignalSeen(id: "Signal:${randomUUID()}") { id } }`, provider()],
      ['{ auditLog { totalCount } }', auditor()],
    ] as const) {
      const answer = await ask(text, viewer);
      expect(Object.values(answer.data)).toEqual([null]);
      expect(codesOf(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    }
    await owner('alter table audit_entry drop constraint nothing_fits');
    expect(await owner('select count(*) from melding')).toEqual(before);
    expect(await owner("select from signaal where municipality_code = 'GM0109' and sent_at = $1", [stage.now])).toEqual(
      [],
    );
  });
});

describe('the audit log', () => {
  const LOG = '{ auditLog(first: 100) { totalCount nodes { number action subject partyId hash previousHash } } }';

  it('is read by the auditor of the JA alone, and that is written in it', async () => {
    const entries = await entriesOf(() => ask(LOG, auditor()));
    expect(entries).toMatchObject([{ action: 'audit log read', subject: auditor().subject }]);
    const { data } = await ask(LOG, auditor());
    expect(data.auditLog.nodes[1]).toMatchObject({
      number: Number(entries[0].id),
      hash: entries[0].hash,
      previousHash: entries[0].previous_hash,
    });
    for (const viewer of stage.cast.few.filter((one) => one !== auditor())) {
      expect(codesOf(await ask(LOG, viewer))).toEqual([viewer.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
    }
  });

  it.each([
    ['action: "signal seen"', (entry: { action: string }) => entry.action === 'signal seen'],
    ['result: REFUSED', (entry: { result: string }) => entry.result === 'REFUSED'],
    ['objectKind: "melding"', (entry: { objectKind: string }) => entry.objectKind === 'melding'],
    ['to: "2020-01-01T00:00:00Z"', () => false],
  ])('is searched by %s', async (filter, holds) => {
    const FIELDS = 'nodes { number action result objectKind }';
    const all = (await ask(`{ auditLog(first: 100) { ${FIELDS} } }`, auditor())).data.auditLog.nodes;
    const found = (await ask(`{ auditLog(first: 100, filter: { ${filter} }) { ${FIELDS} } }`, auditor())).data.auditLog
      .nodes;
    expect(found).toEqual(all.filter(holds));
  });

  it('cannot be added to, changed, emptied or forged by the role of the API', async () => {
    const app = (sql: string) =>
      stage.database.app.query(sql).then(
        () => 'no error',
        ({ code }: { code: string }) => code,
      );
    for (const table of ['audit_entry', 'reading']) {
      for (const sql of [`update ${table} set subject = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
        expect([sql, await app(sql.replace('reading set subject', 'reading set operation'))]).toEqual([sql, '42501']);
      }
      expect(await app(`insert into ${table} (at) values (now())`)).toBe('42501');
      expect(await stage.database.app.query(`select from ${table}`)).toEqual([]);
    }
    expect(await app('select * from ews_sec.audit_head')).toBe('42501');
    expect(await app('select ews_sec.append(null)')).toBe('42501');
    expect(await app('select ews.seal_readings()')).toBe('42501');
    expect(await app('select ews.audit_head()')).toBe('42501');
    // Without a signed context there is nobody to write down.
    expect(await app("select ews.note_readings('{}', 'GM0014', null, '{x}', '{}', 'o', 's', 't')")).toBe('28000');
  });
});
