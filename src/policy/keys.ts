/**
 * By which column a row is whose. The table says "own"; this says that a contract is a provider's own by provider_id, and
 * a melding by reporter_party_id. Every scope is one condition on a column of the row itself, so that it costs nothing.
 */
import type { CaseRole } from '../domain/vocabulary';
import type { Column, Information, Scope } from './table';

/** What a viewer is known by. */
export type ViewerKey = 'party' | 'provider' | 'municipality' | 'region';

/**
 * What a party is let into by others, and the kind of information that it reads because of it: a set of keys of rows, made
 * by a function of the database (migration 0002).
 */
export type Admission =
  | { readonly by: 'disclosure'; readonly of: Information; readonly what: 'provider' | 'municipality' | 'region' }
  | {
      readonly by: 'case';
      readonly of: Information;
      readonly what: 'provider' | 'case';
      readonly as: readonly CaseRole[];
    };

/**
 * A column that must equal a key of the viewer or a fixed word, reach a number, have come or not, be one that was let in, or
 * have no value.
 */
export type Condition =
  | { readonly column: string; readonly is: ViewerKey }
  | { readonly column: string; readonly word: string }
  | { readonly column: string; readonly atLeast: number }
  | { readonly column: string; readonly moment: 'past' | 'ahead' }
  | { readonly column: string; readonly among: Admission }
  | { readonly column: string; readonly absent: true };

/** Conditions that must all hold. */
export type Term = readonly Condition[];

type Keyed = Exclude<Scope, 'all' | 'none'>;

type PerColumn = Readonly<Partial<Record<Column, Condition | Term>>>;

/** Several ways to be in one scope. */
interface AnyOf {
  readonly anyOf: readonly Term[];
}

interface Keys {
  /** The tables that hold this information; with a word when the table holds more than one kind of information. */
  readonly tables: Readonly<Record<string, Condition | null>>;
  /** The condition for each scope, or several that must all hold; per column where parties differ. Absent: holds for no row. */
  readonly scopes: Readonly<Partial<Record<Keyed, Condition | Term | PerColumn | AnyOf>>>;
}

const own = { column: 'provider_id', is: 'provider' } as const;
const ofParty = { column: 'party_id', is: 'party' } as const;
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

const COLUMN_OF = {
  provider: 'provider_id',
  municipality: 'municipality_code',
  region: 'region_code',
  case: 'id',
} as const;

/** A running disclosure of this information about the party of the row. */
const granted = <What extends 'provider' | 'municipality' | 'region'>(of: Information, what: What) =>
  ({ column: COLUMN_OF[what], among: { by: 'disclosure', of, what } }) as const;
const ofProvider = (of: Information) => granted(of, 'provider');
/** What is about a region, and about none of its municipalities: each of those is told of what is shared of itself. */
const ofRegion = (of: Information) => [granted(of, 'region'), { column: 'municipality_code', absent: true }] as const;
/** An open case of the provider of the row. */
const inCase = (of: Information, ...as: readonly CaseRole[]) =>
  ({ column: COLUMN_OF.provider, among: { by: 'case', of, what: 'provider', as } }) as const;
/** The regievoerder of an open case. */
const led = (of: Information) => inCase(of, 'LEAD');
/** The open case itself: not another one of the same provider. */
const theCase = (...as: readonly CaseRole[]) =>
  ({ column: COLUMN_OF.case, among: { by: 'case', of: 'draaiboekCase', what: 'case', as } }) as const;
