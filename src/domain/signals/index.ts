/** The signals of a provider at the end of a quarter: what changed and deserves a look, the most urgent first. */

import { lastDayOf } from '../period';
import { besideTheLadder } from './beside-the-ladder';
import type { SignalFacts } from './known';
import { onTheLadder } from './on-the-ladder';
import { contractsEnd, implausibleFigures, meldingen, newMismatches, riskForeseen } from './other-changes';
import { type Found, inOrder, rounded, type Signal, urgencyOf } from './signal';
import { silence } from './silence';

export * from './known';
export { type Area, type Signaal, type SignaalFacts, signalen } from './signaal';
export { inOrder, SIGNAL_INFORMATION, type Signal, sayUrgency, URGENCY, urgencyOf } from './signal';
export { SILENCE_DAYS } from './silence';

/** The same facts give the same signals, whatever their order. A new provider (no quarter before) has nothing that changed. */
export function signalsOf(facts: SignalFacts): Signal[] {
  const { subject, quarter } = facts;
  const silent = silence(facts);
  const found = [...meldingen(facts.newMeldingen), ...silent, ...changes(facts, silent)];
  const asOf = lastDayOf(quarter);
  return inOrder(
    found.map(({ gravity, evidence, ...rest }) => ({
      ...{ asOf, ...rest, subject, quarter },
      ...{ urgency: urgencyOf(rest.kind, gravity), evidence: evidence.map(rounded) },
    })),
  );
}

function changes({ now, before }: SignalFacts, silent: readonly Found[]): Found[] {
  if (before === null) return [];
  const ladder = onTheLadder(now, before);
  const others = [riskForeseen, contractsEnd, newMismatches, implausibleFigures].flatMap((rule) => rule(now, before));
  const said = new Set([...others, ...silent].map(({ kind }) => kind));
  return [...ladder.found, ...besideTheLadder(now, before, ladder.told, said), ...others];
}
