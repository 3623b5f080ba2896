/**
 * The eleven holes that row-level security is known for (design: P1 to P14), each tried as the role of the API. And each
 * shown to be one: with the rule broken, in a transaction that is taken back, the same attempt sees what it should not.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config';
import { makeDataSource } from '../../src/database/data-source';
import { prepareDatabase } from '../../src/database/prepare';
import { signContext } from '../../src/database/signed-context';
import { ANONYMOUS, type Viewer } from '../../src/policy/viewer';
import { emptyDatabase } from '../support/database';
import { BY_READING } from '../support/oracle/reading';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let role: string;
let town: Viewer;
/** Meldingen that the town reported, and all there are. */
let own: number;
let all: number;

beforeAll(async () => {
  stage = await openStage();
  [{ role }] = (await stage.database.app.query('select current_user as role')) as [{ role: string }];
  const reported = (viewer: Viewer) => stage.see(viewer, BY_READING).all('Melding').length;
  town = stage.cast.few.find((viewer) => viewer.kind === 'MUNICIPALITY' && reported(viewer) > 0) as Viewer;
  own = reported(town);
  all = stage.world.all('Melding').length;
  expect(own).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(own);
}, 60_000);

afterAll(() => stage?.database.drop());

const signed = (viewer: Viewer) => signContext(viewer, stage.database.contextKey, new Date());
const COUNT = 'select count(*)::int as rows from';

type Answer = number | string | undefined;

/**
 * What the last of some statements answers to the role of the API in the name of the town: its number, or the code of the
 * refusal. Before that the owner does something, and afterwards nothing of it is left.
 */
async function tryAs(who: string, owner: readonly string[], ...statements: readonly string[]): Promise<Answer> {
  const runner = stage.database.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const statement of owner) await runner.query(statement);
    await runner.query(`set local role ${who}`);
    await runner.query("select set_config('ews.context', $1, true)", [signed(town)]);
    let answer: { rows?: number }[] = [];
    for (const statement of statements) answer = await runner.query(statement);
    return answer?.[0]?.rows;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
const attempt = (...statements: string[]) => tryAs(role, [], ...statements);
const withBroken = (owner: string | string[], ...statements: string[]) => tryAs(role, [owner].flat(), ...statements);
const REFUSED = '42501';

describe('P1: an owner is bound as well', () => {
  // In a production of any care the owner is no superuser, as the embedded one is.
  const HANDED_OVER = [
    'create role plain_owner nologin nosuperuser nobypassrls',
    'alter table melding owner to plain_owner',
    'grant usage on schema ews, public to plain_owner',
    'grant execute on all functions in schema ews to plain_owner',
  ];

  it('because every table forces it', async () => {
    expect(await tryAs('plain_owner', HANDED_OVER, `${COUNT} melding`)).toBe(own);
  });

  it('and would see everything without', async () => {
    const loose = [...HANDED_OVER, 'alter table melding no force row level security'];
    expect(await tryAs('plain_owner', loose, `${COUNT} melding`)).toBe(all);
  });
});

describe('P2: a view', () => {
  it('cannot be made by the role of the API', async () => {
    expect(await attempt('create view peep as select * from melding')).toBe(REFUSED);
  });

  it.each([
    ['shows everything when it reads with the eyes of its owner', '', () => all],
    ['shows what is one’s own when it reads with those of who asks', 'with (security_invoker = true)', () => own],
  ])('%s', async (_, option, rows) => {
    const view = `create view peep ${option} as select * from melding`;
    expect(await withBroken([view, `grant select on peep to ${role}`], `${COUNT} peep`)).toBe(rows());
  });
});

describe('P3: a function that runs as its owner', () => {
  it('cannot be made by the role of the API', async () => {
    expect(await attempt("create function public.peep() returns int language sql as 'select 1'")).toBe(REFUSED);
  });

  it('shows everything', async () => {
    const peep = `create function peep() returns int language sql security definer as 'select count(*)::int from melding'`;
    expect(await withBroken(peep, 'select peep() as rows')).toBe(all);
  });

  const HOSTILE = [
    'create schema hostile',
    "create function hostile.never(text, text) returns boolean language sql as 'select false'",
    'create operator hostile.<> (leftarg = text, rightarg = text, function = hostile.never)',
    `grant usage on schema hostile to public`,
  ];
  const FORGED = `select set_config('ews.context', 'JA|||||9999999999|${'0'.repeat(64)}', true)`;
  const LOOK = [FORGED, 'set local search_path = hostile, pg_catalog, public', `${COUNT} melding`];

  it('is not deceived by what is slipped under its search path', async () => {
    expect(await withBroken(HOSTILE, ...LOOK)).toBe('28000');
  });

  it('would be, if it named one thing less than in full', async () => {
    const careless = `do $$ begin execute replace(pg_get_functiondef('ews.context()'::regprocedure), 'operator(pg_catalog.<>)', '<>'); end $$`;
    expect(await withBroken([...HOSTILE, careless], ...LOOK)).toBe(all);
  });
});

