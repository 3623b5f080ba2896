import fc from 'fast-check';
import { type Around, covers, grant, grantOfColumn, keyOf, mayAsk } from '../../src/policy/grant';
import { type Condition, GUARDED, termsOf } from '../../src/policy/keys';
import { COLUMNS, columnOf, type Information, type Scope, TABLE } from '../../src/policy/table';
import { ANONYMOUS, type Viewer } from '../../src/policy/viewer';

const TABLES = [...GUARDED.keys()];
const KEYS = ['a', 'b'];
const key = fc.option(fc.constantFrom(...KEYS), { nil: null });

const KINDS = [
  'PROVIDER',
  'MUNICIPALITY',
  'REGION',
  'VNG',
  'INSPECTION',
  'SUPERVISOR',
  'MINISTRY',
  'DATA_SUPPLIER',
] as const;
const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  fc.record({
    subject: fc.constant('x'),
    kind: fc.constantFrom(...KINDS, 'RESEARCHER' as const, 'SYSTEM' as const),
    functions: fc.constant([]),
    partyId: key,
    providerId: key,
    municipalityCode: key,
    regionCode: key,
    assurance: fc.constant(null),
  }),
  fc.constantFrom<Viewer['functions'][number]>('ANALYST', 'AUDITOR', 'ADMINISTRATOR').map((held) => ({
    ...ANONYMOUS,
    subject: 'x',
    partyId: 'a',
    kind: 'JA' as const,
    functions: [held],
  })),
  fc.constant(ANONYMOUS),
);

/** A row with every column that some condition looks at, whatever its table. */
const NOW = new Date('2026-11-22T12:00:00Z');
const moments = fc.constantFrom(...['2026-11-21', '2026-11-22T12:00:00Z', '2026-11-23'].map((text) => new Date(text)));
const rows = fc.record({
  provider_id: key,
  party_id: key,
  reporter_party_id: key,
  municipality_code: key,
  client_municipality_code: key,
  region_code: key,
  client_region_code: key,
  account_region_code: key,
  lead_region_code: key,
  concerned_party_id: key,
  recipient_party_id: key,
  valid_from: moments,
  valid_to: moments,
  id: key,
  until: fc.option(moments, { nil: null }),
  closed_at: fc.option(moments, { nil: null }),
  client_kind: fc.constantFrom('LTA', 'REGION', 'MUNICIPALITY'),
  information: fc.nat({ max: 5 }),
  trede: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
});

/** Who was let into what: said once per run, for every viewer. */
const admissions = fc.array(key, { maxLength: 2 });
const around = (admitted: readonly (string | null)[]): Around => ({
  now: NOW,
  admitted: () => new Set(admitted.filter((one) => one !== null)),
});
const nothing = around([]);
/** The kinds of information of which a table may hold several. */
const INFORMATION: Readonly<Record<string, readonly string[]>> = {
  mismatch: ['OF_PROVIDER', 'OF_MUNICIPALITIES', 'AGGREGATE'],
  reading: ['TOLD', 'CONFIDENTIAL'],
};
const wordOf = (table: string, number: number) => INFORMATION[table]?.[number % (INFORMATION[table]?.length ?? 1)];

/** What the scopes mean, written out: nothing is known of how a grant is made. */
type Meaning = (condition: Condition, viewer: Viewer, row: Record<string, unknown>, around: Around) => boolean;
const letIn: Meaning = (condition, viewer, row, { admitted }) =>
  'among' in condition && admitted(viewer, condition.among).has(row[condition.column]);
const MEANS: Readonly<Record<string, Meaning>> = {
  own: (condition, viewer, row) => 'is' in condition && isKey(row[condition.column], keyOf(viewer, condition.is)),
  area: (condition, viewer, row) =>
    'is' in condition && isKey(row[condition.column], viewer[AREA[condition.is] as 'regionCode']),
  client: (condition, viewer, row) =>
    'is' in condition && isKey(row[condition.column], viewer[AREA[condition.is] as 'regionCode']),
  lta: (_condition, _viewer, row) => row.client_kind === 'LTA',
  granted: letIn,
  case: letIn,
  presented: letIn,
  received: (condition, viewer, row) =>
    'is' in condition
      ? isKey(row.recipient_party_id, viewer.partyId)
      : (row.valid_from as Date) <= NOW && (row.valid_to as Date) > NOW,
  escalated: (_condition, _viewer, row) => Number(row.trede ?? 0) >= 4,
};
const AREA: Readonly<Record<string, keyof Viewer>> = { municipality: 'municipalityCode', region: 'regionCode' };
const isKey = (value: unknown, wanted: unknown) => wanted !== null && value === wanted;

