/**
 * The authorization table read a second time, by hand: nothing here is taken from src/policy/table.ts, keys.ts, fields.ts
 * or grant.ts, so that a mistake there is seen. Per table of the archive and per kind of party: which rows, as a plain
 * question about the row (by the names of its columns).
 */
import { type GraphQLField, getNamedType, isLeafType } from 'graphql';
import type { Around } from '../../../src/policy/grant';
import type { Viewer } from '../../../src/policy/viewer';
import type { Rules } from './sight';
import type { Row } from './world';

type Question = (row: Row, viewer: Viewer, around: Around) => boolean;

const all: Question = () => true;
/** May be asked, but there is nothing that gives a row: no national contract has declarations, no cell lets anything be shared with the VNG. */
const later: Question = () => false;
/** May not even be asked. */
const no = null;

const same = (value: unknown, key: string | null) => key !== null && value === key;
const mine: Question = (row, viewer) => same(row.provider_id, viewer.providerId);
const myTown: Question = (row, viewer) => same(row.municipality_code, viewer.municipalityCode);
const myRegion: Question = (row, viewer) => same(row.region_code, viewer.regionCode);
const townBuys: Question = (row, viewer) => same(row.client_municipality_code, viewer.municipalityCode);
const regionBuys: Question = (row, viewer) =>
  same(row.client_region_code, viewer.regionCode) || same(row.region_code, viewer.regionCode);
const national: Question = (row) => row.client_kind === 'LTA';
/** A municipality shares the accounthoudende region of the region that it belongs to. */
const accountable: Question = (row, viewer) => same(row.account_region_code, viewer.regionCode);
const weDeliver: Question = (row, viewer) => same(row.party_id, viewer.partyId);
const itself: Question = (row, viewer) => same(row.id, viewer.partyId);
const weReported: Question = (row, viewer) => same(row.reporter_party_id, viewer.partyId);
const aboutMe: Question = (row, viewer, around) =>
  row.information === 'TOLD' &&
  ((viewer.kind === 'PROVIDER' && mine(row, viewer, around)) ||
    (viewer.kind === 'MUNICIPALITY' && myTown(row, viewer, around)) ||
    (viewer.kind === 'REGION' && myRegion(row, viewer, around)));
const grave: Question = (row) => Number(row.trede) >= 4;
/** What is disclosed to us of the provider, or the municipality, of the row. */
const shared =
  (
    of:
      | 'ewsDesignation'
      | 'figures'
      | 'contracts'
      | 'declarations'
      | 'signaal'
      | 'assessment'
      | 'tredeDecision'
      | 'mismatchOfProvider',
  ): Question =>
  (row, viewer, { admitted }) =>
    admitted(viewer, { by: 'disclosure', of, what: 'provider' }).has(row.provider_id);
const sharedTown =
  (of: 'municipalFigures' | 'mismatchOfMunicipalities'): Question =>
  (row, viewer, { admitted }) =>
    admitted(viewer, { by: 'disclosure', of, what: 'municipality' }).has(row.municipality_code);
/** The region itself, and nothing of its municipalities: each of those is told of what is shared of it. */
const sharedRegion =
  (of: 'signaal' | 'mismatchOfMunicipalities'): Question =>
  (row, viewer, { admitted }) =>
    row.municipality_code === null && admitted(viewer, { by: 'disclosure', of, what: 'region' }).has(row.region_code);
const sharedArea: Question = (...asked) =>
  sharedTown('mismatchOfMunicipalities')(...asked) || sharedRegion('mismatchOfMunicipalities')(...asked);
/** What a region was told is shared as its own only when it names no provider. */
const sharedSignaal: Question = (row, ...asked) =>
  shared('signaal')(row, ...asked) || (row.provider_id === null && sharedRegion('signaal')(row, ...asked));
type Role = 'LEAD' | 'CLIENT' | 'PLAN_PRESENTED';
const inCase =
  (...as: Role[]): Question =>
  (row, viewer, { admitted }) =>
    admitted(viewer, { by: 'case', of: 'figures', what: 'provider', as }).has(row.provider_id);
/** An open case: when it has closed it is there for the provider and the JA alone. */
const theCase =
  (...as: Role[]): Question =>
  (row, viewer, { admitted }) =>
    row.closed_at === null && admitted(viewer, { by: 'case', of: 'figures', what: 'case', as }).has(row.id);
const weLead = inCase('LEAD');
const takesPart = inCase('LEAD', 'CLIENT');
const planSeen = inCase('PLAN_PRESENTED');
const sharedOrPlanSeen: Question = (...asked) => shared('tredeDecision')(...asked) || planSeen(...asked);
const graveAndOpen: Question = (row, ...asked) => row.closed_at === null && grave(row, ...asked);
const ourPart: Question = (row, viewer) => row.until === null && same(row.party_id, viewer.partyId);
const ourCase: Question = (row, viewer) =>
  row.until === null && (same(row.lead_region_code, viewer.regionCode) || same(row.party_id, viewer.partyId));
