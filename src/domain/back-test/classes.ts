/** How the classes of the scorecard divide the providers, beside the one division that was published. */
import type { RiskClass } from '../vocabulary';
import type { StoredAssessment } from './rules';

/** Of 226 providers in 2019, on their annual accounts: the letter to parliament of 2021 (31 839, nr. 768). */
export const CLASSES_IN_2019 = { HIGH: 81, MIDDLE: 90, LOW: 55 } as const satisfies Record<RiskClass, number>;

export interface Classes {
  readonly quarter: string;
  readonly counts: Readonly<Record<RiskClass, number>>;
  /** Too little was known for a class. */
  readonly none: number;
}

/** The classes in each quarter, in order of time. */
export function classesIn(assessments: readonly StoredAssessment[]): Classes[] {
  const quarters = [...new Set(assessments.map(({ quarter }) => quarter))].sort();
  return quarters.map((quarter) => {
    const now = assessments.filter((assessment) => assessment.quarter === quarter);
    const count = (riskClass: RiskClass | null) => now.filter((one) => one.riskClass === riskClass).length;
    return {
      quarter,
      counts: { HIGH: count('HIGH'), MIDDLE: count('MIDDLE'), LOW: count('LOW') },
      none: count(null),
    };
  });
}
