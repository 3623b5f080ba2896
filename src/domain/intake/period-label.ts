import { formatQuarter, isQuarter } from '../period';
import { frequencyOf } from './frequency';

/** "2026Q3", "2026H1" or "2026". */
export function labelOf(periodStart: string, periodEnd: string): string {
  const [frequency, year] = [frequencyOf(periodStart, periodEnd), periodStart.slice(0, 4)];
  if (frequency === 'QUARTER' && isQuarter(periodStart)) return formatQuarter(periodStart);
  return frequency === 'HALF_YEAR' ? `${year}H${periodStart.slice(5, 7) === '01' ? 1 : 2}` : year;
}
