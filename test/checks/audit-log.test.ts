/** Whoever tampers with the logs, as mighty as a superuser, is found: at the first place that is wrong. */
import { headsIn, lineOf, type ToldHead } from '../../src/checks/audit-log/heads';
import { verifyAuditLog } from '../../src/checks/audit-log/verify';
import { appendAuditEntry, auditHead } from '../../src/database/logs';
import { freshDatabase, type TestDatabase } from '../support/database';
import { seal, systemContext } from '../support/logs';

const ENTRIES = 12;
/** Readings come in two lots, each with a seal of its own. */
const LOT = 5;

let database: TestDatabase;
let heads: ToldHead[];

const owner = (sql: string, values: unknown[] = []) => database.owner.query(sql, values);

/** In the name of the system, in one transaction. */
async function write(sql: string, values: unknown[] = []): Promise<void> {
  await database.app.transaction(async (tx) => {
    await tx.query("select set_config('ews.context', $1, true)", [systemContext(database)]);
    await tx.query(sql, values);
  });
}

async function read(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await write(
      `select ews.note_readings(array(select id from provider order by key limit 1), null, null, '{figures}', '{}', $1, 's', 't')`,
      [`Vraag ${time}; één:,-`],
    );
  }
}

const head = async (): Promise<ToldHead> => ({
  at: new Date().toISOString(),
  ...(await auditHead(database.app, systemContext(database))),
});

beforeEach(async () => {
  database = await freshDatabase();
  heads = [];
  const context = systemContext(database);
  for (let entry = 1; entry <= ENTRIES; entry += 1) {
    await database.app.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [context]);
      const deed = { action: `deed ${entry}`, objectKind: 'ding', objectId: 'één, twee:3', result: 'OK' } as const;
      await appendAuditEntry(tx, deed, { subject: 's', origin: 'system', traceId: entry % 2 === 0 ? null : 't' });
    });
    if (entry === 4) heads.push(await head());
    if (entry % 6 === 0) {
      await read(LOT);
      await seal(database);
    }
  }
  heads.push(await head());
  // These no seal covers yet.
  await read(2);
}, 60_000);

afterEach(() => database.drop());

const verified = async (told: readonly ToldHead[] = []) =>
  database.owner.transaction('REPEATABLE READ', async (tx) =>
    verifyAuditLog(tx, await auditHead(tx, systemContext(database)), told, () => undefined),
  );
const found = async (told: readonly ToldHead[] = []) => (await verified(told)).wrong?.en ?? 'nothing';

/** Rewrites the whole chain and its end so that every hash is right again, as whoever has the database can. */
const REWRITE = `do $$
  declare e record; last text := repeat('0', 64); n bigint := 0;
  begin
    for e in select * from audit_entry order by id loop
      n := n + 1;
      last := encode(sha256(convert_to(ews_sec.spell(last, n::text, ews_sec.moment(e.at), e.action, e.object_kind, e.object_id,
        e.result, e.origin, e.party_id::text, e.subject, e.trace_id, e.readings::text, e.digest), 'UTF8')), 'hex');
      update audit_entry set id = n, hash = last,
        previous_hash = coalesce((select hash from audit_entry where id = n - 1), repeat('0', 64)) where id = e.id;
    end loop;
    update ews_sec.audit_head set entry_id = n, hash = last;
  end $$`;

it('finds nothing where nothing is wrong, and says what it saw', async () => {
  const wholes = { entries: ENTRIES + 2, sealedReadings: 2 * LOT, openReadings: 2, wrong: null };
  expect(await verified()).toEqual(wholes);
  expect(await verified(heads)).toEqual(wholes);
  expect(await verified(headsIn(heads.map(lineOf).join('')))).toEqual(wholes);
});