const aboutUs: Question = (row, viewer) => same(row.concerned_party_id, viewer.partyId);
const toUs: Question = (row, viewer, { now }) =>
  same(row.recipient_party_id, viewer.partyId) && (row.valid_from as Date) <= now && now < (row.valid_to as Date);
const aboutOrToUs: Question = (...asked) => aboutUs(...asked) || toUs(...asked);

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
type Kind = (typeof KINDS)[number];
type CellPer<T extends readonly unknown[]> = { [K in keyof T]: Question | null };
type Cells = CellPer<typeof KINDS>;

// biome-ignore format: it is a table, and is read as one
const CELLS = {
  //                        PROVIDER     MUNICIPALITY REGION       VNG         INSPECTION         SUPERVISOR         MINISTRY           DATA_SUPPLIER
  providerRegister:         [all,         all,         all,         all,        all,               all,               all,               all],
  ewsDesignation:           [mine,        accountable, accountable, all,        shared('ewsDesignation'), shared('ewsDesignation'), shared('ewsDesignation'), no],
  delivery:                 [weDeliver,   weDeliver,   weDeliver,   weDeliver,  no,                no,                no,                weDeliver],
  draft:                    [weDeliver,   weDeliver,   weDeliver,   weDeliver,  no,                no,                no,                weDeliver],
  delivered:                [weDeliver,   weDeliver,   weDeliver,   weDeliver,  no,                no,                no,                weDeliver],
  figures:                  [mine,        no,          weLead,      no,         shared('figures'), shared('figures'), shared('figures'), no],
  contracts:                [mine,        townBuys,    regionBuys,  national,   shared('contracts'), shared('contracts'), shared('contracts'), no],
  declarations:             [mine,        myTown,      myRegion,    later,      shared('declarations'), shared('declarations'), shared('declarations'), no],
  tariffs:                  [mine,        townBuys,    regionBuys,  national,   no,                no,                no,                no],
  municipalFigures:         [no,          myTown,      myRegion,    no,         no,                sharedTown('municipalFigures'), sharedTown('municipalFigures'), no],
  tenderCalendar:           [all,         all,         all,         all,        all,               all,               all,               all],
  signaal:                  [no,          myTown,      myRegion,    no,         sharedSignaal,     sharedSignaal,     sharedSignaal,     no],
  draaiboekCase:            [mine,        theCase('LEAD', 'CLIENT'), theCase('LEAD', 'CLIENT'), no, theCase('PLAN_PRESENTED'), graveAndOpen, graveAndOpen, no],
  caseParty:                [mine,        ourPart,     ourCase,     no,         ourPart,           no,                no,                no],
  disclosure:               [aboutOrToUs, aboutOrToUs, aboutOrToUs, later,       toUs,              toUs,              toUs,              no],
  notice:                   [aboutUs,     aboutUs,     aboutUs,     no,         no,                no,                no,                no],
  melding:                  [weReported,  weReported,  weReported,  weReported, weReported,        weReported,        weReported,        weReported],
  readingLog:               [aboutMe,     aboutMe,     aboutMe,     no,         no,                no,                no,                no],
  onlyOfTheJa:              [no,          no,          no,          no,         no,                no,                no,                no],
  assessment:               [mine,        no,          weLead,      no,         shared('assessment'), shared('assessment'), shared('assessment'), no],
  tredeDecision:            [mine,        takesPart,   takesPart,   no,         sharedOrPlanSeen,  grave,             grave,             no],
  mismatchOfProvider:       [mine,        no,          weLead,      no,         shared('mismatchOfProvider'), shared('mismatchOfProvider'), shared('mismatchOfProvider'), no],
  mismatchOfMunicipalities: [no,          myTown,      myRegion,    no,         no,                sharedArea,        sharedArea,        no],
} as const satisfies Record<string, Cells>;
type Information = keyof typeof CELLS;
/** What is not delivered yet is its party's alone: the JA is told of it when it is submitted, and not before. */
const NOT_EVEN_FOR_THE_JA: readonly Information[] = ['draft'];

