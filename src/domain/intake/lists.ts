/** The lists that are asked for: which columns a row has, which items of an uitvraag they answer. */
import type { Said } from '../language';
import type { ChoiceList, Field, FieldType } from './form';

interface ListDefinition {
  readonly label: Said;
  /** Codes of the items that it answers, over all uitvragen. */
  readonly items: readonly string[];
  readonly fields: readonly Field[];
  readonly key: readonly string[];
  readonly mayStayAsItWas?: boolean;
  readonly isBulk?: boolean;
}

const field = (code: string, type: FieldType, nl: string, en: string, more: Partial<Field> = {}): Field => ({
  code,
  type,
  label: { nl, en },
  isRequired: true,
  ...more,
});
const choice = (code: string, list: ChoiceList, nl: string, en: string, more: Partial<Field> = {}): Field =>
  field(code, 'CHOICE', nl, en, { list, ...more });
const OPTIONAL = { isRequired: false } as const;

const CARE_FORM = choice('careForm', 'careForms', 'Zorgvorm', 'Form of care');
const PROVIDER = field('kvkNumber', 'KVK', 'KvK-nummer van de aanbieder', 'Chamber of Commerce number of the provider');
const NAME = field('name', 'TEXT', 'Naam', 'Name');

/** What both sides of a contract report of it (Bijlage 4, providers 7 and municipalities 2). */
const OF_A_CONTRACT: readonly Field[] = [
  field('reference', 'TEXT', 'Contractnummer', 'Contract number'),
  CARE_FORM,
  field('startsOn', 'DAY', 'Begindatum', 'First day'),
  field('endsOn', 'DAY', 'Laatste dag', 'Last day'),
  field('annualValue', 'AMOUNT', 'Waarde per jaar', 'Value per year'),
  choice('type', 'contractTypes', 'Soort', 'Type'),
  choice('procurement', 'procurements', 'Inkoopvorm', 'Procurement'),
  choice('funding', 'fundings', 'Bekostiging', 'Funding'),
];

const OF_DECLARATIONS: readonly Field[] = [
  choice('municipality', 'municipalities', 'Gemeente', 'Municipality'),
  CARE_FORM,
  field('amount', 'AMOUNT', 'Gedeclareerd bedrag', 'Declared amount', { mayBeNegative: true }),
  field('volume', 'DECIMAL', 'Volume', 'Volume'),
  choice('unit', 'volumeUnits', 'Eenheid', 'Unit'),
];

