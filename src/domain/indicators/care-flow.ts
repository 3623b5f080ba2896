/**
 * Young people who came, moved on and left (covenant Bijlage 4, providers 8). Falling inflow is lost work and rising inflow
 * may be too much work: neither direction is better by itself. It is laid beside the same quarter of last year.
 */
import { legalBasis } from './basis';
import type { IndicatorDefinition } from './indicator';
import { asDelivered } from './measure';
import { quantity } from './term';

const OF_A_FLOW = {
  unit: 'COUNT',
  better: 'NEITHER',
  basis: legalBasis('8'),
  every: 'QUARTER',
  comparesWith: 'SAME_PERIOD_LAST_YEAR',
  thresholds: [],
} as const satisfies Partial<IndicatorDefinition>;

export const CARE_INFLOW = {
  code: 'careInflow',
  en: 'inflow',
  nl: 'instroom',
  formula: {
    en: 'young people who came into care in the quarter',
    nl: 'jeugdigen die in het kwartaal in zorg kwamen',
  },
  ...OF_A_FLOW,
  measure: ({ counts }, at) => asDelivered(quantity('inflow', counts.get(at.index)?.inflow, at), at),
} as const satisfies IndicatorDefinition;

export const CARE_THROUGHFLOW = {
  code: 'careThroughflow',
  en: 'throughflow',
  nl: 'doorstroom',
  formula: {
    en: 'young people who moved on within care in the quarter',
    nl: 'jeugdigen die in het kwartaal binnen de zorg doorstroomden',
  },
  ...OF_A_FLOW,
  measure: ({ counts }, at) => asDelivered(quantity('throughflow', counts.get(at.index)?.throughflow, at), at),
} as const satisfies IndicatorDefinition;

export const CARE_OUTFLOW = {
  code: 'careOutflow',
  en: 'outflow',
  nl: 'uitstroom',
  formula: {
    en: 'young people who left care in the quarter',
    nl: 'jeugdigen die in het kwartaal uit zorg gingen',
  },
  ...OF_A_FLOW,
  measure: ({ counts }, at) => asDelivered(quantity('outflow', counts.get(at.index)?.outflow, at), at),
} as const satisfies IndicatorDefinition;
