/** What the language says of the parts of what is worked out on request. */
import type { Said } from '../../../../src/domain/language';
import type { Sight } from '../sight';
import { type Arguments, link, type Told } from '../told';
import { inLanguage } from '../worked-out';
import type { Row } from '../world';

const provider = link('Provider', 'provider');
const careForm = link('CareForm', 'careForm');
const region = link('Region', 'region');
const regions = (row: Row, see: Sight) =>
  [...(row.regions as string[])].sort().map((code) => see.find('Region', 'code', code));
const said = (property: string) => (row: Row, _see: Sight, args: Arguments) => inLanguage(row[property], args);

export const CareFormInRegion: Told = { values: { careForm, region, explanation: said('explanation') } };
export const MarketShare: Told = { values: { provider } };

export const ImpactIfStops: Told = { values: { provider, regions, explanation: said('explanation') } };
export const MarketImpact: Told = {
  values: {
    ...{ careForm, region, says: said('says') },
    takeOver: (row, _see, { isAble }) =>
      (row.takeOver as { isAble: boolean }[]).filter(
        (one) => isAble === null || isAble === undefined || one.isAble === isAble,
      ),
  },
};
export const TakeOverCandidate: Told = { values: { provider, regions, says: said('says') } };

export const WhatIf: Told = {
  values: {
    ...{ provider, explanation: said('explanation') },
    notes: (row, _see, args) => (row.notes as Said[]).map((note) => inLanguage(note, args)),
  },
};
export const AllowedRule: Told = { values: { says: said('says') } };
export const SupposedFigure: Told = { values: { name: said('name') } };
export const SupposedRatio: Told = { values: { name: said('name') } };
export const TurnedCriterion: Told = { values: { says: said('says') } };

const STATES: Readonly<Record<string, boolean | null>> = { HOLDS: true, HOLDS_NOT: false, UNKNOWN: null };

export const DistanceToLimits: Told = {
  values: {
    ...{ provider, note: said('note') },
    criteria: (row, _see, { only }) =>
      (row.criteria as { holds: boolean | null }[]).filter(({ holds }) => !only || holds === STATES[only as string]),
  },
};
export const CriterionDistance: Told = { values: { says: said('says') } };
export const FigureDistance: Told = { values: { name: said('name'), explanation: said('explanation') } };
