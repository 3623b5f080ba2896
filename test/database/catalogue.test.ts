/** What is in a database of ours, object by object: what is not on a list of test/support/catalogue fails here. */
import { CHECKS } from '../support/catalogue/checks';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let role: string;

beforeAll(async () => {
  database = await freshDatabase();
  [{ role }] = (await database.app.query('select current_user as role')) as [{ role: string }];
}, 60_000);

afterAll(() => database?.drop());

/** The checks whose answer is wrong after a statement, which is taken back. */
async function wrongAfter(statement: string): Promise<string[]> {
  const runner = database.owner.createQueryRunner();
  await runner.startTransaction();
  const ask = (sql: string) => runner.query(sql, /\$1/.test(sql) ? [role] : []);
  try {
    if (statement) await runner.query(statement);
    const wrong: string[] = [];
    for (const { says, expected, found } of CHECKS) {
      const [is, shouldBe] = [(await found(ask)).sort(), [...expected(role)].sort()];
      if (is.join('\n') !== shouldBe.join('\n')) wrong.push(says);
    }
    return wrong;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('the catalogue', () => {
  it.each(CHECKS)('$says', async ({ expected, found }) => {
    const ask = (sql: string) => database.owner.query(sql, /\$1/.test(sql) ? [role] : []);
    expect((await found(ask)).sort()).toEqual([...expected(role)].sort());
  });
});

const DEFINER = 'language sql security definer';

describe('an object that nobody thought of is noticed:', () => {
  it.each([
    ['a table', 'create table afterthought (id int)'],
    ['a table in a schema of its own', 'create schema elsewhere create table afterthought (id int)'],
    ['a temporary table', 'create temporary table afterthought (id int)'],
    ['a table that is not written down', 'create unlogged table afterthought (id int)'],
    ['a table with parts', 'create table afterthought (id int) partition by list (id)'],
    ['a view', 'create view afterthought with (security_invoker = true) as select * from melding'],
    ['a materialized view', 'create materialized view afterthought as select * from melding'],
    ['a rule', 'create rule afterthought as on update to melding do also nothing'],
    ['an extension', 'create extension pg_freespacemap'],
    ['an operator', 'create operator === (leftarg = text, rightarg = text, function = texteq)'],
    ['a cast', 'create cast (date as boolean) with inout'],
    ['a publication', 'create publication afterthought'],
    ['a statistic', 'create statistics afterthought on reason, moment from melding'],
    ['a function', "create function ews.afterthought() returns int language sql as 'select 1'"],
    [
      'a function as its owner',
      `create function public.afterthought() returns bigint ${DEFINER} as 'select count(*) from melding'`,
    ],
    [
      'a listed function with another body',
      `create or replace function ews.own_uuid(key text, columns text[]) returns uuid ${DEFINER} as 'select null::uuid'`,
    ],
    ['a search path that was taken off', 'alter function ews.peer_counts(uuid, boolean) reset search_path'],
    [
      'a name that is not in full',
      `do $$ begin execute replace(pg_get_functiondef('ews.context()'::regprocedure), 'pg_catalog."left"', '"left"'); end $$`,
    ],
    [
      'a type that is not in full',
      `do $$ begin execute replace(pg_get_functiondef('ews.context()'::regprocedure), 'pg_catalog.bytea', 'bytea'); end $$`,
    ],
    [
      'an operator that is not in full',
      `do $$ begin execute replace(pg_get_functiondef('ews.context()'::regprocedure), 'operator(pg_catalog.<>)', '<>'); end $$`,
    ],
    [
      'a trigger',
      'create trigger afterthought before insert on melding for each row execute function suppress_redundant_updates_trigger()',
    ],
    ['a sequence', 'create sequence afterthought'],
    ['a policy for everything', 'create policy afterthought on melding using (true)'],
    ['a policy for everybody', 'create policy afterthought on melding for select using (true)'],
    ['a call per row', "create policy afterthought on melding for select using (ews.is_one_of('{JA}'))"],
    ['force that was taken off', 'alter table melding no force row level security'],
    ['security that was taken off', 'alter table melding disable row level security'],
    ['a grant to everybody', 'grant select on melding to public'],
    ['a grant of a column', 'grant update (explanation) on melding to public'],
    ['a grant on a sequence', 'grant usage on sequence reading_number_seq to public'],
    ['a grant of the key', 'grant select on ews_sec.context_key to public'],
    ['a grant of a schema', 'grant usage on schema ews_sec to public'],
    ['a grant to make things', 'grant create on schema public to public'],
    ['a grant of a function', 'grant execute on function ews.context() to public'],
    ['a default', 'alter default privileges grant select on tables to public'],
    ['a unique key over parties', 'create unique index afterthought on melding (explanation, received_at, id)'],
    ['a reference over parties', 'alter table melding add foreign key (id) references melding (id)'],
    ['an exclusion', 'alter table melding add exclude using btree (id with =)'],
  ])('%s', async (_, statement) => {
    expect(await wrongAfter(statement)).not.toEqual([]);
  });

  it('and what is thought of is not', async () => {
    expect(await wrongAfter('')).toEqual([]);
  });
});
