/** What the language says of mismatches: the comparison, its parts, and what the sources disagree about. */
import { type Disagreement as Stored, sayDisagreement } from '../../../../src/domain/mismatch/disagreement';
import { type ExplainableMismatch, explainMismatch } from '../../../../src/domain/mismatch/explain';
import { parseQuarter } from '../../../../src/domain/period';
import { decimalRatio, millionths, minus } from '../decimal';
import { anyOf, ascending, descending, is, link, list, ofProvider, type Told, that } from '../told';
import type { Row } from '../world';

const difference = (row: Row) => minus(row.actual, row.expected);
const sides = {
  difference,
  differenceShare: (row: Row) => decimalRatio(difference(row), row.expected),
  coverage: (row: Row) => decimalRatio(row.covered, row.coverable),
};
const byDifference = {
  by: (row: Row) => {
    const amount = difference(row);
    return amount === null ? -1n : millionths(amount);
  },
  descending: true,
};
const languageOf = (language: unknown) => (language === 'EN' ? 'en' : 'nl');
const number = (text: unknown) => (text === null ? null : Number(text));

export const Mismatch: Told = {
  values: {
    provider: link('Provider', 'providerId'),
    municipality: link('Municipality', 'municipalityCode'),
    region: link('Region', 'regionCode'),
    careForm: link('CareForm', 'careFormCode'),
    ...sides,
    explanation: (row, see, { language }) => {
      const [expected, actual] = [number(row.expected), number(row.actual)];
      const careForm = see.find('CareForm', 'code', row.careFormCode)?.name ?? null;
      const stored = { ...row, expected, actual, careForm, expectedShare: Number(row.expectedShare) };
      return explainMismatch(stored as unknown as ExplainableMismatch, languageOf(language));
    },
    disagreements: (row) => row.disagreements,
  },
  lists: { parts: list('MismatchPart', 'mismatchId', 'id') },
  filters: {
    kind: is('kind'),
    aspect: is('aspect'),
    subject: is('subject'),
    providerId: ofProvider,
    municipalityCode: is('municipalityCode'),
    regionCode: is('regionCode'),
    quarter: that((row, quarter: string) => row.quarter === parseQuarter(quarter)),
    verdict: anyOf('verdict'),
  },
  orders: { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter'), DIFFERENCE_DESC: byDifference },
};

export const MismatchPart: Told = {
  tie: 'providerId',
  values: { provider: link('Provider', 'providerId'), mismatch: link('Mismatch', 'providerMismatchId'), ...sides },
  filters: { providerId: ofProvider },
  orders: { DIFFERENCE_DESC: byDifference },
};

export const Disagreement: Told = {
  values: {
    words: (row, _see, { language }) => sayDisagreement(row as unknown as Stored, languageOf(language)),
    region: link('Region', 'region'),
    careForm: link('CareForm', 'care_form'),
    byProviderCents: (row) => row.by_provider,
    byClientCents: (row) => row.by_client,
    differenceCents: (row) => row.difference,
    providerContract: link('Contract', 'provider_contract'),
    clientContract: link('Contract', 'client_contract'),
  },
};
