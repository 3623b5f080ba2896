/** The third lock: what Postgres promises by itself, read from its catalogue and tried out as the role of the API. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../../src/config';
import { prepareDatabase } from '../../src/database/prepare';
import { signContext } from '../../src/database/signed-context';
import type { Viewer } from '../../src/policy/viewer';
import { emptyDatabase } from '../support/database';
import { BY_READING, PUBLIC_TABLES } from '../support/oracle/reading';
import { openStage, type Stage } from '../support/oracle/stage';

/** Tables that say nothing of anybody. */
const OWN_BOOKKEEPING = ['migrations', 'seeded_world'];
/** Nobody changes or removes what is in them, not even the system. */
const LOGS = ['audit_entry', 'reading'];
const WITHOUT_POLICY = [...PUBLIC_TABLES, ...OWN_BOOKKEEPING].sort();

let stage: Stage;
let tables: string[];
let role: string;

beforeAll(async () => {
  stage = await openStage('FILLED');
  const rows = await owner<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  );
  tables = rows.map(({ name }) => name).sort();
  [{ role }] = (await app<{ role: string }>('select current_user as role')) as [{ role: string }];
}, 60_000);

afterAll(() => stage?.database.drop());

const owner = <T = unknown>(sql: string, values: unknown[] = []): Promise<T[]> =>
  stage.database.owner.query(sql, values);
const app = <T = unknown>(sql: string, values: unknown[] = []): Promise<T[]> => stage.database.app.query(sql, values);
const guarded = () => tables.filter((table) => !WITHOUT_POLICY.includes(table));

