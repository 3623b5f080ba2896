/** What the language says of meldingen, assessments, mismatches and the dashboard of the JA. */

import type { StoredCriterion, StoredScore } from '../../../../entities/assessment';
import { explain } from '../../../../src/domain/explain';
import { indicationsOf, type Pointing } from '../../../../src/domain/indications';
import { causeOfMelding } from '../../../../src/domain/indications/causes';
import { INDICATORS, type IndicatorDefinition } from '../../../../src/domain/indicators';
import { type ExplainableIndicator, explainIndicator } from '../../../../src/domain/indicators/explain';
import type { Said } from '../../../../src/domain/language';
import { PRESENT } from '../../../../src/domain/models';
import type { MeldingMoment, MeldingReason } from '../../../../src/domain/vocabulary';
import { isMissing } from '../due';
import { scoresOf, wordsOf } from '../models';
import { peersOf } from '../peers';
import type { Sight } from '../sight';
import {
  anyOf,
  ascending,
  descending,
  inQuarter,
  inQuarters,
  is,
  largest,
  link,
  ofProvider,
  smallest,
  type Told,
  that,
} from '../told';
import type { Row } from '../world';

const provider = link('Provider', 'providerId');
const municipality = link('Municipality', 'municipalityCode');
const region = link('Region', 'regionCode');
const careForm = link('CareForm', 'careFormCode');
const byQuarter = { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter') };

export const Melding: Told = {
  values: {
    reporter: link('Party', 'reporterPartyId'),
    provider,
    municipality,
    region,
    careForm,
    indicates: (row) => causeOfMelding(row.reason as MeldingReason, row.moment as MeldingMoment | null),
    handling: (row, see) => see.find('MeldingHandling', 'meldingId', row.id),
  },
  filters: {
    providerId: ofProvider,
    municipalityCode: is('municipalityCode'),
    regionCode: is('regionCode'),
    reason: anyOf('reason'),
    moment: is('moment'),
    receivedFrom: that((row, from: Date) => (row.receivedAt as Date) >= from),
    receivedTo: that((row, to: Date) => (row.receivedAt as Date) < to),
    // What nobody has touched yet is new.
    status: that(
      (row, status: string, see) => (see.find('MeldingHandling', 'meldingId', row.id)?.status ?? 'NEW') === status,
      'meldingHandling',
    ),
  },
  orders: { RECEIVED_AT_DESC: descending('receivedAt'), RECEIVED_AT_ASC: ascending('receivedAt') },
};

export const MeldingHandling: Told = { key: 'meldingId' };

const STATES: Readonly<Record<string, boolean | null>> = { HOLDS: true, HOLDS_NOT: false, UNKNOWN: null };

const UNITS = new Map<string, string>(INDICATORS.map(({ code, unit }) => [code, unit]));

/** From the indicators of that quarter that this viewer may see, and from the answer that was scored. */
function indicationsBeside({ providerId, quarter, score }: Row, see: Sight): readonly Row[] {
  const number = (value: unknown) => (value === null ? null : Number(value));
  const seen = see
    .where('Indicator', 'providerId', providerId)
    .filter((row) => row.quarter === quarter)
    .map((row) => ({
      code: String(row.code),
      value: number(row.value),
      previous: number(row.previous),
      crossed: crossed(row),
    }));
  const answer = (score as readonly StoredScore[]).find(({ code }) => code === 'foreseesRisk');
  const foreseesRisk = answer?.value === null || answer === undefined ? null : answer.value === 1;
  return indicationsOf(seen as readonly Pointing[], foreseesRisk).map(({ nl, en, ...rest }) => ({
    ...{ ...rest, quarter, unit: UNITS.get(rest.indicator) ?? null, says: { nl, en } },
  }));
}
export const Indication: Told = {
  values: { says: (row, _see, { language }) => (row.says as Said)[language === 'EN' ? 'en' : 'nl'] },
};

export const Assessment: Told = {
  values: {
    provider,
    criteria: (row, _see, { only }) => {
      const all = row.criteria as readonly StoredCriterion[];
      const asked = only ? all.filter(({ holds }) => holds === STATES[only as string]) : all;
      return asked.map((criterion) => ({ ...criterion, asOf: criterion.as_of, says: wordsOf(row, criterion.code) }));
    },
    scorecard: scoresOf,
    indications: indicationsBeside,
    explanation: (row, _see, { language }) =>
      explain(row as unknown as Parameters<typeof explain>[0], language === 'EN' ? 'en' : 'nl'),
  },
  filters: {
    providerId: ofProvider,
    quarter: inQuarter,
    ...inQuarters,
    trede: anyOf('trede'),
    riskClass: anyOf('riskClass'),
    modelVersion: is('modelVersion'),
  },
  unlessAsked: { modelVersion: PRESENT.version },
  orders: byQuarter,
};

const DEFINITIONS: Readonly<Record<string, IndicatorDefinition>> = Object.fromEntries(
  INDICATORS.map((definition) => [definition.code, definition]),
);
const crossed = (row: Row) => (row.crossed ? String(row.crossed).split(' ') : []);
const size6 = (value: unknown) => BigInt(Math.round(Number(value) * 1e6));
const BEYOND_ALL = 10n ** 30n;

export const Indicator: Told = {
  values: {
    provider,
    name: (row, _see, { language }) => DEFINITIONS[String(row.code)]?.[language === 'EN' ? 'en' : 'nl'],
    unit: (row) => DEFINITIONS[String(row.code)]?.unit,
    crossed,
    peers: (row, see) => peersOf(row, see.world),
    explanation: (row, _see, { language }) => {
      const number = (value: unknown) => (value === null ? null : Number(value));
      const stored = row as unknown as Omit<ExplainableIndicator, 'value' | 'previous' | 'crossed'>;
      const told = { ...stored, value: number(row.value), previous: number(row.previous), crossed: crossed(row) };
      return explainIndicator(told, language === 'EN' ? 'en' : 'nl');
    },
  },
  filters: {
    providerId: ofProvider,
    code: is('code'),
    quarter: inQuarter,
    ...inQuarters,
    isBeyond: that((row, asked: boolean) => crossed(row).length > 0 === asked),
  },
  orders: {
    ...byQuarter,
    VALUE_DESC: { by: (row) => (row.value === null ? -BEYOND_ALL : size6(row.value)), descending: true },
    VALUE_ASC: { by: (row) => (row.value === null ? BEYOND_ALL : size6(row.value)), descending: false },
  },
};

export const Signal: Told = {
  values: { provider, says: (row, _see, { language }) => (language === 'EN' ? row.saysEn : row.saysNl) },
  filters: {
    providerId: ofProvider,
    kind: anyOf('kind'),
    quarter: inQuarter,
    isSeen: that((row, asked: boolean) => (row.seenAt !== null) === asked),
  },
  orders: { URGENCY_DESC: largest('urgency'), QUARTER_DESC: descending('quarter') },
};

export const Signaal: Told = {
  values: {
    municipality,
    region,
    provider,
    careForms: (row, see) =>
      [...(row.careFormCodes as string[])].sort().map((code) => see.find('CareForm', 'code', code)),
  },
  filters: { municipalityCode: is('municipalityCode'), regionCode: is('regionCode'), supply: is('supply') },
  orders: { SENT_AT_DESC: descending('sentAt'), SENT_AT_ASC: ascending('sentAt') },
};

export const AreaRisk: Told = {
  tie: 'areaCode',
  values: { region: link('Region', 'areaCode') },
  filters: { areaCode: is('areaCode') },
  orders: {
    AREA_CODE_ASC: ascending('areaCode'),
    URGENCY_DESC: { by: (row) => BigInt(Number(row.trede4) + Number(row.trede5)), descending: true },
  },
};

export const ProviderRisk: Told = {
  tie: 'providerId',
  values: { provider, assessment: link('Assessment', 'assessmentId'), region: link('Region', 'seatRegionCode') },
  filters: { regionCode: is('seatRegionCode'), trede: anyOf('trede'), riskClass: anyOf('riskClass') },
  orders: { URGENCY_DESC: largest('urgency'), URGENCY_ASC: smallest('urgency') },
};

const inThatQuarter = (type: string, row: Row, see: Sight) => see.where(type, 'quarter', row.day);

export const RiskDashboard: Told = {
  values: {
    national: (row, see) => inThatQuarter('AreaRisk', row, see).find(({ areaCode }) => areaCode === 'NL') ?? null,
  },
  lists: {
    regions: [
      'AreaRisk',
      (row, see) => inThatQuarter('AreaRisk', row, see).filter(({ areaCode }) => areaCode !== 'NL'),
    ],
    top: ['ProviderRisk', (_row, see) => see.all('ProviderRisk')],
    changes: [
      'ProviderRisk',
      (_row, see) => see.all('ProviderRisk').filter((risk) => risk.trede !== risk.previousTrede),
    ],
    missingDeliveries: [
      'Delivery',
      (_row, see) => see.all('Delivery').filter((row) => isMissing(row, see)),
      'DUE_ON_DESC',
    ],
    meldingen: ['Melding', (_row, see) => see.all('Melding')],
    signals: [
      'Signal',
      (row, see) =>
        see
          .all('Signal')
          .filter(
            ({ seenAt, quarter, kind }) =>
              seenAt === null &&
              (quarter === row.day ||
                (String(quarter) < String(row.day) && ['CARE_STOPPED', 'NEW_MELDING'].includes(String(kind)))),
          ),
    ],
    mismatches: [
      'Mismatch',
      (row, see) =>
        inThatQuarter('Mismatch', row, see).filter(
          ({ subject, careFormCode }) => subject === 'COUNTRY' && careFormCode === null,
        ),
    ],
  },
};