describe('finds an entry that was', () => {
  const swap = [
    'update audit_entry set id = -5 where id = 5',
    'update audit_entry set id = 5 where id = 6',
    'update audit_entry set id = 6 where id = -5',
  ];
  it.each([
    ['edited', ["update audit_entry set subject = 'x' where id = 5"], /^Entry 5 .* was changed/],
    [
      'dated otherwise',
      ["update audit_entry set at = at + interval '1 microsecond' where id = 5"],
      /^Entry 5 .* was changed/,
    ],
    ['emptied of its trace', ['update audit_entry set trace_id = null where id = 5'], /^Entry 5 .* was changed/],
    [
      'edited with its hash',
      [`update audit_entry set action = 'x', hash = repeat('a', 64) where id = 5`],
      /^Entry 5 .* was changed/,
    ],
    ['removed', ['delete from audit_entry where id = 5'], /^Entry 5 .* is missing: entry 6/],
    ['removed, the first', ['delete from audit_entry where id = 1'], /^Entry 1 .* is missing: entry 2/],
    ['swapped with the next', swap, /^Entry 5 .* does not follow/],
    [
      'inserted before all',
      [
        'insert into audit_entry select 0, at, action, object_kind, object_id, result, origin, party_id, subject, trace_id, readings, digest, previous_hash, hash from audit_entry where id = 5',
      ],
      /^Entry 1 .* is missing: entry 0/,
    ],
    [
      'inserted between two',
      [
        'update audit_entry set id = id + 100 where id > 5',
        'update audit_entry set id = id - 99 where id > 100',
        'insert into audit_entry select 6, at, action, object_kind, object_id, result, origin, party_id, subject, trace_id, readings, digest, hash, hash from audit_entry where id = 5',
      ],
      /^Entry 6 .* was changed/,
    ],
    [
      'cut off at the end',
      ['delete from audit_entry where id > 12'],
      /ends at entry 12, but was at entry 14 by its own account/,
    ],
    [
      'added at the end',
      [
        `insert into audit_entry select 15, at, action, object_kind, object_id, result, origin, party_id, subject, trace_id, readings, digest, hash, hash from audit_entry where id = 14`,
      ],
      /^Entry 15 .* was changed/,
    ],
  ] as const)('%s', async (_, statements, says) => {
    for (const statement of statements) await owner(statement);
    expect(await found()).toMatch(says);
  });
});

describe('finds a sealed reading that was', () => {
  const COPY = (number: string) =>
    `insert into reading (number, id, at, reader_subject, provider_id, information, kinds, operation, trace_id) overriding system value
     select ${number}, gen_random_uuid(), at, reader_subject, provider_id, information, kinds, operation, trace_id from reading where number = 3`;
  it.each([
    ['edited', "update reading set kinds = '{contracts}' where number = 3", '1-5', 7],
    ['given to another reader', "update reading set reader_subject = 'x' where number = 8", '6-10', 14],
    ['removed', 'delete from reading where number = 6', '6-10', 14],
    ['moved', `${COPY('300').replace('number = 3', 'number = 10')}; delete from reading where number = 10`, '6-10', 14],
    ['put before all', COPY('0'), '1-5', 7],
  ])('%s', async (_, statement, range, entry) => {
    await owner(statement);
    expect(await found()).toMatch(new RegExp(`^Readings ${range} are not those that entry ${entry} `));
  });
});

describe('finds by a head that was told before', () => {
  it('a log that was written anew', async () => {
    await owner("update audit_entry set subject = 'x' where id = 3");
    await owner(REWRITE);
    expect(await found()).toBe('nothing');
    expect(await found(heads)).toMatch(/^Entry 4 .* is another one than was told at .*written anew/);
  });

  it('a log of which the end was cut off, and its own account with it', async () => {
    await owner('delete from audit_entry where id > 12');
    await owner(REWRITE);
    expect(await found()).toBe('nothing');
    expect(await found(heads)).toMatch(/ends at entry 12, but was at entry 14 at 2/);
  });
});

it('refuses a file of heads that holds anything else', () => {
  expect(() => headsIn('2026-11-22T08:00:00.000Z 4 xyz')).toThrow(/line 1 is not a head/);
  expect(() => headsIn(`${lineOf(heads[0] as ToldHead)}\n\nno head`)).toThrow(/line 2 is not a head/);
  expect(headsIn('')).toEqual([]);
});
