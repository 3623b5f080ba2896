/** A provider's figures if some were others, and how far they are from the limits: worked out on request, and kept nowhere. */
import { one } from '../shape';
import { allSaid, answer, several } from '../worked-out';
import { inState } from './criterion-state';

const provider = one('Provider', { id: 'provider_id' });

const figure = several('SupposedFigure', {
  ...{ figure: 'text', name: 'said', presentCents: 'bigint', supposedCents: 'bigint' },
});
export const supposedFigure = figure.shape;

const ratio = several('SupposedRatio', {
  ...{ ratio: 'text', name: 'said', unit: 'text', present: 'numeric', supposed: 'numeric' },
});
export const supposedRatio = ratio.shape;

const turned = several('TurnedCriterion', {
  ...{ code: 'text', trede: 'int', says: 'said', present: 'boolean', supposed: 'boolean' },
});
export const turnedCriterion = turned.shape;

export const whatIf = answer(
  'WhatIf',
  {
    ...{ quarter: 'date', providerId: 'uuid', presentTrede: 'int', supposedTrede: 'int' },
    ...{
      presentRiskClass: 'text',
      supposedRiskClass: 'text',
      isPlausible: 'boolean',
      explanation: 'said',
      notes: 'jsonb',
    },
    ...{ figures: 'jsonb', ratios: 'jsonb', criteria: 'jsonb' },
  },
  {
    provider,
    notes: allSaid('notes'),
    figures: figure.inside('figures'),
    ratios: ratio.inside('ratios'),
    criteria: turned.inside('criteria'),
  },
);

const distance = several('FigureDistance', {
  ...{ figure: 'text', name: 'said', nowCents: 'bigint', neededCents: 'bigint', changeCents: 'bigint' },
  ...{ share: 'numeric', isPlausible: 'boolean', tredeThen: 'int', reason: 'text', explanation: 'said' },
});
export const figureDistance = distance.shape;

const criterion = several(
  'CriterionDistance',
  { code: 'text', trede: 'int', says: 'said', holds: 'boolean', missing: 'text', distances: 'jsonb' },
  { distances: distance.inside('distances') },
);
export const criterionDistance = criterion.shape;

export const distanceToLimits = answer(
  'DistanceToLimits',
  { quarter: 'date', providerId: 'uuid', trede: 'int', note: 'said', criteria: 'jsonb' },
  {
    provider,
    criteria: criterion.inside('criteria', (args) => {
      const only = args('only', 'text');
      return only && inState(only, 'i');
    }),
  },
);