describe('the catalogue', () => {
  it('enables and forces row-level security on every table but those that everybody may read', async () => {
    const unlocked = await owner<{ name: string }>(
      `select relname as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(unlocked.map(({ name }) => name).sort()).toEqual(WITHOUT_POLICY);
  });

  it('has a policy for each command on each of those tables, and none that lets everybody through', async () => {
    const policies = await owner<{ table: string; command: string; says: string }>(
      "select tablename as table, cmd as command, coalesce(qual, with_check) as says from pg_policies where schemaname = 'public'",
    );
    for (const table of guarded().filter((one) => !LOGS.includes(one))) {
      const commands = policies.filter((policy) => policy.table === table).map(({ command }) => command);
      expect([table, ...new Set(commands.sort())]).toEqual([table, 'DELETE', 'INSERT', 'SELECT', 'UPDATE']);
    }
    for (const table of LOGS) {
      const commands = policies.filter((policy) => policy.table === table).map(({ command }) => command);
      expect([table, ...commands.sort()]).toEqual([table, 'INSERT', 'SELECT']);
    }
    for (const { says } of policies) expect(says).toMatch(/ews\.(is_one_of|own_uuid|own_text)\(/);
  });

  it('lets the role of the API read, add what viewers add, keep up what follows from it, and nothing else', async () => {
    const granted = await owner<{ table: string; may: string }>(
      `select c.relname as table, p.may
      from pg_class c, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (may)
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = 'public'::regnamespace
        and has_table_privilege($1, c.oid, p.may)`,
      [role],
    );
    const may = (what: string) =>
      granted
        .filter((one) => one.may === what)
        .map(({ table }) => table)
        .sort();
    expect(may('SELECT')).toEqual(tables.filter((table) => table !== 'seeded_world'));
    // What is of a delivery, before and after it is submitted, and what follows from it.
    const filledIn = [
      'draft_value',
      'draft_lines',
      'draft_finding',
      'delivery_file',
      'intake_request',
      'calendar_feed',
    ];
    const kept = ['delivery', 'delivered_answer', 'delivered_value', 'receipt', 'replaced_row', 'reminder'];
    const landed = [
      ...['figure', 'personnel_report', 'contract', 'declaration', 'tariff', 'municipal_report', 'referral'],
      ...['tender_calendar_entry', 'provider_quarter', 'finding', 'assessment', 'provider_risk', 'area_risk'],
      ...['mismatch', 'mismatch_part', 'indicator', 'provider_care_form'],
    ];
    expect(may('INSERT')).toEqual(
      [
        ...['case_party', 'disclosure', 'draaiboek_case', 'melding', 'notice', 'session', 'signaal', 'signal'],
        ...[...filledIn, ...kept, ...landed],
      ].sort(),
    );
    const others = granted.filter((one) => !['SELECT', 'INSERT'].includes(one.may));
    expect(others.map((one) => `${one.may} ${one.table}`).sort()).toEqual(
      [
        ...['DELETE session', 'DELETE signal', 'UPDATE case_party', 'UPDATE disclosure', 'UPDATE draaiboek_case'],
        ...['UPDATE session', 'UPDATE signal', 'UPDATE delivery'],
        ...[...filledIn, ...landed].flatMap((table) => [`DELETE ${table}`, `UPDATE ${table}`]),
      ].sort(),
    );
    const perColumn =
      "select from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null and c.relnamespace = 'public'::regnamespace";
    expect(await owner(perColumn)).toEqual([]);
  });

  it('gives that role no other power: it owns nothing, belongs to nobody and passes no policy', async () => {
    const [powers] = await owner(
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit as any,
        exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns,
        exists (select from pg_auth_members m where m.member = r.oid) as belongs,
        exists (select from pg_default_acl) as defaults
      from pg_roles r where rolname = $1`,
      [role],
    );
    expect(powers).toEqual({ any: false, owns: false, belongs: false, defaults: false });
  });

  it('lets that role make nothing of its own, not even a temporary table', async () => {
    // A copy of a database does not inherit what its template refuses: this is asked of one that was prepared.
    const urls = await emptyDatabase();
    const database = { app: urls.appUrl, owner: urls.ownerUrl };
    const prepared = await prepareDatabase({ ...readConfig({}), database, world: null });
    const [may] = await prepared.app.query(
      `select has_schema_privilege('public', 'create') as public, has_schema_privilege('ews', 'create') as ews,
        has_schema_privilege('ews_sec', 'usage') as secrets, has_database_privilege(current_database(), 'create') as schema,
        has_database_privilege(current_database(), 'temporary') as temporary`,
    );
    await prepared.stop();
    await urls.drop();
    expect(may).toEqual({ public: false, ews: false, secrets: false, schema: false, temporary: false });
  });

  it('has no view that reads with the eyes of its owner', async () => {
    const views = await owner(
      `select relname from pg_class
      where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false))`,
    );
    expect(views).toEqual([]);
  });

  it('has six functions that run as their owner: who asks, the counting of peers, and four of the logs', async () => {
    const functions = await owner<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc
      where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    expect(functions.map(({ name }) => name).sort()).toEqual([
      'ews.append_audit_entry(text,text,text,text,text,text,text)',
      'ews.audit_head()',
      'ews.context()',
      'ews.note_readings(uuid[],text,text,text[],text[],text,text,text,uuid)',
      'ews.peer_counts(uuid,boolean)',
      'ews.seal_readings()',
    ]);
  });
});

const COUNT = (table: string) =>
  `select (select count(*) from ${table})::int as rows from (select set_config('ews.context', $1, true) s offset 0) g where g.s is not null`;

const rowsWith = async (context: string, table: string) =>
  (await app<{ rows: number }>(COUNT(table), [context]))[0]?.rows;
const signed = (viewer: Viewer, key = stage.database.contextKey, now = new Date()) => signContext(viewer, key, now);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  );

