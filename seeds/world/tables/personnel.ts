import type { Quarter } from '../books';
import { quarterEnd, quarterStart, SIMULATED_FROM } from '../calendar';
import { Chance } from '../chance';
import { ABSURD_SICKNESS } from '../oddities';
import type { World } from '../world';
import { codes, type Table } from './line';

const COLUMNS = [
  'provider_id',
  'delivery_id',
  'period_start',
  'period_end',
  'staff_inflow',
  'staff_outflow',
  'formation_primary_fte',
  'occupancy_primary_fte',
  'formation_total_fte',
  'occupancy_total_fte',
  'sickness_primary',
  'personnel_costs_cents',
  'hired_staff_costs_cents',
  'vacancies',
];
/** Costs of one full-time equivalent in a half-year, in cents: our own assumption. */
const CENTS_PER_FTE = 3_900_000;
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** Personnel per half-year (covenant Bijlage 4, providers 5). The costs are those of the books. */
export function personnelTable(world: World): Table {
  return {
    name: 'personnel_report',
    ids: `${world.size}/personnel_report-ids`,
    columns: COLUMNS,
    *rows() {
      for (const [provider, books] of world.books) {
        const chance = new Chance(`${world.size}/personnel/${provider.index}`);
        const sickness = chance.between(0.055, 0.085);
        for (const [half, delivery] of world.filing.ofProvider.get(provider)?.personnel ?? []) {
          if (!delivery.submittedAt) continue;
          const quarters = books.quarters.slice(half - SIMULATED_FROM, half - SIMULATED_FROM + 2);
          const sum = (pick: (q: Quarter) => number) => quarters.reduce((total, q) => total + pick(q), 0);
          const [employed, hired] = [sum((q) => q.employedStaff), sum((q) => q.hiredStaff)];
          const staff = employed / CENTS_PER_FTE;
          const needed = staff + (hired / CENTS_PER_FTE) * 0.7;
          const oddity = world.oddities.get(provider);
          const isAbsurd = oddity?.kind === 'SICKNESS_OF_140' && oddity.quarter === half;
          const usual = sickness + chance.normal(0, 0.005);
          yield codes(
            provider.id,
            delivery.id,
            quarterStart(half),
            quarterEnd(half + 1),
            Math.round(staff * chance.between(0.06, 0.12)),
            Math.round(staff * chance.between(0.06, 0.12) * (1 + hired / (employed + hired))),
            rounded(needed * 0.74, 1),
            rounded(staff * 0.74, 1),
            rounded(needed, 1),
            rounded(staff, 1),
            rounded(isAbsurd ? ABSURD_SICKNESS : usual, 4),
            employed + hired,
            hired,
            Math.max(0, Math.round(needed - staff)),
          );
        }
      }
    },
  };
}
