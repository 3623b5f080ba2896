/** What there is of a form of care in a region, and what moves when a provider stops: worked out on request. */
import { NOT_ABLE } from '../../domain/waterbed/take-over';
import { type Arguments, type Field, one } from '../shape';
import { answer, said, several } from '../worked-out';

const provider = one('Provider', { id: 'provider_id' });
const careForm = one('CareForm', { code: 'care_form' });
const region = one('Region', { code: 'region' });
const regions: Field = {
  kind: 'rows',
  shape: 'Region',
  from: (row) => `select g.* from region g where g.code = any (${row}.regions) order by g.code`,
};

const PLACES = { places: 'int', placesBasis: 'text', isEstimate: 'boolean' };

const share = several(
  'MarketShare',
  {
    ...{ providerId: 'uuid', amountCents: 'bigint', share: 'numeric', ...PLACES, capacity: 'int' },
    ...{ isContracted: 'boolean', annualValueCents: 'bigint', trede: 'int' },
  },
  { provider },
);
export const marketShare = share.shape;

export const careFormInRegion = answer(
  'CareFormInRegion',
  {
    ...{ quarter: 'date', careForm: 'text', region: 'text', amountCents: 'bigint', ...PLACES, capacity: 'int' },
    ...{ waitingDays: 'numeric', waiting: 'int', active: 'int', largestShare: 'numeric', hhi: 'numeric' },
    ...{ explanation: 'said', providers: 'jsonb' },
  },
  { careForm, region, providers: share.inside('providers') },
);

/** Said once for all candidates: there may be hundreds. */
const REASONS = JSON.stringify(NOT_ABLE);

const candidate = several(
  'TakeOverCandidate',
  {
    ...{ providerId: 'uuid', where: 'text', regions: 'text[]', trede: 'int', share: 'numeric', roomCents: 'bigint' },
    ...{ isAble: 'boolean', reason: 'text' },
  },
  {
    provider,
    regions,
    says: said((row, sql) => `(${sql.param('waterbed.reasons', 'jsonb', () => REASONS)} -> ${row}.reason)`),
  },
);
export const takeOverCandidate = candidate.shape;

const ifAble = (args: Arguments) => {
  const asked = args('isAble', 'boolean');
  return asked && `i.is_able = ${asked}`;
};

const impact = several(
  'MarketImpact',
  {
    ...{ careForm: 'text', region: 'text', amountCents: 'bigint', share: 'numeric', ...PLACES, otherProviders: 'int' },
    ...{ able: 'int', difficulty: 'text', difficultyCode: 'text', says: 'said', level: 'text', takeOver: 'jsonb' },
  },
  { careForm, region, takeOver: candidate.inside('take_over', ifAble) },
);
export const marketImpact = impact.shape;

export const impactIfStops = answer(
  'ImpactIfStops',
  {
    ...{ quarter: 'date', providerId: 'uuid', amountCents: 'bigint', isEstimate: 'boolean' },
    ...{
      placesAtLeast: 'int',
      placesAtMost: 'int',
      placesUnknown: 'int',
      regions: 'text[]',
      likelihood: 'text',
      difficulty: 'text',
      level: 'text',
    },
    ...{ explanation: 'said', markets: 'jsonb' },
  },
  { provider, regions, markets: impact.inside('markets') },
);