const TABLES: Readonly<Record<string, Information>> = {
  provider: 'providerRegister',
  provider_care_form: 'providerRegister',
  concern: 'providerRegister',
  ews_designation: 'ewsDesignation',
  delivery: 'delivery',
  reminder: 'delivery',
  draft_value: 'draft',
  draft_lines: 'draft',
  draft_finding: 'draft',
  draft_remark: 'draft',
  delivery_file: 'draft',
  intake_request: 'draft',
  calendar_feed: 'draft',
  delivered_value: 'delivered',
  delivered_answer: 'delivered',
  receipt: 'delivered',
  replaced_row: 'delivered',
  figure: 'figures',
  finding: 'figures',
  provider_quarter: 'figures',
  personnel_report: 'figures',
  contract: 'contracts',
  declaration: 'declarations',
  tariff: 'tariffs',
  referral: 'municipalFigures',
  municipal_report: 'municipalFigures',
  tender_calendar_entry: 'tenderCalendar',
  melding: 'melding',
  melding_handling: 'onlyOfTheJa',
  assessment: 'assessment',
  indicator: 'assessment',
  provider_risk: 'assessment',
  trede_decision: 'tredeDecision',
  area_risk: 'onlyOfTheJa',
  signal: 'onlyOfTheJa',
  signaal: 'signaal',
  draaiboek_case: 'draaiboekCase',
  case_party: 'caseParty',
  disclosure: 'disclosure',
  notice: 'notice',
  mismatch_part: 'mismatchOfProvider',
  reading: 'readingLog',
};
const MISMATCHES: Readonly<Record<string, Information>> = {
  OF_PROVIDER: 'mismatchOfProvider',
  OF_MUNICIPALITIES: 'mismatchOfMunicipalities',
  AGGREGATE: 'onlyOfTheJa',
};
/** Everybody may read these, also who has not signed in. */
export const PUBLIC_TABLES = [
  ...[
    'care_form',
    'code_list_entry',
    'municipality',
    'province',
    'region',
    'region_membership',
    'region_neighbour',
    'uitvraag',
    'uitvraag_item',
  ],
];
/** What only the two who manage the JA may read, and they read nothing else that is not public. */
const MANAGED: Readonly<Record<string, string>> = { account: 'ADMINISTRATOR', audit_entry: 'AUDITOR' };

/** Does the JA itself ask: not its administrator, and not its auditor? */
const worksWithInformation = ({ kind, functions }: Viewer) =>
  kind === 'JA' && functions.some((held) => held === 'ANALYST' || held === 'SUPERVISOR');

/** Those of the JA who do not work with information. */
const manages = (viewer: Viewer, as: string) =>
  viewer.kind === 'JA' && !worksWithInformation(viewer) && viewer.functions.some((held) => held === as);

function cellOf(information: Information, viewer: Viewer): Question | null {
  if (worksWithInformation(viewer)) return NOT_EVEN_FOR_THE_JA.includes(information) ? no : all;
  const at = KINDS.indexOf(viewer.kind as Kind);
  return at < 0 ? no : (CELLS[information][at] as Question | null);
}

/** May this viewer see this row? */
const rowByReading: Rules['row'] = (viewer, table, row, around) => {
  if (PUBLIC_TABLES.includes(table)) return true;
  if (table === 'party') return cellOf('providerRegister', viewer) === all || itself(row, viewer, around);
  const manager = MANAGED[table];
  if (manager) return manages(viewer, manager);
  const information = table === 'mismatch' ? MISMATCHES[String(row.information)] : TABLES[table];
  if (!information) throw new Error(`Nobody has read who may see ${table}.`);
  return cellOf(information, viewer)?.(row, viewer, around) ?? false;
};