describe('P4: a materialized view', () => {
  const KEPT = 'create materialized view kept as select * from melding';

  it('cannot be made by the role of the API, nor read when the owner makes one', async () => {
    expect(await attempt(KEPT)).toBe(REFUSED);
    expect(await withBroken(KEPT, `${COUNT} kept`)).toBe(REFUSED);
  });

  it('shows everything once it is granted', async () => {
    expect(await withBroken([KEPT, `grant select on kept to ${role}`], `${COUNT} kept`)).toBe(all);
  });
});

describe('P5: a context that has gone', () => {
  /** On one connection, after a transaction that set a context. */
  async function afterwards(question: string): Promise<unknown> {
    const runner = stage.database.app.createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('ews.context', $1, true)", [signed(stage.cast.analyst)]);
    await runner.commitTransaction();
    const [answer] = await runner.query(question).finally(() => runner.release());
    return Object.values(answer)[0];
  }

  it('leaves an empty text rather than nothing, which a careless policy would take for somebody', async () => {
    expect(await afterwards("select current_setting('ews.context', true) as left")).toBe('');
    expect(await afterwards("select current_setting('ews.context', true) is not null as let_in")).toBe(true);
  });

  it('is nobody', async () => {
    expect(await afterwards(`${COUNT} melding`)).toBe(0);
    expect(await afterwards('select ews.context() as who')).toBeNull();
  });
});

describe('P6: a context that is set on the session', () => {
  it('stays for whoever comes next on the connection, so that nothing of ours may set one', async () => {
    const one = await makeDataSource(stage.database.appUrl, { connections: 1 }).initialize();
    const rows = async () => ((await one.query(`${COUNT} melding`)) as [{ rows: number }])[0].rows;
    try {
      await one.query("select set_config('ews.context', $1, true)", [signed(stage.cast.analyst)]);
      expect(await rows()).toBe(0);
      await one.query("select set_config('ews.context', $1, false)", [signed(stage.cast.analyst)]);
      expect(await rows()).toBe(all);
    } finally {
      await one.destroy();
    }
  });
});

const REPORT = (key: string, extra = '') =>
  `insert into melding (id, reporter_party_id, client_key, reason, explanation, received_at${extra && ', provider_id'})
   values (gen_random_uuid(), '${town.partyId}', '${key}', 'CONTINUITY', 'Zorgen', now()${extra}) returning 1 as rows`;

describe('P7: a unique key', () => {
  const another = () => {
    const found = stage.world.all('Melding').find(({ reporterPartyId }) => reporterPartyId !== town.partyId);
    return String(found?.clientKey);
  };

  it('does not tell that another party used a key', async () => {
    expect(await attempt(REPORT(another()))).toBe(1);
  });

  it('would, if it did not hold the party', async () => {
    expect(await withBroken('create unique index tell_tale on melding (client_key)', REPORT(another()))).toBe('23505');
  });
});

describe('P9: a part of a table', () => {
  const PARTS = (policies: string) => [
    'create table whole (party text) partition by list (party)',
    "create table part partition of whole for values in ('another')",
    "insert into whole values ('another')",
    'alter table whole enable row level security',
    policies,
  ];
  const GRANTED = `grant select on whole to public`;

  it('cannot be asked by its own name, when only the whole is granted', async () => {
    expect(await withBroken(PARTS(GRANTED), `${COUNT} whole`)).toBe(0);
    expect(await withBroken(PARTS(GRANTED), `${COUNT} part`)).toBe(REFUSED);
  });

  it('shows everything when it is granted, and nothing when it has security of its own', async () => {
    const loose = `${GRANTED}; grant select on part to public`;
    expect(await withBroken(PARTS(loose), `${COUNT} part`)).toBe(1);
    expect(await withBroken(PARTS(`${loose}; alter table part enable row level security`), `${COUNT} part`)).toBe(0);
  });
});

