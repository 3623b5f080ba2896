/**
 * The third lock: row-level security in Postgres, written from the table. Generated into a migration by
 * `npm run ews -- policies`; a test fails when the migration and the table have drifted apart.
 */

import { admitted, castOf, THAN } from './admission';
import { grantOfColumn } from './grant';
import { type Condition, GUARDED, KEYS, type Term } from './keys';
import { peerCounts } from './peer-counts';
import { COLUMNS, type Column, TABLE } from './table';

/** Tables that everybody may read in full need no policy. */
const isPublic = (table: string) => COLUMNS.every((column) => grantOfColumn(column, table).rows === 'all');

/** Who may add rows, and by which column the row must be their own. Everything else is written by SYSTEM. */
const INSERTS: Readonly<Record<string, { own: string; by: readonly Column[] }>> = {
  notice: { own: 'sender_party_id', by: ['JA'] },
  disclosure: { own: 'decider_party_id', by: ['JA'] },
  melding: { own: 'reporter_party_id', by: COLUMNS.filter((column) => !TABLE.melding.cells[column].includes('none')) },
  signaal: { own: 'sender_party_id', by: ['JA'] },
};

/** What a party fills in: its own rows, to add, change and take away, by everybody who may read them. */
const FILLED_IN: ReadonlySet<string> = new Set(Object.keys(KEYS.draft.tables));

/** What who has not signed in may add: the column that then names nobody. */
const NAMELESS: Readonly<Record<string, string>> = { melding: 'reporter_party_id' };

/** Logs: added to by the functions of migration 0004 alone, which run as the owner; changed and removed by nobody. */
const APPEND_ONLY: readonly string[] = ['audit_entry', 'reading'];

/** Where the values of a delivery land. */
const LANDED = [
  'figure',
  'personnel_report',
  'contract',
  'declaration',
  'tariff',
  'municipal_report',
  'referral',
  'tender_calendar_entry',
  'provider_care_form',
] as const;

/** The summaries of what was delivered, made again in the transaction of the delivery. */
const SUMMED_UP = [
  'provider_quarter',
  'finding',
  'assessment',
  'provider_risk',
  'area_risk',
  'mismatch',
  'mismatch_part',
  'indicator',
] as const;

/** What the API keeps up to date itself, as the system: because of what a viewer did or what came in. The policies let nobody else. */
const KEPT_UP: Readonly<Record<string, string>> = {
  signal: 'insert, update, delete',
  session: 'insert, update, delete',
  disclosure: 'update',
  draaiboek_case: 'insert, update',
  case_party: 'insert, update',
  // What lands with a delivery, and what follows from it.
  // A correction that was begun may go; what was submitted is held by its receipt and its values.
  delivery: 'insert, update, delete',
  delivered_value: 'insert',
  delivered_answer: 'insert',
  receipt: 'insert',
  replaced_row: 'insert',
  reminder: 'insert',
  ...Object.fromEntries(LANDED.map((table) => [table, 'insert, update, delete'])),
  ...Object.fromEntries(SUMMED_UP.map((table) => [table, 'insert, update, delete'])),
};

const list = (columns: readonly Column[]) => `'{${columns.join(',')}}'`;
const UUID_KEYS = ['party', 'provider'];

const ownParty = (columns: readonly Column[]) => `ews.own_uuid('party', ${list(columns)})`;

/** A function call in a scalar subselect runs once per statement; bare it would run once per row. */
function comparison(condition: Condition, columns: readonly Column[]): string {
  if ('word' in condition) return `${condition.column} = '${condition.word}'`;
  if ('atLeast' in condition) return `${condition.column} >= ${condition.atLeast}`;
  if ('moment' in condition) return `${condition.column} ${THAN[condition.moment]} (select ews.moment())`;
  if ('absent' in condition) return `${condition.column} is null`;
  if ('among' in condition) {
    return `${condition.column} = any ((select ${admitted(condition.among, ownParty(columns), 'ews.moment()')})${castOf(condition.among)})`;
  }
  const type = UUID_KEYS.includes(condition.is) ? 'uuid' : 'text';
  return `${condition.column} = (select ews.own_${type}('${condition.is}', ${list(columns)}))`;
}

