/** Mismatch 3: a municipality's budget beside its costs, per municipality, region and country, in all and per form. */
import { addUpPairs, addUpSums, type Covered, type Pair } from '../../../domain/mismatch/add-up';
import { combinedWay, expectedToDate, yearShare } from '../../../domain/mismatch/expected-share';
import { measured } from '../../../domain/mismatch/measure';
import { fractionOfYearPassed, quarterNumber } from '../../../domain/period';
import type { YearWay } from '../../../domain/vocabulary';
import type { Queries } from '../rows';
import type { Window } from '../window';
import { alone } from './laid';
import type { MismatchRow } from './rows';
import { ALL_FORMS, cents } from './sources';
import { type FormsReported, formIn, plus, quartersPerForm, type Spending } from './spending';

export const KIND = 'MUNICIPAL_BUDGET_VS_COSTS';

/** What a municipality, those of a region, or those of the country planned and spent so far in a year. */
export interface SpentSoFar {
  /** Null for the country. */
  readonly regionCode: string | null;
  readonly careForm: string;
  readonly quarter: string;
  readonly sums: Covered;
  /** Null when nothing could be compared. */
  readonly way: YearWay | null;
}

/** Budget to date beside costs to date. Costs to date are unknown once a quarter of the year is. */
function compared({ budget, realised }: Spending, quarter: string, at: number) {
  const january = at - quarterNumber(quarter) + 1;
  const { share, way } = yearShare(quarter, january < 4 ? null : realised.slice(january - 4, january));
  let actual: bigint | null | undefined = january < 0 ? null : undefined;
  for (let place = Math.max(0, january); place <= at; place++) actual = plus(actual, realised[place] ?? null);
  return { share, way, pair: { expected: expectedToDate(budget[at] ?? null, share), actual: actual ?? null } };
}

/**
 * Kind 3 of municipalities, and the sums of the regions that these are all municipalities of. A form counts where it was
 * reported in the latest year; a quarter where it was asked.
 */
export function municipalMismatches(all: readonly Spending[], forms: FormsReported, window: Window) {
  const rows: MismatchRow[] = [];
  const spent: SpentSoFar[] = [];
  const [perForm, { quarters }] = [quartersPerForm(window), window];
  for (const spending of all) {
    const { municipality, careForm, budget } = spending;
    const isTotal = careForm === ALL_FORMS;
    const from = isTotal ? 0 : quarters.length - perForm.length;
    if (!isTotal && budget.slice(from).every((amount) => amount === null)) continue;
    for (let at = from; at < quarters.length; at++) {
      const quarter = quarters[at] as string;
      if (!municipality.quarters.has(quarter) || !(isTotal || forms.has(formIn(quarter, careForm)))) continue;
      const { pair, share, way } = compared(spending, quarter, at);
      rows.push({
        kind: KIND,
        subject: 'MUNICIPALITY',
        municipalityCode: municipality.municipality,
        regionCode: municipality.region,
        ...(careForm && { careFormCode: careForm }),
        quarter,
        sides: alone(pair.expected, pair.actual),
        expectedShare: share,
        way,
      });
      spent.push({ regionCode: municipality.region, careForm, quarter, sums: addUpPairs([pair]), way });
    }
  }
  return { ofMunicipalities: rows, ofRegions: addUpSpent(spent, ({ regionCode }) => regionCode) };
}

/** The country is the sum of its regions. */
export const spentInCountry = (regions: readonly SpentSoFar[]): SpentSoFar[] => addUpSpent(regions, () => null);

function addUpSpent(parts: readonly SpentSoFar[], areaOf: (part: SpentSoFar) => string | null): SpentSoFar[] {
  const groups = new Map<string, SpentSoFar[]>();
  for (const part of parts) {
    const key = `${areaOf(part)} ${formIn(part.quarter, part.careForm)}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [SpentSoFar];
    const counted = group.filter(({ sums }) => sums.covered > 0);
    return {
      ...first,
      regionCode: areaOf(first),
      sums: addUpSums(group.map(({ sums }) => sums)),
      way: combinedWay(counted.map(({ way }) => way)),
    };
  });
}

/** The sums of regions in some quarters as they were written down before. */
export async function spentBefore(tx: Queries, quarters: readonly string[]): Promise<SpentSoFar[]> {
  type Row = Omit<SpentSoFar, 'sums'> & Record<'expected' | 'actual', string | null> & Omit<Covered, keyof Pair>;
  const rows: Row[] = await tx.query(
    `select region_code as "regionCode", coalesce(care_form_code, '${ALL_FORMS}') as "careForm",
       quarter::text as quarter, expected::text as expected, actual::text as actual, covered, coverable, way
     from mismatch
     where kind = '${KIND}' and subject = 'REGION' and quarter = any ($1)`,
    [quarters],
  );
  return rows.map(({ expected, actual, covered, coverable, ...about }) => ({
    ...about,
    sums: { expected: cents(expected), actual: cents(actual), covered, coverable },
  }));
}

/** Over several municipalities, of which each may have a season of its own, the year passes evenly. */
export const rowOfArea = ({ regionCode, careForm, quarter, sums, way }: SpentSoFar): MismatchRow => ({
  kind: KIND,
  subject: regionCode === null ? 'COUNTRY' : 'REGION',
  ...(regionCode !== null && { regionCode }),
  ...(careForm && { careFormCode: careForm }),
  quarter,
  sides: measured('EUR_CENT', sums),
  expectedShare: fractionOfYearPassed(quarter),
  way,
});
