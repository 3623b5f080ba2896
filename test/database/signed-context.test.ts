/** What the database believes of who is asking: exactly what the server signed for this database, now, and nothing else. */
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { readConfig } from '../../src/config';
import { prepareDatabase } from '../../src/database/prepare';
import { signContext } from '../../src/database/signed-context';
import { ANONYMOUS, SYSTEM, type Viewer } from '../../src/policy/viewer';
import { emptyDatabase } from '../support/database';
import { BY_READING } from '../support/oracle/reading';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let runner: QueryRunner;
/** Somebody with few rows, and somebody else of the same kind with rows of its own. */
let one: Viewer;
let other: Viewer;

beforeAll(async () => {
  stage = await openStage();
  runner = stage.database.app.createQueryRunner();
  [one, other] = stage.cast.few.filter(({ kind }) => kind === 'PROVIDER') as [Viewer, Viewer];
}, 60_000);

afterAll(async () => {
  await runner?.release();
  await stage?.database.drop();
});

const sign = (viewer: Viewer, key = stage.database.contextKey, now = new Date()) => signContext(viewer, key, now);
const seenBy = (viewer: Viewer) => stage.see(viewer, BY_READING).all('Figure').length;

const FIGURES = `select (select count(*)::int from figure) as rows
  from (select set_config('ews.context', $1, true) s offset 0) g where g.s is not null`;

/** How many figures a context shows; the code of the refusal when it is not believed. */
const shows = (context: string): Promise<number | string> =>
  runner.query(FIGURES, [context]).then(
    ([{ rows }]) => rows,
    (error: { code: string }) => error.code,
  );

const NOT_BELIEVED = '28000';
const PARTS = ['column', 'party', 'provider', 'municipality', 'region', 'expiry', 'signature'];

describe('a context that was signed', () => {
  it('shows exactly what its viewer may see', async () => {
    expect(seenBy(one)).not.toBe(seenBy(other));
    for (const viewer of [one, other, stage.cast.analyst, ANONYMOUS, SYSTEM]) {
      expect(await shows(sign(viewer))).toBe(viewer === SYSTEM ? seenBy(stage.cast.analyst) : seenBy(viewer));
    }
  });

  it.each(PARTS)('is not believed with the %s of another that was signed as well', async (part) => {
    const at = PARTS.indexOf(part);
    const hers = { ...other, municipalityCode: 'GM0014', regionCode: 'JZ01' };
    const parts = sign(one).split('|');
    const theirs = sign(hers, stage.database.contextKey, new Date(Date.now() + 5_000)).split('|');
    const replaced = parts.map((said, place) => (place === at ? (at === 0 ? 'JA' : (theirs[place] as string)) : said));
    expect(replaced).not.toEqual(parts);
    expect(await shows(replaced.join('|'))).toBe(NOT_BELIEVED);
  });

  it('is not believed with any letter of it changed, left out or added', async () => {
    const context = sign(one);
    const change = fc.record({
      at: fc.nat({ max: context.length - 1 }),
      gone: fc.nat({ max: 2 }),
      said: fc.string({ unit: fc.constantFrom(...'0123456789abcdefJA|- '), maxLength: 3 }),
    });
    const changed = change
      .map(({ at, gone, said }) => context.slice(0, at) + said + context.slice(at + gone))
      .filter((text) => text !== context && text !== '');
    await fc.assert(
      fc.asyncProperty(changed, async (text) => {
        expect(await shows(text)).toBe(NOT_BELIEVED);
      }),
      { numRuns: 500 },
    );
  });

  it('is not believed from another database, whose key is another', async () => {
    const urls = await emptyDatabase();
    const database = { app: urls.appUrl, owner: urls.ownerUrl };
    const elsewhere = await prepareDatabase({ ...readConfig({}), database, world: null });
    await elsewhere.stop();
    await urls.drop();
    expect(elsewhere.contextKey.equals(stage.database.contextKey)).toBe(false);
    expect(await shows(sign(one, elsewhere.contextKey))).toBe(NOT_BELIEVED);
  });

  it('is believed until its minute is over, and not a second longer', async () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);
    expect(await shows(sign(one, stage.database.contextKey, ago(50)))).toBe(seenBy(one));
    expect(await shows(sign(one, stage.database.contextKey, ago(62)))).toBe(NOT_BELIEVED);
  });

  it('is believed to the end of a transaction that began in time, and of no other', async () => {
    const almostOver = sign(one, stage.database.contextKey, new Date(Date.now() - 59_000));
    await runner.startTransaction();
    try {
      expect(await shows(almostOver)).toBe(seenBy(one));
      await runner.query('select pg_sleep(2.5)');
      expect(await shows(almostOver)).toBe(seenBy(one));
    } finally {
      await runner.rollbackTransaction();
    }
    expect(await shows(almostOver)).toBe(NOT_BELIEVED);
  });

  it('cannot be lengthened by who has seen one: the key is in front twice', async () => {
    // With a single hash, key || said || padding || more could be signed without the key; this is that hash.
    const [said] = sign(one).match(/^.*(?=\|)/) as RegExpMatchArray;
    const single = createHash('sha256').update(stage.database.contextKey).update(said).digest('hex');
    expect(await shows(`${said}|${single}`)).toBe(NOT_BELIEVED);
  });
});