function meant(viewer: Viewer, table: string, row: Record<string, unknown>, given: Around): boolean {
  const column = columnOf(viewer);
  return (GUARDED.get(table) ?? []).some(({ information, when }) => {
    if (when && 'word' in when && row[when.column] !== when.word) return false;
    return (TABLE[information].cells[column] as readonly Scope[]).some((scope) => {
      if (scope === 'all') return true;
      const ways = termsOf(information, scope, column);
      const means: Meaning = (condition, ...asked) =>
        'absent' in condition ? asked[1][condition.column] === null : (MEANS[scope]?.(condition, ...asked) ?? false);
      return ways.some((term) => term.every((condition) => means(condition, viewer, row, given)));
    });
  });
}

test('a grant covers exactly the rows that the cells mean', () => {
  fc.assert(
    fc.property(
      viewers,
      fc.constantFrom(...TABLES),
      rows,
      admissions,
      (viewer, table, { information, ...rest }, admitted) => {
        const row = { ...rest, information: wordOf(table, information) };
        const given = around(admitted);
        expect(covers(grant(viewer, table), viewer, row, given)).toBe(meant(viewer, table, row, given));
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a viewer without a key has no row by that key, not even a row without a value', () => {
  const keyless: Viewer = { ...ANONYMOUS, subject: 'x', kind: 'PROVIDER' };
  expect(covers(grant(keyless, 'figure'), keyless, { provider_id: null }, nothing)).toBe(false);
  expect(covers(grant(keyless, 'melding'), keyless, { reporter_party_id: null }, nothing)).toBe(false);
});

test("one kind of party never gets another kind's key: a municipality's region opens nothing", () => {
  const municipality: Viewer = {
    ...ANONYMOUS,
    subject: 'x',
    kind: 'MUNICIPALITY',
    municipalityCode: 'GM0001',
    regionCode: 'JZ01',
  };
  const neighbour = { client_municipality_code: 'GM0002', municipality_code: 'GM0002', region_code: 'JZ01' };
  for (const table of ['contract', 'declaration', 'tariff', 'referral', 'municipal_report']) {
    expect(covers(grant(municipality, table), municipality, neighbour, nothing)).toBe(false);
  }
});

test('the grants of a table are made once per column, and are the same as made anew', () => {
  for (const column of COLUMNS) {
    for (const table of TABLES) expect(grantOfColumn(column, table)).toEqual(grantOfColumn(column, table));
  }
  expect(grant(ANONYMOUS, 'melding')).toBe(grant({ ...ANONYMOUS, subject: 'another' }, 'melding'));
});

test('no grant exists for a table that the authorization table does not speak of', () => {
  expect(() => grant(ANONYMOUS, 'pg_authid')).toThrow('No row of the authorization table speaks of pg_authid.');
});

test('a kind of information may be asked unless its cell says none', () => {
  fc.assert(
    fc.property(viewers, fc.constantFrom(...(Object.keys(TABLE) as Information[])), (viewer, information) => {
      expect(mayAsk(viewer, information)).toBe(
        !(TABLE[information].cells[columnOf(viewer)] as readonly Scope[]).includes('none'),
      );
    }),
  );
});

test.each([
  ['party', 'partyId'],
  ['provider', 'providerId'],
  ['municipality', 'municipalityCode'],
  ['region', 'regionCode'],
] as const)('the %s of a viewer is the one of its account', (key, property) => {
  expect(keyOf({ ...ANONYMOUS, [property]: 'mine' }, key)).toBe('mine');
  expect(keyOf(ANONYMOUS, key)).toBeNull();
});

test('only a number reaches a number: not a word that looks like one, nor nothing', () => {
  const ministry: Viewer = { ...ANONYMOUS, subject: 'x', kind: 'MINISTRY' };
  const decided = grant(ministry, 'trede_decision');
  for (const trede of [4, 5]) expect(covers(decided, ministry, { trede }, nothing)).toBe(true);
  for (const trede of [3, '5', null, undefined, [5]]) expect(covers(decided, ministry, { trede }, nothing)).toBe(false);
});

describe('a table with several kinds of information, of which a column may read one whole', () => {
  const { cells } = TABLE.aggregate as { cells: Record<string, readonly Scope[]> };
  const guarded = GUARDED as Map<string, { information: Information; when: Condition | null }[]>;
  const given = cells.PROVIDER as readonly Scope[];
  beforeAll(() => {
    cells.PROVIDER = ['all'];
    guarded.set('both', [
      { information: 'figures', when: null },
      { information: 'aggregate', when: null },
    ]);
  });
  afterAll(() => {
    cells.PROVIDER = given;
    guarded.delete('both');
  });

  const own = { column: 'provider_id', is: 'provider' };
  const word = (is: string) => ({ column: 'information', word: is });

  test('is granted row by row, by the word that says what a row is', () => {
    expect(grantOfColumn('PROVIDER', 'mismatch').rows).toEqual([[word('OF_PROVIDER'), own], [word('AGGREGATE')]]);
  });

  test('is granted with a condition that always holds, where no word tells them apart', () => {
    expect(grantOfColumn('PROVIDER', 'both').rows).toEqual([[own], []]);
  });
});
