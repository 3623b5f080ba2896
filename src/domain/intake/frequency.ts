import { daysInPeriod } from '../period';
import type { Frequency } from '../vocabulary';

/** How often something is asked, by the length of a period: a quarter has 90 to 92 days, a half-year 181 to 184. */
export function frequencyOf(periodStart: string, periodEnd: string): Frequency {
  const days = daysInPeriod(periodStart, periodEnd);
  if (days > 184) return 'YEAR';
  return days > 92 ? 'HALF_YEAR' : 'QUARTER';
}

/** How many quarters a period has. */
export const QUARTERS_IN = { QUARTER: 1, HALF_YEAR: 2, YEAR: 4 } as const satisfies Readonly<Record<Frequency, number>>;
