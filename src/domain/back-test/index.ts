/**
 * Tries the rules on what happened: of the providers on which an alarm rang, how many failed within a year; of those that
 * failed, how many were announced, and how long ahead. Every model version is tried by itself. Nothing looks ahead: an
 * assessment counts from the day on which it could be known (known-on.ts).
 */
import { type Classes, classesIn } from './classes';
import { cameTrue, knownOn } from './known-on';
import { type LeadTime, leadTime } from './lead-time';
import { ALARM_RULES, type AlarmRule, type StoredAssessment } from './rules';
import { type Case, type Tally, tally } from './tally';

export { CLASSES_IN_2019, type Classes } from './classes';
export type { LeadTime, Warning } from './lead-time';
export type { Proportion } from './proportion';
export { ALARM_RULES, type AlarmRule, type StoredAssessment } from './rules';
export type { Tally } from './tally';

export interface RuleTried {
  readonly rule: AlarmRule;
  /** Every provider-quarter with a full year after it. Those of one failure are not independent of each other. */
  readonly perQuarter: Tally;
  /** Every provider with such a quarter: announced when an alarm rang in the year before, false when one ever rang in vain. */
  readonly perProvider: Tally;
  readonly leadTime: LeadTime;
}

export interface ModelTried {
  readonly modelVersion: string;
  /** Provider-quarters with a full year after them, and how many providers they are of. */
  readonly quarters: number;
  readonly providers: number;
  readonly rules: readonly RuleTried[];
  readonly classes: readonly Classes[];
}

/**
 * @param happened the day of what was to be foreseen, by provider: failure, for instance
 * @param observedUntil the last day that anything is known of
 */
export function backTest(
  assessments: readonly StoredAssessment[],
  happened: ReadonlyMap<string, string>,
  observedUntil: string,
  rules: readonly AlarmRule[] = ALARM_RULES,
): ModelTried[] {
  const versions = [...new Set(assessments.map(({ modelVersion }) => modelVersion))].sort();
  return versions.map((modelVersion) => {
    const own = assessments.filter((assessment) => assessment.modelVersion === modelVersion);
    const histories = byProvider(own);
    const judged = [...histories].map(([providerId, history]) =>
      judgedOf(history, happened.get(providerId) ?? null, observedUntil),
    );
    const evaluable = judged.filter((quarters) => quarters.length > 0);
    return {
      modelVersion,
      quarters: evaluable.flat().length,
      providers: evaluable.length,
      rules: rules.map((rule) => ({
        rule,
        perQuarter: tally(evaluable.flat().map((quarter) => caseOf(quarter, rule))),
        perProvider: tally(evaluable.map((quarters) => asOne(quarters.map((quarter) => caseOf(quarter, rule))))),
        leadTime: leadTime(histories, happened, rule),
      })),
      classes: classesIn(own),
    };
  });
}

function byProvider(assessments: readonly StoredAssessment[]): Map<string, StoredAssessment[]> {
  const inOrder = [...assessments].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const histories = new Map<string, StoredAssessment[]>();
  for (const assessment of inOrder) {
    const history = histories.get(assessment.providerId) ?? [];
    histories.set(assessment.providerId, history);
    history.push(assessment);
  }
  return histories;
}

interface Judged {
  readonly assessment: StoredAssessment;
  readonly cameTrue: boolean;
}

/** The quarters of one provider of which it is known what became of it in the year after. */
function judgedOf(history: readonly StoredAssessment[], happenedOn: string | null, observedUntil: string): Judged[] {
  return history.flatMap((assessment) => {
    const outcome = cameTrue(knownOn(assessment), happenedOn, observedUntil);
    return outcome === null ? [] : [{ assessment, cameTrue: outcome }];
  });
}

const caseOf = ({ assessment, cameTrue: came }: Judged, { isRaised }: AlarmRule): Case => ({
  isRaised: isRaised(assessment),
  cameTrue: came,
});

/** A provider as one case. Who came to it counts with the quarters of the year before: an alarm of long ago was another. */
function asOne(quarters: readonly Case[]): Case {
  const came = quarters.some(({ cameTrue: here }) => here);
  const assessable = quarters.filter((one) => one.isRaised !== null && one.cameTrue === came);
  return { cameTrue: came, isRaised: assessable.length === 0 ? null : assessable.some(({ isRaised }) => isRaised) };
}