describe('a context', () => {
  it('shows each party exactly the rows of each table that a person reads in the authorization table', async () => {
    for (const viewer of stage.cast.few) {
      const context = signed(viewer);
      const see = stage.see(viewer, BY_READING);
      for (const { name, tableName } of stage.database.owner.entityMetadatas) {
        if (tableName === 'seeded_world') continue;
        expect([tableName, viewer.subject, await rowsWith(context, tableName)]).toEqual([
          tableName,
          viewer.subject,
          see.all(name).length,
        ]);
      }
    }
  }, 60_000);

  it('is needed: without one, or with an empty one, there are no rows', async () => {
    for (const table of guarded()) {
      expect(await app(`select from ${table}`)).toEqual([]);
      expect(await rowsWith('', table)).toBe(0);
    }
  });

  it('does not outlive its statement', async () => {
    const context = signed(stage.cast.analyst);
    const runner = stage.database.app.createQueryRunner();
    const [within] = await runner.query(COUNT('melding'), [context]);
    const [after] = await runner.query('select count(*)::int as rows from melding');
    await runner.release();
    expect([within.rows > 0, after.rows]).toEqual([true, 0]);
  });

  it('is refused when a word of it is changed: kind, party, provider, municipality, region or expiry', async () => {
    const provider = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
    const parts = signed(provider).split('|');
    const forged = ['JA', randomUUID(), randomUUID(), 'GM0014', 'JZ01', String(Number(parts[5]) + 3_600)];
    for (const [at, word] of forged.entries()) {
      const context = parts.map((part, place) => (place === at ? word : part)).join('|');
      expect(await codeOf(rowsWith(context, 'melding'))).toBe('28000');
    }
  });

  it('is refused when it has expired, or was signed by somebody else', async () => {
    const anHourAgo = new Date(Date.now() - 3_600_000);
    expect(await codeOf(rowsWith(signed(stage.cast.analyst, stage.database.contextKey, anHourAgo), 'melding'))).toBe(
      '28000',
    );
    expect(await codeOf(rowsWith(signed(stage.cast.analyst, randomBytes(48)), 'melding'))).toBe('28000');
  });

  it.each(['JA', 'JA|||||9999999999', `JA|||||9999999999|${'0'.repeat(64)}`, '|', 'x'.repeat(64)])(
    'is refused when it was made up: %s',
    async (context) => {
      expect(await codeOf(rowsWith(context, 'melding'))).toBe('28000');
    },
  );

  it('gains nothing from a set_config that was slipped into the question', async () => {
    const provider = stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
    const slipped = `select (select count(*) from melding where (select set_config('ews.context', 'JA|||||9999999999|' || repeat('0', 64), true)) is not null)::int as rows
      from (select set_config('ews.context', $1, true) s offset 0) g where g.s is not null`;
    const answer = await app<{ rows: number }>(slipped, [signed(provider)]).catch(
      (error: { code?: string }) => error.code,
    );
    const own = stage.see(provider, BY_READING).all('Melding').length;
    expect(['28000', own]).toContain(Array.isArray(answer) ? answer[0]?.rows : answer);
  });

  it('rests on a key that the role of the API cannot read', async () => {
    expect(await codeOf(app('select key from ews_sec.context_key'))).toBe('42501');
  });
});

describe('writing as the role of the API', () => {
  const provider = () => stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer;
  const another = () => stage.cast.few.find(({ kind }) => kind === 'REGION') as Viewer;

  /** Runs a statement in the name of a viewer, and takes it back. */
  async function write(viewer: Viewer, sql: string, values: unknown[]): Promise<string | undefined> {
    const runner = stage.database.app.createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('ews.context', $1, true)", [signed(viewer)]);
    return codeOf(runner.query(sql, values)).finally(() => runner.rollbackTransaction().then(() => runner.release()));
  }

  const MELDING = `insert into melding (id, reporter_party_id, client_key, reason, explanation, received_at)
    values (gen_random_uuid(), $1, 'key', 'CONTINUITY', 'Zorgen', now())`;

  it('adds a melding in the own name, and in no other', async () => {
    expect(await write(provider(), MELDING, [provider().partyId])).toBe('no error');
    expect(await write(provider(), MELDING, [another().partyId])).toBe('42501');
  });

  it.each(['update melding set explanation = $1', 'delete from melding where explanation <> $1', 'truncate melding'])(
    'changes and removes nothing: %s',
    async (sql) => {
      expect(await write(stage.cast.analyst, sql, sql.includes('$1') ? ['x'] : [])).toBe('42501');
    },
  );

  it('adds nothing else', async () => {
    const sql = 'insert into concern (id, name) values (gen_random_uuid(), $1)';
    expect(await write(stage.cast.analyst, sql, ['x'])).toBe('42501');
  });
});
