/** What the language says of providers and of what they deliver. */
import { figuresOf, type ProviderQuarterRow } from '../../../../src/domain/figures';
import { PRESENT } from '../../../../src/domain/models';
import { type Ratio, toNumber } from '../../../../src/domain/ratio';
import { RATIO_CODES, ratioOf } from '../../../../src/domain/ratios';
import { decimalRatio } from '../decimal';
import { isMissing } from '../due';
import type { Sight } from '../sight';
import {
  anyOf,
  ascending,
  atLeast,
  before,
  byPeriod,
  contains,
  descending,
  inPeriod,
  inQuarter,
  inQuarters,
  is,
  latest,
  link,
  list,
  ofProvider,
  type Told,
  that,
} from '../told';
import type { Row } from '../world';

const riskOf = (row: Row, see: Sight) => see.find('ProviderRisk', 'providerId', row.id);
const isIn = (value: unknown, values: readonly unknown[]) =>
  value !== null && value !== undefined && values.includes(value);

/** By the model in use: what is shown when nobody asks for another. */
const isPresent = ({ modelVersion }: Row) => modelVersion === PRESENT.version;

export const Provider: Told = {
  values: {
    concern: link('Concern', 'concernId'),
    seatMunicipality: link('Municipality', 'seatMunicipalityCode'),
    seatRegion: link('Region', 'seatRegionCode'),
    designation: (row, see) => see.find('EwsDesignation', 'providerId', row.id),
    latestQuarter: (row, see) => latest(see.where('ProviderQuarter', 'providerId', row.id), 'quarter'),
    assessment: (row, see) => latest(see.where('Assessment', 'providerId', row.id).filter(isPresent), 'quarter'),
  },
  lists: {
    careForms: [
      'CareForm',
      (row, see) =>
        see
          .where('ProviderCareForm', 'providerId', row.id)
          .map((offered) => see.find('CareForm', 'code', offered.careFormCode) as Row),
    ],
    quarters: list('ProviderQuarter', 'providerId', 'id'),
    figures: list('Figure', 'providerId', 'id'),
    findings: list('Finding', 'providerId', 'id'),
    personnel: list('PersonnelReport', 'providerId', 'id'),
    deliveries: list('Delivery', 'providerId', 'id'),
    contracts: list('Contract', 'providerId', 'id'),
    declarations: list('Declaration', 'providerId', 'id'),
    tariffs: list('Tariff', 'providerId', 'id'),
    assessments: list('Assessment', 'providerId', 'id'),
    cases: list('DraaiboekCase', 'providerId', 'id'),
    disclosures: list('Disclosure', 'providerId', 'id'),
    signals: list('Signal', 'providerId', 'id'),
    indicators: list('Indicator', 'providerId', 'id'),
    tredeDecisions: list('TredeDecision', 'providerId', 'id'),
    meldingen: list('Melding', 'providerId', 'id'),
    mismatches: list('Mismatch', 'providerId', 'id'),
  },
  filters: {
    kind: is('kind'),
    seatRegionCode: is('seatRegionCode'),
    seatMunicipalityCode: is('seatMunicipalityCode'),
    careFormCode: that((row, code: string, see) =>
      see.where('ProviderCareForm', 'providerId', row.id).some((offered) => offered.careFormCode === code),
    ),
    nameContains: contains('name'),
    isCrucial: that(
      (row, wanted: boolean, see) => see.find('EwsDesignation', 'providerId', row.id)?.isCrucial === wanted,
      'ewsDesignation',
    ),
    trede: that((row, treden: number[], see) => isIn(riskOf(row, see)?.trede, treden), 'assessment'),
    riskClass: that((row, classes: string[], see) => isIn(riskOf(row, see)?.riskClass, classes), 'assessment'),
  },
  orders: {
    NAME_ASC: ascending('name'),
    NAME_DESC: descending('name'),
    URGENCY_DESC: {
      by: (row, see) => BigInt((riskOf(row, see)?.urgency as number | undefined) ?? -1),
      descending: true,
      information: 'assessment',
    },
  },
};

