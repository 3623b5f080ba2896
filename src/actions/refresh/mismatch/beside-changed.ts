/** After a report of municipalities: kind 4, in the quarters in which other budgets were planned than before. */
import type { Queries } from '../rows';
import type { Window } from '../window';
import { addUpParts } from './add-up-parts';
import {
  budgetsBeside,
  codeOf,
  KIND,
  type Planned,
  plannedBefore,
  plannedBeforeIn,
  plannedInCountry,
  plannedInRegions,
} from './budgets-beside';
import type { Whole } from './comparisons';
import { forgetOthersOf, NL } from './forget-areas';
import { type About, idOf, upsertMismatches } from './rows';
import type { Spending } from './spending';

/** @param spending of all municipalities in these regions */
export async function refreshBudgetsBeside(
  tx: Queries,
  regions: readonly string[],
  spending: readonly Spending[],
  window: Window,
): Promise<void> {
  const now = plannedInRegions(spending, window.quarters);
  const changed = quartersApart(await plannedBeforeIn(tx, regions, window), now);
  if (changed.size === 0) return;
  const here = now.filter(({ quarter }) => changed.has(quarter));
  const elsewhere = (await plannedBefore(tx, [...changed])).filter(
    ({ place }) => place.subject === 'REGION' && !regions.includes(place.regionCode),
  );
  const planned = [...here, ...plannedInCountry([...here, ...elsewhere])];
  const rows = budgetsBeside(planned, await addUpParts(tx, new Map(planned.map(providerBudgetsOf))));
  await forgetOthersOf(tx, KIND, [...regions, NL], [...changed], rows);
  await upsertMismatches(tx, rows);
}

/** The quarters of which one says something that the other does not. */
function quartersApart(before: readonly Planned[], now: readonly Planned[]): Set<string> {
  const said = ({ place, quarter, budgets: { sum, covered, coverable } }: Planned) =>
    [codeOf(place), quarter, sum, covered, coverable].join(' ');
  const [saidBefore, saidNow] = [new Set(before.map(said)), new Set(now.map(said))];
  const apart = [
    ...before.filter((planned) => !saidNow.has(said(planned))),
    ...now.filter((planned) => !saidBefore.has(said(planned))),
  ];
  return new Set(apart.map(({ quarter }) => quarter));
}

/** The whole that the budgets of the providers there are parts of. */
function providerBudgetsOf({ place, quarter }: Planned): [string, Whole] {
  const about = { kind: 'BUDGET_VS_CONTRACTS', ...place, quarter } as const satisfies About;
  const id = idOf(about);
  return [id, { ...about, id, unit: 'EUR_CENT' }];
}
