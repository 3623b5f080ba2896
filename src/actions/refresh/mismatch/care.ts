/** Mismatch 7: how full the beds were and how long treatment took beside what was planned, at the end of every year. */
import type { CareAspect } from '../../../domain/mismatch/aspects';
import { haveBeds, type PlannedCare, plannedCare } from '../../../domain/mismatch/planned-care';
import { quarterNumber } from '../../../domain/period';
import { type Area, COUNTRY, regionOf } from './area';
import { type Added, type Laid, type Moment, WHOLE_YEAR } from './laid';

const ASPECTS: readonly CareAspect[] = ['BED_OCCUPANCY', 'TREATMENT_DURATION'];

/** Only at the end of a year, because it is told once a year. Nothing of beds of who has none. */
export function care({ known, quarter, year, at, spread }: Moment): Laid[] {
  if (quarterNumber(quarter) < 4) return [];
  const { provider, facts, offered } = known;
  const budget = facts.quarters[at]?.budgetRevenueYouth ?? null;
  const of: PlannedCare = {
    providerId: provider.id,
    year: facts.years.find((told) => told.year === year) ?? null,
    weight: budget,
    hasBeds: haveBeds(offered ?? []),
  };
  const there = spread.over(budget);
  return ASPECTS.flatMap((aspect) => {
    const sides = plannedCare(aspect, of);
    if (sides === null) return [];
    // Who cannot be weighed is not covered in a mean.
    const added = (to: Area, weight: bigint | null): Added =>
      weight !== null && weight > 0n ? { to, ...sides, weight } : { to, ...sides, covered: 0, weight: null };
    const inRegion = spread.regions.map((code) => added(regionOf(code), there?.get(code) ?? null));
    const adds = [...inRegion, added(COUNTRY, budget)];
    return [{ kind: 'PLANNED_VS_REALISED_CARE', aspect, sides, share: WHOLE_YEAR, way: null, adds }];
  });
}
