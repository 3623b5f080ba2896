import { DECLARED, HISTORY_TO, monthStarts, placeInYear, quarterEnd, quarterStart, SIMULATED_FROM } from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import { endOf, type Provider } from '../providers';
import type { World } from '../world';
import type { Table } from './line';

const COLUMNS = [
  'provider_id',
  'municipality_code',
  'region_code',
  'care_form_code',
  'delivery_id',
  'period_start',
  'period_end',
  'amount_cents',
  'volume',
  'unit',
];
const SEASON = [0.2525, 0.252, 0.2385, 0.257];

/** One line on which a provider declares: a municipality and a form of care, with its share of all that is declared. */
interface Line {
  /** Municipality, region and form, ready to be written. */
  readonly keys: string;
  readonly share: number;
  readonly centsPerUnit: number;
  readonly unit: string;
}

function linesOf(world: World, provider: Provider): Line[] {
  // What is paid as a lump sum is not declared; what was lost is no longer delivered.
  const declared = (world.markets.get(provider) ?? []).filter((market) => !market.isTask && market.lostFrom === null);
  return declared.flatMap((market) => {
    const form = formAt(market.form);
    return market.towns.map(({ town, share }) => ({
      keys: `${town.code}\t${town.regionCode}\t${form.code}`,
      share: market.share * share,
      centsPerUnit: form.tariff * 100,
      unit: form.unit,
    }));
  });
}

/**
 * The declarations of the last five quarters, per quarter or per month. The amounts of an EWS provider add up to exactly
 * the declared production that it delivers.
 */
export function declarationTable(world: World): Table {
  return {
    name: 'declaration',
    ids: `${world.size}/declaration-ids`,
    columns: COLUMNS,
    *rows() {
      for (const provider of world.providers) {
        const lines = linesOf(world, provider);
        if (lines.length === 0) continue;
        const chance = new Chance(`${world.size}/declarations/${provider.index}`);
        for (const quarter of DECLARED) {
          if (quarterEnd(quarter) > endOf(provider)) break;
          const known = world.books.get(provider)?.quarters[quarter - SIMULATED_FROM];
          const season = SEASON[placeInYear(quarter)] as number;
          const total = known?.declaredProduction ?? Math.round(provider.youthRevenue * 100 * season);
          const delivery = world.filing.ofProvider.get(provider)?.covenant.get(quarter);
          const deliveryId = delivery?.submittedAt ? delivery.id : '\\N';
          for (const [from, to, part] of periodsOf(world, quarter)) {
            yield* period(provider.id, lines, `${deliveryId}\t${from}\t${to}`, total, part, chance);
          }
        }
      }
    },
  };
}

type Part = readonly [low: number, high: number];

/** The periods of a quarter, each with the part of the quarter's amount that it holds. */
function periodsOf({ scale }: World, quarter: number): readonly (readonly [string, string, Part])[] {
  if (scale.declarationMonths === 3) return [[quarterStart(quarter), quarterEnd(quarter), [0, 1]]];
  const [first, second, third, end] = monthStarts(quarter);
  // The last month is not fully declared yet when the world stands still.
  const late = quarter === HISTORY_TO ? 0.03 : 0;
  return [
    [first, second, [0, 0.335 + late / 2]],
    [second, third, [0.335 + late / 2, 0.665 + late]],
    [third, end, [0.665 + late, 1]],
  ];
}

function* period(
  providerId: string,
  lines: readonly Line[],
  when: string,
  total: number,
  [low, high]: Part,
  chance: Chance,
): Iterable<string> {
  let sum = 0;
  const weights = lines.map(({ share }) => {
    const weight = share * (0.85 + 0.3 * chance.unit());
    sum += weight;
    return weight;
  });
  const scale = (Math.round(total * high) - Math.round(total * low)) / sum;
  let passed = 0;
  let given = 0;
  for (let at = 0; at < lines.length; at++) {
    const { keys, centsPerUnit, unit } = lines[at] as Line;
    passed += (weights[at] as number) * scale;
    const amount = Math.round(passed) - given;
    given += amount;
    if (amount <= 0) continue;
    const volume = Math.round(amount / centsPerUnit);
    yield `${providerId}\t${keys}\t${when}\t${amount}\t${volume}\t${unit}\n`;
  }
}
