import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { addMonths } from './days';
import type { IndicatorDefinition } from './indicator';
import { RUNNING, valueShare } from './running-contracts';

const MONTHS_AT_LEAST = 36;

/** A contract shorter than three years is an indication (Norm voor Opdrachtgeverschap). One without an end is not short. */
export const CONTRACTS_SHORT = {
  code: 'contractsShort',
  en: 'contracts shorter than three years',
  nl: 'contracten korter dan drie jaar',
  unit: 'FRACTION',
  formula: {
    en: 'yearly value of the running contracts with a term of less than three years / yearly value of all running contracts',
    nl: 'jaarwaarde van de lopende contracten met een looptijd van minder dan drie jaar / jaarwaarde van alle lopende contracten',
  },
  note: RUNNING,
  better: 'LOWER',
  basis: legalBasis('7'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.contractsShortMany],
  measure: (facts, at) =>
    valueShare(facts, at, ({ startsOn, endsOn }) => endsOn !== null && endsOn < addMonths(startsOn, MONTHS_AT_LEAST)),
} as const satisfies IndicatorDefinition;