const SHOWS: Readonly<Partial<Record<Information, readonly string[]>>> = {
  providerRegister: ['Provider', 'Concern'],
  ewsDesignation: ['EwsDesignation'],
  delivery: ['BurdenOverview', 'Delivery', 'Reminder', 'TaskList', 'Task', 'TimeTakenCount', 'UitvraagBurden'],
  draft: [
    ...['Draft', 'DraftSection', 'DraftField', 'FieldChoice', 'DraftRow', 'DraftCell', 'DraftFinding'],
    ...['DeliveryMeaning', 'OwnTrend', 'CalendarFeed'],
  ],
  delivered: ['DeliveredAnswer', 'DeliveredValue', 'Receipt'],
  figures: [
    ...['Figure', 'Finding', 'UsedFigure', 'FigureOrigin', 'ProviderQuarter', 'PersonnelReport'],
    ...['SupposedFigure', 'SupposedRatio'],
  ],
  contracts: ['Contract'],
  declarations: ['Declaration'],
  tariffs: ['Tariff'],
  municipalFigures: ['Referral', 'MunicipalReport'],
  tenderCalendar: ['TenderCalendarEntry'],
  melding: ['Melding'],
  onlyOfTheJa: [
    ...['MeldingHandling', 'AreaRisk', 'RiskDashboard', 'Signal', 'SignalEvidence', 'CareFormInRegion', 'MarketShare'],
    ...['ImpactIfStops', 'MarketImpact', 'TakeOverCandidate'],
  ],
  signaal: ['Signaal'],
  draaiboekCase: ['DraaiboekCase'],
  caseParty: ['CaseParty'],
  disclosure: ['Disclosure'],
  notice: ['Notice'],
  readingLog: ['Reading'],
  assessment: [
    ...[
      'Assessment',
      'AssessmentCriterion',
      'ScoredIndicator',
      'Indication',
      'Indicator',
      'IndicatorInput',
      'PeerPosition',
      'ProviderRisk',
    ],
    ...['WhatIf', 'TurnedCriterion', 'DistanceToLimits', 'CriterionDistance', 'FigureDistance'],
  ],
  tredeDecision: ['TredeDecision'],
};
/** The information under the type of an object of the API; none where it shows nothing of a party. */
const TYPES: Readonly<Record<string, readonly Information[]>> = {
  ...Object.fromEntries(
    Object.entries(SHOWS).flatMap(([information, types]) => types.map((type) => [type, [information as Information]])),
  ),
  Mismatch: ['mismatchOfProvider', 'mismatchOfMunicipalities', 'onlyOfTheJa'],
  MismatchPart: ['mismatchOfProvider'],
  Disagreement: ['mismatchOfProvider'],
};
/** Lists that show less than their type could, and links that are themselves what the object tells. */
const FIELDS: Readonly<Record<string, readonly Information[]>> = {
  'Provider.careForms': ['providerRegister'],
  'Provider.mismatches': ['mismatchOfProvider'],
  'Municipality.mismatches': ['mismatchOfMunicipalities'],
  'RiskDashboard.mismatches': ['onlyOfTheJa'],
  'MismatchPart.mismatch': ['mismatchOfProvider'],
  'Delivery.party': ['delivery'],
  // How far it is filled in is told of a draft.
  'Task.asked': ['draft'],
  'Task.filled': ['draft'],
  'Task.progress': ['draft'],
  // Made of the figures of others.
  'OwnTrend.peers': ['assessment'],
  'TredeDecision.proposedBy': ['tredeDecision'],
  'TredeDecision.agreedBy': ['tredeDecision'],
  'Melding.reporter': ['melding'],
  'Melding.reportedKvkNumber': ['onlyOfTheJa'],
  'DraaiboekCase.lead': ['draaiboekCase'],
  'CaseParty.party': ['caseParty'],
  'Disclosure.recipient': ['disclosure'],
  'Disclosure.concerned': ['disclosure'],
  'Notice.concerned': ['notice'],
  'Reading.reader': ['readingLog'],
  'EwsDesignation.accountRegion': ['ewsDesignation'],
};

/** May this viewer ask this field at all? What leads to an object is judged by that object, a value by its own. */
function fieldByReading(viewer: Viewer, type: string, field: GraphQLField<unknown, unknown>): boolean {
  // The parts of a page, and the viewer itself: whoever may have the whole may have the parts.
  if (/^(PageInfo|Viewer|Capability)$|(Connection|Edge)$/.test(type)) return true;
  // Everybody who has signed in may know as whom.
  if (type === 'Party') return viewer.partyId !== null;
  const named = getNamedType(field.type);
  const to = isLeafType(named) ? type : named.name.replace(/Connection$/, '');
  if (to === 'AuditEntry') return manages(viewer, 'AUDITOR');
  const kinds = FIELDS[`${type}.${field.name}`] ?? TYPES[to] ?? [];
  return kinds.length === 0 || kinds.some((information) => cellOf(information, viewer) !== null);
}

/** The three kinds of information that a filter or an order reads beyond its own rows. */
const READ_BESIDE: Readonly<Record<string, Information>> = {
  ewsDesignation: 'ewsDesignation',
  assessment: 'assessment',
  meldingHandling: 'onlyOfTheJa',
};

export const BY_READING: Rules = {
  row: rowByReading,
  field: fieldByReading,
  information: (viewer, information) => cellOf(READ_BESIDE[information] as Information, viewer) !== null,
};

/** What is left when nobody guards a field: rows alone. A field that may not be asked finds none. */
export const ROWS_ALONE: Rules = { row: rowByReading, field: () => true, information: () => true };

const decides = (question: Question | null) => question !== null && question !== all && question !== later;

/** The kinds of party whose rows a question about the row decides, by table. */
export function decidedByRow(): { table: string; kind: Kind }[] {
  const informationOf = [
    ...Object.entries(TABLES),
    ...Object.values(MISMATCHES).map((of) => ['mismatch', of] as const),
  ];
  return informationOf.flatMap(([table, information]) =>
    KINDS.filter((_, at) => decides(CELLS[information][at] as Question | null)).map((kind) => ({ table, kind })),
  );
}