/** A part in a case that is open. */
const openPart = (whose: Condition) => [whose, { column: 'until', absent: true }] as const;
const ourPart = openPart({ column: 'party_id', is: 'party' });

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
    scopes: { own, area: { column: 'account_region_code', is: 'region' }, granted: ofProvider('ewsDesignation') },
  },
  delivery: { tables: ownTables('delivery', 'reminder'), scopes: { own: ofParty } },
  draft: {
    tables: ownTables(
      'draft_value',
      'draft_lines',
      'draft_finding',
      'draft_remark',
      'delivery_file',
      'intake_request',
      'calendar_feed',
    ),
    scopes: { own: ofParty },
  },
  delivered: {
    tables: ownTables('delivered_value', 'delivered_answer', 'receipt', 'replaced_row'),
    scopes: { own: ofParty },
  },
  figures: {
    tables: ownTables('figure', 'finding', 'provider_quarter', 'personnel_report'),
    scopes: { own, case: led('figures'), granted: ofProvider('figures') },
  },
  contracts: { tables: ownTables('contract'), scopes: { ...ofClient, granted: ofProvider('contracts') } },
  declarations: {
    tables: ownTables('declaration'),
    scopes: {
      own,
      client: { MUNICIPALITY: { column: 'municipality_code', is: 'municipality' } },
      area: { column: 'region_code', is: 'region' },
      granted: ofProvider('declarations'),
    },
  },
  tariffs: { tables: ownTables('tariff'), scopes: ofClient },
  municipalFigures: {
    tables: ownTables('referral', 'municipal_report'),
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
      granted: granted('municipalFigures', 'municipality'),
    },
  },
  tenderCalendar: { tables: ownTables('tender_calendar_entry'), scopes: {} },
  melding: { tables: ownTables('melding'), scopes: { own: { column: 'reporter_party_id', is: 'party' } } },
  meldingReceipt: { tables: {}, scopes: {} },
  meldingHandling: { tables: ownTables('melding_handling'), scopes: {} },
  assessment: {
    tables: ownTables('assessment', 'indicator', 'provider_risk'),
    scopes: { own, case: led('assessment'), granted: ofProvider('assessment') },
  },
  signal: { tables: ownTables('signal'), scopes: {} },
  signaal: {
    tables: ownTables('signaal'),
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
      // One that names a provider is shared with notice to that provider.
      granted: { anyOf: [[ofProvider('signaal')], [...ofRegion('signaal'), { column: 'provider_id', absent: true }]] },
    },
  },
  draaiboekCase: {
    tables: ownTables('draaiboek_case'),
    scopes: {
      own,
      case: theCase('LEAD', 'CLIENT'),
      presented: theCase('PLAN_PRESENTED'),
      escalated: [
        { column: 'trede', atLeast: 4 },
        { column: 'closed_at', absent: true },
      ],
    },
  },
  caseParty: {
    tables: ownTables('case_party'),
    scopes: {
      own: {
        PROVIDER: own,
        MUNICIPALITY: ourPart,
        REGION: ourPart,
        INSPECTION: ourPart,
      },
      // The regievoerder knows everybody in its case.
      area: openPart({ column: 'lead_region_code', is: 'region' }),
    },
  },
  disclosure: {
    tables: ownTables('disclosure'),
    scopes: {
      own: { column: 'concerned_party_id', is: 'party' },
      // To whom it was given it is gone as soon as it has ended, like what it gave.
      received: [
        { column: 'recipient_party_id', is: 'party' },
        { column: 'valid_from', moment: 'past' },
        { column: 'valid_to', moment: 'ahead' },
      ],
    },
  },
  notice: { tables: ownTables('notice'), scopes: { own: { column: 'concerned_party_id', is: 'party' } } },
  tredeDecision: {
    tables: ownTables('trede_decision'),
    scopes: {
      own,
      case: inCase('tredeDecision', 'LEAD', 'CLIENT'),
      presented: inCase('tredeDecision', 'PLAN_PRESENTED'),
      granted: ofProvider('tredeDecision'),
      escalated: { column: 'trede', atLeast: 4 },
    },
  },
  mismatchOfProvider: {
    tables: { mismatch: { column: 'information', word: 'OF_PROVIDER' }, mismatch_part: null },
    scopes: { own, case: led('mismatchOfProvider'), granted: ofProvider('mismatchOfProvider') },
  },
  mismatchOfMunicipalities: {
    tables: { mismatch: { column: 'information', word: 'OF_MUNICIPALITIES' } },
    scopes: {
      own: { column: 'municipality_code', is: 'municipality' },
      area: { column: 'region_code', is: 'region' },
      granted: {
        anyOf: [[granted('mismatchOfMunicipalities', 'municipality')], ofRegion('mismatchOfMunicipalities')],
      },
    },
  },
  aggregate: { tables: { mismatch: { column: 'information', word: 'AGGREGATE' }, area_risk: null }, scopes: {} },
  account: { tables: ownTables('account'), scopes: {} },
  session: { tables: ownTables('session'), scopes: {} },
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

/** The conditions by which a scope holds for the parties of a column, one term for each way; none when it holds for no row. */
export function termsOf(information: Information, scope: Scope, column: Column): readonly Term[] {
  const scopes: Keys['scopes'] = KEYS[information].scopes;
  const keyed = scopes[scope as Keyed];
  if (!keyed) return [];
  if ('anyOf' in keyed) return keyed.anyOf;
  const given = Array.isArray(keyed) || 'column' in keyed ? (keyed as Condition | Term) : (keyed as PerColumn)[column];
  if (!given) return [];
  return [Array.isArray(given) ? given : [given as Condition]];
}