/** The condition of one set of columns that share the same terms. */
function condition(term: Term, columns: readonly Column[]): string {
  const keyed = term.some((condition) => 'is' in condition || 'among' in condition);
  const parts = term.map((condition) => comparison(condition, columns));
  return [...parts, ...(keyed ? [] : [`(select ews.is_one_of(${list(columns)}))`])].join(' and ');
}

function readable(table: string): string[] {
  const columnsOfTerm = new Map<string, { term: Term; columns: Column[] }>();
  for (const column of COLUMNS) {
    const { rows } = grantOfColumn(column, table);
    for (const term of rows === 'all' ? [[]] : rows) {
      const known = columnsOfTerm.get(JSON.stringify(term)) ?? { term, columns: [] };
      known.columns.push(column);
      columnsOfTerm.set(JSON.stringify(term), known);
    }
  }
  return [...columnsOfTerm.values()]
    .sort((a, b) => a.term.length - b.term.length)
    .map(({ term, columns }) => condition(term, columns));
}

const BY_SYSTEM = "((select ews.is_one_of('{SYSTEM}')))";
const WRITES = [
  ['insert', 'with check'],
  ['update', 'using'],
  ['delete', 'using'],
] as const;

/** The same for those whose rows these are; of others they see none to change. */
function filledIn(table: string): string[] {
  const columns = COLUMNS.filter((column) => grantOfColumn(column, table).rows !== 'all' && mayRead(column, table));
  const isOwn = comparison(OWN_PARTY, columns);
  return [
    `grant insert, update, delete on ${table} to :app_role;`,
    ...WRITES.map(
      ([command, clause]) =>
        `create policy ${table}_${command}_is_for_its_party on ${table} for ${command} ${clause} (${isOwn});`,
    ),
  ];
}
const OWN_PARTY: Condition = { column: 'party_id', is: 'party' };
const mayRead = (column: Column, table: string) => {
  const { rows } = grantOfColumn(column, table);
  return rows === 'all' || rows.length > 0;
};

/** Who may write what nobody adds in the own name. */
function written(table: string): string[] {
  if (APPEND_ONLY.includes(table)) {
    const signedIn = list(COLUMNS.filter((column) => column !== 'ANONYMOUS'));
    return [
      `create policy ${table}_is_added_by_a_function_of_its_owner on ${table} for insert to current_user`,
      `  with check ((select ews.is_one_of(${signedIn})));`,
    ];
  }
  return WRITES.map(
    ([command, clause]) =>
      `create policy ${table}_${command}_is_for_the_system on ${table} for ${command} ${clause} ${BY_SYSTEM};`,
  );
}

function policiesOf(table: string): string {
  if (isPublic(table)) return `grant select on ${table} to :app_role;\n`;
  const who = readable(table);
  const insert = INSERTS[table];
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant select on ${table} to :app_role;`,
    `create policy ${table}_is_read_by_those_the_table_names on ${table} for select using (`,
    `  ${who.join('\n  or ')}`,
    ');',
    ...written(table),
    ...(KEPT_UP[table] ? [`grant ${KEPT_UP[table]} on ${table} to :app_role;`] : []),
    ...(FILLED_IN.has(table) ? filledIn(table) : []),
    ...(insert
      ? [
          `grant insert on ${table} to :app_role;`,
          `create policy ${table}_is_added_in_the_own_name on ${table} for insert`,
          `  with check (${insert.own} = (select ews.own_uuid('party', ${list(insert.by)})));`,
        ]
      : []),
    ...(NAMELESS[table]
      ? [
          `create policy ${table}_is_added_without_a_name on ${table} for insert`,
          `  with check (${NAMELESS[table]} is null and (select ews.is_one_of(${list(['ANONYMOUS'])})));`,
        ]
      : []),
    '',
  ].join('\n');
}

/** The SQL of every policy and grant, in the order of the table. `:app_role` stands for the role that the API logs in as. */
export function rowLevelSecurity(): string {
  const head = '-- Generated from src/policy/table.ts by `npm run ews -- policies`. Do not edit: change the table.\n\n';
  return [
    head + [...GUARDED.keys()].map(policiesOf).join('\n'),
    peerCounts(readable('indicator').join('\n    or ')),
  ].join('\n');
}
