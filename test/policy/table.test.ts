import { getMetadataArgsStorage } from 'typeorm';
import * as entities from '../../entities';
import { Naming } from '../../src/database/naming';
import { type Condition, GUARDED, KEYS } from '../../src/policy/keys';
import { COLUMNS, type Column, columnOf, type Information, type Scope, TABLE } from '../../src/policy/table';
import { ANONYMOUS, SYSTEM, type Viewer } from '../../src/policy/viewer';

const KINDS = Object.keys(TABLE) as Information[];
const naming = new Naming();
const tables = new Map(
  Object.values(entities).map((entity) => {
    const columns = getMetadataArgsStorage().filterColumns(entity);
    const names = columns.map(({ propertyName, options }) => naming.columnName(propertyName, options.name, []));
    return [naming.tableName(entity.name), names] as const;
  }),
);

/** Tables that show nothing of anybody, and that the API never reads. */
const NOT_GUARDED = ['seeded_world'];

test('every table of the archive holds a kind of information', () => {
  const unguarded = [...tables.keys()].filter((table) => !GUARDED.has(table));
  expect(unguarded).toEqual(NOT_GUARDED);
});

test.each(KINDS)('"all" and "none" stand alone in their cells: %s', (kind) => {
  for (const column of COLUMNS) {
    const scopes: readonly Scope[] = TABLE[kind].cells[column];
    expect(scopes.length).toBeGreaterThan(0);
    if (scopes.includes('all') || scopes.includes('none')) expect(scopes).toHaveLength(1);
  }
});

test.each(KINDS)('the system is a column like any other, and sees all: %s', (kind) => {
  expect(TABLE[kind].cells.SYSTEM).toEqual(['all']);
});

test('who has not signed in, does research or manages the JA sees no information of parties but who it is itself', () => {
  const seen = (column: Column) =>
    KINDS.filter((kind) => !(TABLE[kind].cells[column] as readonly Scope[]).includes('none'));
  expect(seen('ANONYMOUS')).toEqual(['reference', 'meldingReceipt']);
  expect(seen('RESEARCHER')).toEqual(['reference', 'party']);
  for (const column of ['RESEARCHER', 'JA_ADMINISTRATOR', 'JA_AUDITOR'] as const) {
    expect(TABLE.party.cells[column]).toEqual(['own']);
  }
  expect(seen('JA_ADMINISTRATOR')).toEqual(['reference', 'party', 'account']);
  expect(seen('JA_AUDITOR')).toEqual(['reference', 'party', 'auditLog']);
});

test('a melding is seen by its reporter and by the JA, and its handling by the JA alone', () => {
  const others = COLUMNS.filter((column) => !['JA', 'SYSTEM'].includes(column));
  for (const column of others) {
    expect([['own'], ['none']]).toContainEqual(TABLE.melding.cells[column]);
    expect(TABLE.meldingHandling.cells[column]).toEqual(['none']);
  }
  expect(KEYS.melding.scopes.own).toEqual({ column: 'reporter_party_id', is: 'party' });
});

interface Keyed {
  readonly kind: Information;
  readonly scope: Scope;
  readonly condition: Condition;
  readonly column: Column | null;
}

const keyed: Keyed[] = KINDS.flatMap((kind) =>
  Object.entries(KEYS[kind].scopes).flatMap(([name, given]): Keyed[] => {
    const scope = name as Scope;
    const all = (conditions: unknown, column: Column | null): Keyed[] =>
      [conditions].flat(2).map((condition) => ({ kind, scope, condition: condition as Condition, column }));
    if ('anyOf' in given) return all(given.anyOf, null);
    if (Array.isArray(given) || 'column' in given) return all(given, null);
    return Object.entries(given).flatMap(([column, conditions]) => all(conditions, column as Column));
  }),
);

test.each(keyed)('a column that exists decides whose a row is: $kind $scope', ({ kind, condition }) => {
  for (const table of Object.keys(KEYS[kind].tables)) expect(tables.get(table)).toContain(condition.column);
});

test.each(keyed)('no condition stands idle: $kind $scope', ({ kind, scope, column }) => {
  const users = COLUMNS.filter((user) => (TABLE[kind].cells[user] as readonly Scope[]).includes(scope));
  expect(column ? users.includes(column) : users.length > 0).toBe(true);
});

test.each(KINDS)('every scope that a cell names has a condition: %s', (kind) => {
  for (const column of COLUMNS) {
    for (const scope of TABLE[kind].cells[column] as readonly Scope[]) {
      if (scope === 'all' || scope === 'none') continue;
      const found = keyed.filter((one) => one.kind === kind && one.scope === scope);
      // A region is a client of declarations through its municipalities: there the area says it.
      if (kind === 'declarations' && scope === 'client' && column === 'REGION') continue;
      // No declaration is made to the VNG: what it pays for is declared to municipalities.
      if (kind === 'declarations' && scope === 'lta') continue;
      expect(found.some((one) => one.column === null || one.column === column)).toBe(true);
    }
  }
});

const ja = (...functions: Viewer['functions']): Viewer => ({
  ...ANONYMOUS,
  subject: 'x',
  partyId: 'ja',
  kind: 'JA',
  functions,
});

test.each([
  [ja('ANALYST'), 'JA'],
  [ja('SUPERVISOR'), 'JA'],
  [ja('AUDITOR'), 'JA_AUDITOR'],
  [ja('ADMINISTRATOR'), 'JA_ADMINISTRATOR'],
  [ja('ADMINISTRATOR', 'AUDITOR'), 'JA_AUDITOR'],
  [ja('ANALYST', 'ADMINISTRATOR'), 'JA'],
  [ja(), 'JA_ADMINISTRATOR'],
  [ja('READER'), 'JA_ADMINISTRATOR'],
  [{ ...ja('SUPERVISOR'), kind: 'SUPERVISOR' as const }, 'SUPERVISOR'],
  [{ ...ja('ANALYST'), kind: 'PROVIDER' as const }, 'PROVIDER'],
  [ANONYMOUS, 'ANONYMOUS'],
  [SYSTEM, 'SYSTEM'],
])('functions decide only inside the JA: %j', (viewer, column) => {
  expect(columnOf(viewer)).toBe(column);
});

test('who has not signed in has no name, no function and no key; the system has a name and no more', () => {
  const keys = { partyId: null, providerId: null, municipalityCode: null, regionCode: null };
  const nothing = { ...keys, functions: [], assurance: null };
  expect(ANONYMOUS).toEqual({ ...nothing, subject: '', kind: 'ANONYMOUS' });
  expect(SYSTEM).toEqual({ ...nothing, subject: 'system', kind: 'SYSTEM' });
});
