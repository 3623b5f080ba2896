/**
 * Questions to the catalogue of Postgres, each with the answer that is right. They ask for what there is rather than for
 * what we know of, so that an object nobody thought of is an answer that is wrong.
 */
import { GUARDED } from '../../../src/policy/keys';
import { PUBLIC_TABLES } from '../oracle/reading';
import * as lists from './lists';
import { namesNotInFull } from './names-in-full';

/** Asks for one column, `word`; $1 is the role of the API. */
export type Ask = <T = { word: string }>(sql: string) => Promise<T[]>;

export interface Check {
  readonly says: string;
  readonly expected: (role: string) => readonly string[];
  readonly found: (ask: Ask) => Promise<string[]>;
}

/** The first OID that Postgres does not keep for itself: whatever has this one or a later one was made by somebody. */
const OURS = 16_384;
const OUR_SCHEMAS = "('public', 'ews', 'ews_sec')";
const RELATION = "n.nspname || '.' || c.relname";
const RELATIONS = 'pg_class c join pg_namespace n on n.oid = c.relnamespace';
const OUR_TABLES = `${RELATIONS} where relkind in ('r', 'p') and nspname in ${OUR_SCHEMAS}`;
const WHO = (grantee: string) => `case ${grantee} when 0 then 'everybody' else pg_get_userbyid(${grantee})::text end`;
const WRITTEN = `array['${Object.keys(lists.WRITES).join("','")}']`;
const COLUMNS_OF = (columns: string, of: string) =>
  `(select string_agg(a.attname, ', ' order by k.place) from unnest(${columns}) with ordinality k (number, place)
    join pg_attribute a on a.attrelid = ${of} and a.attnum = k.number)`;

/** Who is asking, when, and what that party was let into: each in a subselect of its own, which runs once. */
const ASKED_ONCE = [
  'SELECT ews\\.(is_one_of|own_uuid|own_text|moment)\\(',
  "SELECT ews\\.(disclosed_providers|disclosed_municipalities|disclosed_regions|providers_in_case|open_cases)\\(ews\\.own_uuid\\([^)]*\\)(, ''[A-Z_]*''::text, ews\\.moment\\(\\))?",
].join('|');

/** A question in SQL whose one column is the answer, word by word. */
const asked =
  (...questions: string[]) =>
  async (ask: Ask): Promise<string[]> => {
    const rows = await ask(`select word from (${questions.join(' union all ')}) found (word)`);
    return rows.map(({ word }) => word);
  };
const none = () => [];

async function kindsOfObject(ask: Ask): Promise<string[]> {
  const kinds = await asked(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'oid'
     where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r' and not c.relisshared`,
  )(ask);
  return asked(...kinds.map((kind) => `select '${kind}' where exists (select from ${kind} where oid >= ${OURS})`))(ask);
}

async function searchPaths(ask: Ask): Promise<string[]> {
  const definers = await ask<{ name: string; path: string | null; body: string }>(
    `select oid::regprocedure::text as name, array_to_string(proconfig, ';') as path, prosrc as body
     from pg_proc where oid >= ${OURS} and prosecdef`,
  );
  return definers.map(({ name, path, body }) => `${name} ${path ?? ['in full', ...namesNotInFull(body)].join(' ')}`);
}

