/**
 * By which column a row is whose. The table says "own"; this says that a contract is a provider's own by provider_id, and
 * a melding by reporter_party_id. Every scope is one condition on a column of the row itself, so that it costs nothing.
 */
import type { Column, Information, Scope } from './table';

/** What a viewer is known by. */
export type ViewerKey = 'party' | 'provider' | 'municipality' | 'region';

/** A column that must equal a key of the viewer or a fixed word, or reach a number. */
export type Condition =
  | { readonly column: string; readonly is: ViewerKey }
  | { readonly column: string; readonly word: string }
  | { readonly column: string; readonly atLeast: number };

type Keyed = Exclude<Scope, 'all' | 'none'>;

interface Keys {
  /** The tables that hold this information; with a word when the table holds more than one kind of information. */
  readonly tables: Readonly<Record<string, Condition | null>>;
  /** The condition for each scope, per column where parties differ. Absent: the scope holds for no row (yet). */
  readonly scopes: Readonly<Partial<Record<Keyed, Condition | Readonly<Partial<Record<Column, Condition>>>>>>;
}

const own = { column: 'provider_id', is: 'provider' } as const;
const ownTables = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));
const ofClient = {
  own,
  client: {
    MUNICIPALITY: { column: 'client_municipality_code', is: 'municipality' },
    REGION: { column: 'client_region_code', is: 'region' },
  },
  area: { column: 'region_code', is: 'region' },
  lta: { column: 'client_kind', word: 'LTA' },
} as const;

// The scopes "case", "granted" and "presented" hold for no row yet: there are no cases, disclosures and plans to join on.
export const KEYS = {
  reference: {
    tables: ownTables(
      'province',
      'region',
      'municipality',
      'region_membership',
      'region_neighbour',
      'care_form',
      'code_list_entry',
      'uitvraag',
      'uitvraag_item',
    ),
    scopes: {},
  },
  providerRegister: { tables: ownTables('provider', 'provider_care_form', 'concern'), scopes: {} },
  party: { tables: ownTables('party'), scopes: { own: { column: 'id', is: 'party' } } },
  ewsDesignation: {
    tables: ownTables('ews_designation'),
    scopes: { own, area: { column: 'account_region_code', is: 'region' } },
  },
  delivery: { tables: ownTables('delivery'), scopes: { own: { column: 'party_id', is: 'party' } } },
  figures: { tables: ownTables('figure', 'finding', 'provider_quarter', 'personnel_report'), scopes: { own } },
  contracts: { tables: ownTables('contract'), scopes: ofClient },
  declarations: {
    tables: ownTables('declaration'),
    scopes: {
      own,
      client: { MUNICIPALITY: { column: 'municipality_code', is: 'municipality' } },
      area: { column: 'region_code', is: 'region' },
    },
  },
  tariffs: { tables: ownTables('tariff'), scopes: ofClient },
  municipalFigures: {
    tables: ownTables('referral', 'municipal_report'),
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
    },
  },
  tenderCalendar: { tables: ownTables('tender_calendar_entry'), scopes: {} },
  melding: { tables: ownTables('melding'), scopes: { own: { column: 'reporter_party_id', is: 'party' } } },
  meldingHandling: { tables: ownTables('melding_handling'), scopes: {} },
  assessment: { tables: ownTables('assessment', 'indicator', 'provider_risk'), scopes: { own } },
  signal: { tables: ownTables('signal'), scopes: {} },
  signaal: {
    tables: ownTables('signaal'),
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
    },
  },
  tredeDecision: {
    tables: ownTables('trede_decision'),
    scopes: { own, escalated: { column: 'trede', atLeast: 4 } },
  },
  mismatchOfProvider: {
    tables: { mismatch: { column: 'information', word: 'OF_PROVIDER' }, mismatch_part: null },
    scopes: { own },
  },
  mismatchOfMunicipalities: {
    tables: { mismatch: { column: 'information', word: 'OF_MUNICIPALITIES' } },
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
    },
  },
  aggregate: { tables: { mismatch: { column: 'information', word: 'AGGREGATE' }, area_risk: null }, scopes: {} },
  account: { tables: ownTables('account'), scopes: {} },
  auditLog: { tables: ownTables('audit_entry'), scopes: {} },
  readingLog: {
    tables: { reading: { column: 'information', word: 'TOLD' } },
    scopes: {
      own: {
        PROVIDER: own,
        MUNICIPALITY: { column: 'municipality_code', is: 'municipality' },
        REGION: { column: 'region_code', is: 'region' },
      },
    },
  },
  confidentialReadings: { tables: { reading: { column: 'information', word: 'CONFIDENTIAL' } }, scopes: {} },
} as const satisfies Record<Information, Keys>;

/** The tables that a policy guards, each with the kinds of information that it holds. */
export const GUARDED: ReadonlyMap<string, readonly { information: Information; when: Condition | null }[]> = (() => {
  const guarded = new Map<string, { information: Information; when: Condition | null }[]>();
  for (const information of Object.keys(KEYS) as Information[]) {
    for (const [table, when] of Object.entries<Condition | null>(KEYS[information].tables)) {
      guarded.set(table, [...(guarded.get(table) ?? []), { information, when }]);
    }
  }
  return guarded;
})();

/** The condition by which a scope holds for the parties of a column; null when it holds for no row. */
export function conditionOf(information: Information, scope: Scope, column: Column): Condition | null {
  const scopes: Keys['scopes'] = KEYS[information].scopes;
  const keyed = scopes[scope as Keyed];
  if (!keyed) return null;
  return 'column' in keyed ? (keyed as Condition) : (keyed[column] ?? null);
}
