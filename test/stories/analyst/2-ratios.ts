/** The named ratios of a quarter, from the figures of that quarter alone. */
import { daysIn, type Known, over, shown, sum, times } from './calculator';
import type { Told } from './desk';
import { dossiers, everybody } from './providers';

const costs = (of: Told): Known => sum([of.employedStaffCostsCents, of.hiredStaffCostsCents, of.otherCostsCents]);

export const RATIOS: Readonly<Record<string, (of: Told) => Known>> = {
  solvency: (of) => over(of.equityCents, of.balanceTotalCents),
  equityToRevenue: (of) => over(of.equityCents, times(of.revenueCents, 4)),
  profitability: (of) => over(of.netResultCents, of.revenueCents),
  currentRatio: (of) => over(of.currentAssetsCents, of.currentLiabilitiesCents),
  daysCash: (of) => over(times(of.cashCents, daysIn(of.quarter)), costs(of)),
  pnilRatio: (of) => over(of.hiredStaffCostsCents, sum([of.employedStaffCostsCents, of.hiredStaffCostsCents])),
  nonBillableShare: (of) =>
    over(of.nonBillableProductionCents, sum([of.revenueYouthCents, of.nonBillableProductionCents])),
  youthShare: (of) => over(of.revenueYouthCents, of.revenueCents),
  budgetRealisation: (of) => over(times(of.revenueYouthCents, 4), of.budgetRevenueYouthCents),
};

export function ratios(): void {
  it('are quotients of the figures of the quarter', async () => {
    for (const { name, quarters } of await everybody()) {
      for (const quarter of quarters) {
        const byHand = Object.fromEntries(Object.entries(RATIOS).map(([ratio, of]) => [ratio, shown(of(quarter))]));
        expect({ name, ...quarter }).toMatchObject({ name, ...byHand });
      }
    }
  });

  it('of personnel are quotients of the half-year', async () => {
    for (const { personnel } of await dossiers()) {
      expect(personnel.length).toBeGreaterThan(4);
      for (const half of personnel) {
        expect(half.occupancyRatio).toBe(shown(over(half.occupancyTotalFte, half.formationTotalFte)));
        expect(half.pnilRatio).toBe(shown(over(half.hiredStaffCostsCents, half.personnelCostsCents)));
      }
    }
  });
}