export const LISTS = {
  providerContracts: {
    label: { nl: 'Contracten', en: 'Contracts' },
    items: ['A7.1'],
    fields: [choice('client', 'clients', 'Opdrachtgever', 'Client'), ...OF_A_CONTRACT],
    key: ['client', 'reference', 'careForm'],
    mayStayAsItWas: true,
  },
  clientContracts: {
    label: { nl: 'Contracten', en: 'Contracts' },
    items: ['G2.1', 'G2.2', 'V1.1'],
    fields: [PROVIDER, ...OF_A_CONTRACT],
    key: ['kvkNumber', 'reference', 'careForm'],
    mayStayAsItWas: true,
  },
  tariffs: {
    label: { nl: 'Tarieven', en: 'Tariffs' },
    items: ['G5.1', 'G5.2'],
    fields: [
      PROVIDER,
      CARE_FORM,
      field('productCode', 'TEXT', 'Productcode', 'Product code'),
      choice('unit', 'volumeUnits', 'Eenheid', 'Unit'),
      field('amount', 'AMOUNT', 'Tarief', 'Tariff'),
      field('validFrom', 'DAY', 'Ingangsdatum', 'First day'),
      field('validTo', 'DAY', 'Laatste dag', 'Last day', OPTIONAL),
    ],
    key: ['kvkNumber', 'productCode', 'careForm', 'validFrom'],
    mayStayAsItWas: true,
  },
  tenders: {
    label: { nl: 'Aanbestedingskalender', en: 'Tender calendar' },
    items: ['G3.1'],
    fields: [
      CARE_FORM,
      field('subject', 'TEXT', 'Onderwerp', 'Subject'),
      field('opensOn', 'DAY', 'Publicatie', 'Published on'),
      field('startsOn', 'DAY', 'Ingang contracten', 'Contracts start on'),
      choice('funding', 'fundings', 'Bekostiging', 'Funding'),
      field('durationMonths', 'NUMBER', 'Duur in maanden', 'Duration in months'),
    ],
    key: ['careForm', 'subject'],
    mayStayAsItWas: true,
  },
  municipalReport: {
    label: { nl: 'Kwartaalrapportage per zorgvorm', en: 'Quarterly report per form of care' },
    items: ['G1.1', 'G1.2', 'G1.3', 'G1.4'],
    fields: [
      CARE_FORM,
      field('budget', 'AMOUNT', 'Begroting van het jaar', 'Budget of the year'),
      field('realised', 'AMOUNT', 'Realisatie in het kwartaal', 'Realised in the quarter', { mayBeNegative: true }),
      field('clients', 'NUMBER', 'Aantal jeugdigen', 'Number of young people'),
      choice('trend', 'trends', 'Trend', 'Trend', OPTIONAL),
    ],
    key: ['careForm'],
  },
  referrals: {
    label: { nl: 'Verwijzingen en wachttijd', en: 'Referrals and waiting time' },
    items: ['G4.1', 'G4.2'],
    fields: [
      choice('municipality', 'municipalities', 'Gemeente', 'Municipality'),
      CARE_FORM,
      choice('referrer', 'referrers', 'Verwijzer', 'Referrer'),
      field('referrals', 'NUMBER', 'Verwijzingen', 'Referrals'),
      field('starts', 'NUMBER', 'Gestarte trajecten', 'Care started'),
      field('waitingDays', 'DECIMAL', 'Gemiddelde wachttijd in dagen', 'Mean waiting time in days', OPTIONAL),
    ],
    key: ['municipality', 'careForm', 'referrer'],
    isBulk: true,
  },
  nationalDeclarations: {
    label: { nl: 'Realisatie LTA', en: 'Declared under national contracts' },
    items: ['V2.1'],
    fields: [PROVIDER, ...OF_DECLARATIONS],
    // Invoices of one municipality and form may be as many as there are: only the same line twice is striking.
    key: ['kvkNumber', 'municipality', 'careForm', 'amount', 'volume', 'unit'],
    isBulk: true,
  },
  declarations: {
    label: { nl: 'Gedeclareerde productie per gemeente', en: 'Declared production per municipality' },
    // A specification of A3.1, which is asked as a total.
    items: [],
    fields: OF_DECLARATIONS,
    key: ['municipality', 'careForm', 'amount', 'volume', 'unit'],
    isBulk: true,
  },
  supply: {
    label: { nl: 'Aanbod per zorgvorm per regio', en: 'Supply per form of care and region' },
    items: ['V3.1'],
    fields: [PROVIDER, choice('region', 'regions', 'Jeugdregio', 'Region'), CARE_FORM],
    key: ['kvkNumber', 'region', 'careForm'],
    mayStayAsItWas: true,
  },
  contractedProviders: {
    label: { nl: 'Gecontracteerde of gesubsidieerde aanbieders', en: 'Contracted or subsidised providers' },
    items: ['1a', '1b', '1a-lta', '1b-lta'],
    fields: [PROVIDER, NAME, CARE_FORM],
    key: ['kvkNumber', 'careForm'],
    mayStayAsItWas: true,
  },
  formsOffered: {
    label: { nl: 'Vormen van jeugdhulp die worden aangeboden', en: 'Forms of care offered' },
    items: ['b3'],
    fields: [CARE_FORM],
    key: ['careForm'],
    mayStayAsItWas: true,
  },
  waiting: {
    label: { nl: 'Wachttijd en wachtlijst', en: 'Waiting time and waiting list' },
    items: ['b13.1', 'b13.2', 'b14.1', 'b14.2'],
    fields: [
      CARE_FORM,
      choice('region', 'regions', 'Jeugdregio', 'Region'),
      field('waitingDays', 'DECIMAL', 'Wachttijd in dagen', 'Waiting time in days'),
      field('waitingCount', 'NUMBER', 'Aantal op de wachtlijst', 'Number on the waiting list'),
    ],
    key: ['careForm', 'region'],
  },
  subcontractors: {
    label: { nl: 'Onderaannemers', en: 'Subcontractors' },
    items: ['b16'],
    fields: [field('kvkNumber', 'KVK', 'KvK-nummer', 'Chamber of Commerce number'), NAME],
    key: ['kvkNumber'],
    mayStayAsItWas: true,
  },
} as const satisfies Readonly<Record<string, ListDefinition>>;

export type ListCode = keyof typeof LISTS;
export const LIST_CODES = Object.keys(LISTS) as readonly ListCode[];
/** A list by its code, without what is special about it. */
export const listOf = (code: ListCode): ListDefinition => LISTS[code];