describe('what was never signed', () => {
  it.each([
    ['nothing', ''],
    ['only a kind', 'JA'],
    ['everything but a signature', 'JA|||||9999999999'],
    ['a signature of zeros', `JA|||||9999999999|${'0'.repeat(64)}`],
    ['a signature without what was signed', '0'.repeat(64)],
    [
      'a signature with an empty key',
      `JA|||||9999999999|${createHash('sha256').update(createHash('sha256').update('JA|||||9999999999').digest()).digest('hex')}`,
    ],
    ['a very long one', `JA|||||9999999999|${'0'.repeat(100_000)}`],
    ['a word that is no text', '\\x4a41'],
  ])('shows nothing: %s', async (_, context) => {
    expect(await shows(context)).toBe(context === '' ? 0 : NOT_BELIEVED);
  });

  it('shows nothing when there is none at all', async () => {
    const fresh = stage.database.app.createQueryRunner();
    const [{ rows }] = await fresh.query('select count(*)::int as rows from figure').finally(() => fresh.release());
    expect(rows).toBe(0);
  });

  it('is not believed with a key that somebody guessed', async () => {
    expect(await shows(sign(stage.cast.analyst, randomBytes(48)))).toBe(NOT_BELIEVED);
    expect(await shows(sign(stage.cast.analyst, Buffer.alloc(48)))).toBe(NOT_BELIEVED);
  });
});

/** Places in a statement where a careless hand might paste what somebody typed, and what that person typed. */
const FORGED = `JA|||||9999999999|${'0'.repeat(64)}`;
const PUSH = `(select set_config('ews.context', '${FORGED}', true))`;
const INJECTED: readonly (readonly [string, string])[] = [
  ['a condition', `select count(*)::int from figure where item ilike '%' or ${PUSH} is not null`],
  ['a condition that comes first', `select count(*)::int from figure where ${PUSH} is not null`],
  ['an order', `select count(*)::int from (select 1 from figure order by ${PUSH}, id) x`],
  ['a limit', `select count(*)::int from (select 1 from figure limit length(${PUSH})) x`],
  ['a union', `select count(*)::int from (select id from figure union all select id from figure where ${PUSH} > '') x`],
  [
    'a table',
    `select count(*)::int from figure, (select set_config('ews.context', '${FORGED}', true) c offset 0) p where p.c > ''`,
  ],
  [
    'what is set beforehand',
    `select n from (select set_config('ews.context', '${FORGED}', true) c offset 0) p, lateral (select count(*)::int n from figure where p.c > '') f`,
  ],
  ['a session', `select count(*)::int from figure where (select set_config('ews.context', '${FORGED}', false)) > ''`],
];

describe('what is slipped into a statement', () => {
  it.each(INJECTED)('gains nothing in %s', async (_, sql) => {
    const text = `select (${sql}) as rows from (select set_config('ews.context', $1, true) s offset 0) g where g.s is not null`;
    const answer = await runner.query(text, [sign(one)]).then(
      ([{ rows }]) => Number(rows),
      (error: { code: string }) => error.code,
    );
    // Refused, or no more than one's own: never what the forged words ask for.
    if (answer !== NOT_BELIEVED) expect(answer).toBeLessThanOrEqual(2 * seenBy(one));
    expect(seenBy(stage.cast.analyst)).toBeGreaterThan(10 * seenBy(one));
    expect(await shows(sign(one))).toBe(seenBy(one));
  });

  it('would gain everything, if the database believed the words without their signature', async () => {
    const owner = stage.database.owner.createQueryRunner();
    await owner.startTransaction();
    try {
      await owner.query(`create or replace function ews.context() returns text[] language sql stable as
        $$ select string_to_array(nullif(current_setting('ews.context', true), ''), '|') $$`);
      await owner.query(`set local role ${new URL(stage.database.appUrl).username}`);
      await owner.query("select set_config('ews.context', $1, true)", [sign(one)]);
      const [, sql] = INJECTED[6] as [string, string];
      const [{ rows }] = await owner.query(`select (${sql}) as rows`);
      expect(rows).toBe(seenBy(stage.cast.analyst));
    } finally {
      await owner.rollbackTransaction();
      await owner.release();
    }
  });
});

describe('a context that is over', () => {
  const now = async () => {
    const [{ left, rows }] = await runner.query(
      "select coalesce(current_setting('ews.context', true), '') as left, (select count(*)::int from figure) as rows",
    );
    return { left, rows };
  };
  const NOTHING = { left: '', rows: 0 };
  const become = () => runner.query("select set_config('ews.context', $1, true)", [sign(one)]);

  it('leaves nothing on its connection after a commit', async () => {
    await runner.startTransaction();
    await become();
    expect(await now()).toMatchObject({ rows: seenBy(one) });
    await runner.commitTransaction();
    expect(await now()).toEqual(NOTHING);
  });

  it('leaves nothing after a rollback', async () => {
    await runner.startTransaction();
    await become();
    await runner.rollbackTransaction();
    expect(await now()).toEqual(NOTHING);
  });

  it('leaves nothing after a statement that failed, nor after a transaction that did', async () => {
    await expect(
      runner.query(FIGURES.replace('count(*)::int', '(count(*) / 0)::int'), [sign(one)]),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await now()).toEqual(NOTHING);
    await runner.startTransaction();
    await become();
    await expect(runner.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    await runner.rollbackTransaction();
    expect(await now()).toEqual(NOTHING);
  });

  it('is over when the part of the transaction is undone in which it was set', async () => {
    await runner.startTransaction();
    await runner.query('savepoint before');
    await become();
    await runner.query('rollback to savepoint before');
    expect(await now()).toEqual(NOTHING);
    await runner.rollbackTransaction();
  });

  it('is over for a statement that was prepared under it', async () => {
    await runner.startTransaction();
    await become();
    await runner.query('prepare figures as select count(*)::int as rows from figure');
    const within = await runner.query('execute figures');
    await runner.commitTransaction();
    const after = await runner.query('execute figures');
    await runner.query('deallocate figures');
    expect([within, after]).toEqual([[{ rows: seenBy(one) }], [{ rows: 0 }]]);
  });
});