export const EwsDesignation: Told = {
  key: 'providerId',
  values: { accountRegion: link('Region', 'accountRegionCode') },
};

export const Concern: Told = {
  lists: { providers: list('Provider', 'concernId', 'id') },
  filters: { nameContains: contains('name') },
  orders: { NAME_ASC: ascending('name'), NAME_DESC: descending('name') },
};

export const Party: Told = {};

/** A ratio as it is shown: null is "not assessable". */
const shown = (exact: Ratio | null) => exact && toNumber(exact);

export const ProviderQuarter: Told = {
  tie: 'providerId',
  values: {
    provider: link('Provider', 'providerId'),
    ...Object.fromEntries(
      RATIO_CODES.map((code) => [
        code,
        (row: Row) => shown(ratioOf(code, figuresOf(row as unknown as ProviderQuarterRow))),
      ]),
    ),
  },
  filters: inQuarters,
  orders: { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter') },
};

export const PersonnelReport: Told = {
  values: {
    provider: link('Provider', 'providerId'),
    pnilRatio: (row) => decimalRatio(row.hiredStaffCostsCents, row.personnelCostsCents),
    occupancyRatio: (row) => decimalRatio(row.occupancyTotalFte, row.formationTotalFte),
  },
  filters: { providerId: ofProvider, ...inPeriod },
  orders: byPeriod,
};

export const Figure: Told = {
  values: { provider: link('Provider', 'providerId'), delivery: link('Delivery', 'deliveryId') },
  filters: {
    providerId: ofProvider,
    item: anyOf('item'),
    from: atLeast('periodStart'),
    to: before('periodStart'),
    source: is('source'),
    isCurrent: is('isCurrent'),
  },
  orders: { PERIOD_END_DESC: descending('periodEnd'), PERIOD_END_ASC: ascending('periodEnd') },
};

export const Finding: Told = {
  values: {
    provider: link('Provider', 'providerId'),
    says: (row, _see, { language }) => (language === 'EN' ? row.saysEn : row.saysNl),
  },
  filters: { providerId: ofProvider, quarter: inQuarter, ...inQuarters, severity: is('severity') },
  orders: { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter') },
};

export const Delivery: Told = {
  values: {
    party: link('Party', 'partyId'),
    provider: link('Provider', 'providerId'),
    isMissing,
    timeTaken: ({ minutes }) => minutes,
    receipt: (row, see) => see.find('Receipt', 'deliveryId', row.id),
  },
  lists: {
    values: list('DeliveredValue', 'deliveryId', 'id'),
    answers: list('DeliveredAnswer', 'deliveryId', 'id'),
    reminders: list('Reminder', 'deliveryId', 'id'),
  },
  filters: {
    providerId: ofProvider,
    status: anyOf('status'),
    isMissing: that((row, wanted: boolean, see) => isMissing(row, see) === wanted),
    uitvraagKey: is('uitvraagKey'),
  },
  orders: { DUE_ON_ASC: ascending('dueOn'), DUE_ON_DESC: descending('dueOn') },
};

export const DeliveredValue: Told = {
  key: 'field',
  filters: { section: is('section') },
  orders: {
    PLACE_ASC: { by: ({ section, row }) => `${section} ${String(row).padStart(8, '0')}`, descending: false },
  },
};

export const DeliveredAnswer: Told = {
  key: 'position',
  values: {
    question: ({ questionNl, questionEn }, _see, { language }) => (language === 'EN' ? questionEn : questionNl),
  },
  filters: { section: is('section') },
  orders: { POSITION_ASC: ascending('position') },
};

export const Reminder: Told = {
  key: 'kind',
  filters: { kind: is('kind') },
  orders: { SENT_ON_DESC: descending('sentOn') },
};
