import type { ContractFact, Input } from '../facts';
import type { Said } from '../language';
import { useless } from '../missing';
import type { FactsByPeriod } from './facts-by-period';
import type { Measurement } from './indicator';
import { known, unknown } from './measure';
import type { QuarterEnd } from './quarter-end';

/** What an analyst has to know to find the same contracts. */
export const RUNNING = {
  en: 'Of the contracts that run on the last day of the quarter: as the provider reported them, or as its clients did when it reported none. Not assessable when the value of one is not known.',
  nl: 'Het gaat om de contracten die op de laatste dag van het kwartaal lopen: zoals de aanbieder ze opgaf, of zoals de opdrachtgevers dat deden als de aanbieder er geen opgaf. Niet te beoordelen als van een ervan de waarde niet bekend is.',
} as const satisfies Said;

/**
 * The contracts that run on the last day of a quarter, as the provider reported them; as their clients did when the provider
 * reported none. Never both: the same contract would count twice. Reports carry no date, so a past quarter is seen with
 * what is known today.
 */
export function runningContracts({ contracts }: FactsByPeriod, { lastDay }: QuarterEnd): readonly ContractFact[] {
  const running = contracts.filter(
    ({ startsOn, endsOn }) => startsOn <= lastDay && (endsOn === null || endsOn > lastDay),
  );
  const reported = running.filter(({ reportedBy }) => reportedBy === 'PROVIDER');
  return reported.length > 0 ? reported : running;
}

/**
 * The yearly value of some running contracts as a share of all. Not assessable when none is known, or when one has no value:
 * it could be the largest.
 */
export function valueShare(
  facts: FactsByPeriod,
  at: QuarterEnd,
  isMeant: (contract: ContractFact) => boolean,
): Measurement {
  const running = facts.once(runningContracts, at);
  if (running.length === 0) return unknown([`contracts ${at.label}`]);
  let total = 0n;
  let meant = 0n;
  const inputs: Input[] = [];
  for (const contract of running) {
    const { id, annualValue } = contract;
    if (annualValue === null) return unknown([`contractValue ${at.label}`]);
    if (annualValue < 0n) return unknown([`contractValue ${at.label} (below zero)`]);
    total += annualValue;
    if (!isMeant(contract)) continue;
    meant += annualValue;
    inputs.push({ name: id, value: Number(annualValue), period: at.label, source: 'DELIVERY' });
  }
  if (total === 0n) return unknown([useless(`contractValue ${at.label}`)]);
  inputs.push({ name: 'contractValue', value: Number(total), period: at.label, source: 'DELIVERY' });
  return known({ numerator: meant, denominator: total }, inputs, at.lastDay);
}