export const CHECKS: readonly Check[] = [
  {
    says: 'Every object is of a kind that was thought about, by all lists that Postgres keeps of what is in a database.',
    expected: () => lists.KINDS_OF_OBJECT,
    found: kindsOfObject,
  },
  {
    says: 'There are three schemas, of which the role of the API may enter two and change none.',
    expected: () => ['ews entered', 'ews_sec', 'public entered'],
    found: asked(
      `select nspname || case when has_schema_privilege($1, oid, 'usage') then ' entered' else '' end
        || case when has_schema_privilege($1, oid, 'create') then ' changed' else '' end
       from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
    ),
  },
  {
    says: 'There are tables with their indexes and sequences, that stay: no view, materialized view, foreign table or partition.',
    expected: () => lists.KINDS_OF_RELATION,
    found: asked(
      `select distinct relkind::text || case relpersistence when 'p' then '' when 'u' then ' that goes with a crash' else ' that goes' end
        || case when relispartition then ' that is a partition' else '' end
       from pg_class where oid >= ${OURS}`,
    ),
  },
  {
    says: 'Everything belongs to one owner.',
    expected: () => ['one'],
    found: asked(
      `select case when count(distinct owner) = 1 then 'one' else string_agg(distinct owner::regrole::text, ', ') end from (
         select relowner from pg_class where oid >= ${OURS} union all select proowner from pg_proc where oid >= ${OURS}
         union all select typowner from pg_type where oid >= ${OURS} union all select nspowner from pg_namespace where oid >= ${OURS}
       ) owned (owner)`,
    ),
  },
  {
    says: 'The tables are those of which the authorization table speaks, and six beside it.',
    expected: () => [...[...GUARDED.keys()].map((name) => `public.${name}`), ...Object.keys(lists.BESIDE_THE_ARCHIVE)],
    found: asked(`select ${RELATION} from ${OUR_TABLES}`),
  },
  {
    says: 'Row-level security binds every table and its owner, but what everybody may read and what only the owner touches.',
    expected: () => [
      ...PUBLIC_TABLES.map((name) => `public.${name}`),
      ...Object.keys(lists.BESIDE_THE_ARCHIVE).filter((name) => !lists.BOUND_BESIDE_THE_ARCHIVE.includes(name)),
    ],
    found: asked(`select ${RELATION} from ${OUR_TABLES} and not (relrowsecurity and relforcerowsecurity)`),
  },
  {
    says: 'Every policy is for one command, lets in rather than keeps out, and asks who is asking, once per statement.',
    expected: none,
    found: asked(
      `select policyname::text from pg_policies, lateral (select concat(qual, with_check) as says) s
       where schemaname || '.' || tablename <> '${lists.COUNTED}' and (
         permissive <> 'PERMISSIVE' or cmd = 'ALL' or (roles <> '{public}' and not (tablename = any ('{${lists.APPENDED.join(',')}}') and cmd = 'INSERT')) or says !~ 'SELECT ews\\.'
         or regexp_replace(says, '${ASKED_ONCE}', '', 'g') ~ 'ews\\.')`,
    ),
  },
  {
    says: 'Every function is on a list, and those that run as their owner are on a list of their own.',
    expected: () => [
      ...[...lists.INVOKERS, ...lists.INSIDE],
      ...Object.keys(lists.DEFINERS).map((name) => `${name} as its owner`),
    ],
    found: asked(
      `select oid::regprocedure || case when prosecdef then ' as its owner' else '' end from pg_proc where oid >= ${OURS}`,
    ),
  },
  {
    says: 'Every function may be called by the role of the API, and by nobody else.',
    expected: (role) => [...lists.INVOKERS, ...Object.keys(lists.DEFINERS)].map((name) => `${name} by ${role}`),
    found: asked(
      `select oid::regprocedure || ' by ' || ${WHO('grantee')}
       from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) where oid >= ${OURS} and grantee <> proowner`,
    ),
  },
  {
    says: 'What runs as its owner has a fixed search path that ends in the temporary schema, or names everything in full.',
    expected: () => Object.entries(lists.DEFINERS).map(([name, { path }]) => `${name} ${path ?? 'in full'}`),
    found: searchPaths,
  },
  {
    says: 'No function takes a text as a statement.',
    expected: none,
    found: asked(`select oid::regprocedure::text from pg_proc where oid >= ${OURS} and prosrc ~* '\\mexecute\\M'`),
  },
  {
    says: 'Triggers and sequences are on a list.',
    expected: () => [...lists.TRIGGERS, ...lists.SEQUENCES],
    found: asked(
      'select tgname::text from pg_trigger where not tgisinternal',
      `select ${RELATION} from ${RELATIONS} where relkind = 'S' and nspname in ${OUR_SCHEMAS}`,
    ),
  },
  {
    says: 'What is granted on tables, sequences and columns is on a list, to the role of the API and to nobody else.',
    expected: (role) => {
      const read = [...GUARDED.keys(), 'migrations'].map((table) => `SELECT public.${table}`);
      const written = Object.entries(lists.WRITES).flatMap(([table, may]) =>
        may.map((one) => `${one} public.${table}`),
      );
      const counted = ['DELETE', 'INSERT', 'SELECT', 'UPDATE'].map((one) => `${one} ${lists.COUNTED}`);
      return [...read, ...written, ...counted, 'SELECT ews.proof'].map((one) => `${one} to ${role}`);
    },
    found: asked(
      `select p.privilege_type || ' ' || ${RELATION} || ' to ' || ${WHO('p.grantee')}
       from ${RELATIONS}, aclexplode(c.relacl) p where c.oid >= ${OURS} and p.grantee <> c.relowner`,
      `select 'column ' || attname from pg_attribute where attacl is not null and attrelid >= ${OURS}`,
    ),
  },
  {
    says: 'What is granted cannot be passed on.',
    expected: none,
    found: asked(
      ...['pg_class.relacl', 'pg_proc.proacl', 'pg_namespace.nspacl', 'pg_database.datacl'].map((name) => {
        const [list, column] = name.split('.');
        return `select '${name}' from ${list}, aclexplode(${column}) p where p.is_grantable and p.grantee in (0, $1::regrole)`;
      }),
    ),
  },
  {
    says: 'Nothing is granted by default, on a setting, or to the role of the API through another role.',
    expected: none,
    found: asked(
      'select defaclrole::regrole::text from pg_default_acl',
      'select parname from pg_parameter_acl',
      'select setrole::regrole::text from pg_db_role_setting where setrole = $1::regrole',
      'select roleid::regrole::text from pg_auth_members where member = $1::regrole',
    ),
  },
  {
    says: 'The role of the API reaches no file or program of the server.',
    expected: none,
    found: asked(
      `select proname::text from pg_proc where has_function_privilege($1, oid, 'execute') and proname in ('pg_read_file',
        'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'lo_import', 'lo_export', 'pg_reload_conf', 'pg_promote')`,
    ),
  },
  {
    says: 'A table that the API writes to has a unique key only for a reason.',
    expected: () => Object.keys(lists.UNIQUE_ON_WRITTEN),
    found: asked(
      `select c.relname || ' (' || ${COLUMNS_OF('i.indkey::int2[]', 'c.oid')} || ')'
       from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and c.relname = any (${WRITTEN})`,
      "select conname from pg_constraint where contype = 'x'",
    ),
  },
  {
    says: 'A table that the API writes to refers to another only for a reason.',
    expected: () => Object.keys(lists.REFERENCES_FROM_WRITTEN),
    found: asked(
      `select c.relname || ' (' || ${COLUMNS_OF('k.conkey', 'c.oid')} || ') to ' || k.confrelid::regclass
       from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and c.relname = any (${WRITTEN})`,
    ),
  },
];