describe('P10: a reference', () => {
  it('tells nothing of parties: what is not in the own name is refused before it is looked up', async () => {
    const inTheNameOf = (party: unknown) => REPORT('x').replace(String(town.partyId), String(party));
    const [other] = stage.world.all('Party').filter(({ id }) => id !== town.partyId);
    expect(await attempt(inTheNameOf(other?.id))).toBe(REFUSED);
    expect(await attempt(inTheNameOf(randomUUID()))).toBe(REFUSED);
  });

  it('leads from a melding only to what its reporter may read: every provider', async () => {
    const providers = stage.world.all('Provider').length;
    for (const viewer of stage.cast.few.filter(({ kind }) => !['RESEARCHER', 'ANONYMOUS', 'JA'].includes(kind))) {
      expect(stage.see(viewer, BY_READING).all('Provider')).toHaveLength(providers);
    }
  });

  it('would tell that a hidden row exists, if one led there', async () => {
    const hidden = stage.world.all('Melding').find(({ reporterPartyId }) => reporterPartyId !== town.partyId);
    const bridge = [
      'create table bridge (melding_id uuid references melding (id))',
      `grant insert on bridge to ${role}`,
    ];
    const refer = (id: unknown) => `with added as (insert into bridge values ('${id}') returning 1) select 1 as rows`;
    expect(await withBroken(bridge, refer(hidden?.id))).toBe(1);
    expect(await withBroken(bridge, refer(randomUUID()))).toBe('23503');
  });
});

describe('P11: emptying a table', () => {
  it('is refused', async () => {
    for (const { tableName } of stage.database.owner.entityMetadatas) {
      expect([tableName, await attempt(`truncate ${tableName} cascade`)]).toEqual([tableName, REFUSED]);
    }
  });

  it('would pass every policy by', async () => {
    const grant = `grant truncate on melding, melding_handling to ${role}`;
    const TRUNCATE = ['truncate melding, melding_handling', 'reset role', `${COUNT} melding`];
    expect(await withBroken(grant, ...TRUNCATE)).toBe(0);
  });
});

describe('P14: something temporary', () => {
  const MAKE = [
    'create temporary table mine (id int)',
    "create function pg_temp.mine() returns int language sql as 'select 1'",
  ];
  let prepared: { app: DataSource; stop(): Promise<void>; drop(): Promise<void> };

  // A copy of a database does not inherit what its template refuses: this is asked of one that was prepared.
  beforeAll(async () => {
    const urls = await emptyDatabase();
    const database = { app: urls.appUrl, owner: urls.ownerUrl };
    prepared = { ...(await prepareDatabase({ ...readConfig({}), database, world: null })), drop: urls.drop };
  }, 60_000);
  afterAll(async () => {
    await prepared?.stop();
    await prepared?.drop();
  });

  it.each(MAKE)('cannot be made by the role of the API: %s', async (statement) => {
    await expect(prepared.app.query(statement)).rejects.toMatchObject({ code: REFUSED });
  });

  it('can be made where it was forgotten to refuse it', async () => {
    for (const statement of MAKE) expect(await attempt(statement)).not.toBe(REFUSED);
  });
});

describe('beside these, what held', () => {
  const DIVIDE = (party: unknown) =>
    `${COUNT} melding where 1 / (case when reporter_party_id = '${party}' then 1 else 0 end) = 1`;

  it('a condition that fails on hidden rows is not tried on them', async () => {
    expect(await attempt(DIVIDE(town.partyId))).toBe(own);
    expect(await withBroken('alter table melding disable row level security', DIVIDE(town.partyId))).toBe('22012');
  });

  it('what Postgres knows of the values of a table is not told of guarded ones', async () => {
    const STATISTICS = `${COUNT} pg_stats where tablename = 'melding'`;
    expect(await withBroken('analyze melding', STATISTICS)).toBe(0);
    expect(
      await withBroken(['analyze melding', 'alter table melding disable row level security'], STATISTICS),
    ).toBeGreaterThan(0);
  });

  it('nobody is asked as nobody', async () => {
    expect(await attempt(`select set_config('ews.context', '${signed(ANONYMOUS)}', true)`, `${COUNT} melding`)).toBe(0);
  });
});
