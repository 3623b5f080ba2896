import type { ContractFact } from '../facts';
import { LIMITS } from '../limits';
import { legalBasis } from './basis';
import { addMonths } from './days';
import type { IndicatorDefinition } from './indicator';
import { RUNNING, valueShare } from './running-contracts';

const MONTHS_AHEAD = 6;
/** A successor may start so much later: a gap of a month is paperwork, a longer one is lost work. */
const MONTHS_BETWEEN = 1;

/** A contract that ends within six months without a successor is an indication (letter to parliament, learning point 5). */
export const CONTRACTS_EXPIRING = {
  code: 'contractsExpiring',
  en: 'contracts that end within six months without a successor',
  nl: 'contracten die binnen zes maanden aflopen zonder opvolger',
  unit: 'FRACTION',
  formula: {
    en: 'yearly value of the running contracts that end within six months after the quarter without a successor / yearly value of all running contracts',
    nl: 'jaarwaarde van de lopende contracten die binnen zes maanden na het kwartaal aflopen zonder opvolger / jaarwaarde van alle lopende contracten',
  },
  note: {
    en: `${RUNNING.en} A successor is with the same client for the same form of care, runs past the six months, and follows without a gap of more than a month, if need be after others that bridge the time; of what the other side reported only what starts later.`,
    nl: `${RUNNING.nl} Een opvolger is met dezelfde opdrachtgever voor dezelfde zorgvorm, loopt voorbij de zes maanden, en begint binnen een maand na afloop, zo nodig na andere contracten die de tijd overbruggen; van de contracten die de andere zijde opgaf tellen alleen die welke later beginnen.`,
  },
  better: 'LOWER',
  basis: legalBasis('7'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.contractsExpiringMany],
  measure(facts, at) {
    const horizon = addMonths(at.end, MONTHS_AHEAD);
    return valueShare(facts, at, (contract) => {
      const { client, careForm, endsOn } = contract;
      if (endsOn === null || endsOn > horizon) return false;
      return !isFollowed(contract, endsOn, horizon, facts.contractsFor(client, careForm));
    });
  },
} as const satisfies IndicatorDefinition;

/**
 * Whether the same client has contracted the same form of care past the six months, without a gap of more than a month. A
 * bridge that itself ends within the six months is no successor. A successor that only one side reports suffices, but what
 * the other side reports from the same day or before is this contract itself, with another end.
 */
function isFollowed(
  contract: ContractFact,
  endsOn: string,
  horizon: string,
  sameCare: readonly ContractFact[],
): boolean {
  const isOther = (next: ContractFact) => next.reportedBy === contract.reportedBy || next.startsOn > contract.startsOn;
  const others = sameCare.filter(isOther);
  let reached = endsOn;
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    const atLast = addMonths(reached, MONTHS_BETWEEN);
    for (const next of others) {
      if (next.startsOn > atLast) continue;
      if (next.endsOn === null || next.endsOn > horizon) return true;
      if (next.endsOn <= reached) continue;
      reached = next.endsOn;
      hasMoved = true;
    }
  }
  return false;
}
