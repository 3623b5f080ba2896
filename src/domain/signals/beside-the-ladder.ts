/** Indicators that went past a limit, as far as the ladder has not said it already. */
import { enumerate, type Language } from '../language';
import { LIMITS, type Limit, type LimitCode, sayLimit } from '../limits';
import { besideLimit } from '../quantity';
import { toNumber } from '../ratio';
import type { LadderSubject, SignalKind } from '../vocabulary';
import type { KnownOfQuarter, SeenIndicator } from './known';
import type { Found } from './signal';

/** An indicator about what the ladder judges as well. */
const LADDER_INDICATORS: Readonly<Record<string, LadderSubject>> = {
  solvency: 'SOLVENCY',
  equityToRevenue: 'SOLVENCY',
  profitability: 'PROFITABILITY',
  currentRatio: 'LIQUIDITY',
  daysCash: 'LIQUIDITY',
  liquidityForecast: 'LIQUIDITY',
};

/** An indicator of which another signal says the same by name. */
const SAID_BY: Readonly<Record<string, SignalKind>> = {
  contractsExpiring: 'CONTRACT_ENDS',
  deliveriesMissing: 'SILENCE',
  deliveriesLate: 'SILENCE',
};

/** An indicator and the gravest limit that it is newly beyond. */
interface Crossing {
  readonly indicator: SeenIndicator;
  readonly limit: Limit;
  readonly previous: number | null;
}

/** One line for all indicators that the ladder and the other signals did not speak of: the first is told, all are evidence. */
export function besideTheLadder(
  now: KnownOfQuarter,
  before: KnownOfQuarter,
  told: ReadonlySet<LadderSubject>,
  said: ReadonlySet<SignalKind>,
): Found[] {
  const past = new Map(before.indicators.map((indicator) => [indicator.code, indicator]));
  const crossings = now.indicators.flatMap((indicator) => {
    const subject = LADDER_INDICATORS[indicator.code];
    const signal = SAID_BY[indicator.code];
    if ((subject && told.has(subject)) || (signal && said.has(signal))) return [];
    const earlier = past.get(indicator.code);
    const limit = gravest(
      indicator.value,
      indicator.crossed.filter((code) => !earlier?.crossed.includes(code)),
    );
    return limit ? [{ indicator, limit, previous: earlier?.value ?? null }] : [];
  });
  if (crossings.length === 0) return [];
  const say = (language: Language) =>
    enumerate(
      crossings.map((crossing) => sayCrossing(crossing, language)),
      language,
    );
  const evidence = crossings.map(({ indicator: { code, value }, previous }) => ({ name: code, value, previous }));
  return [{ kind: 'LIMIT_CROSSED', gravity: 1, en: say('en'), nl: say('nl'), evidence }];
}

/** All have been crossed, so the one nearest to the value was crossed last: it is the gravest. */
function gravest(value: number | null, crossed: readonly LimitCode[]): Limit | null {
  const distance = ({ at }: Limit) => Math.abs((value ?? 0) - toNumber(at));
  return crossed
    .map((code): Limit => LIMITS[code])
    .reduce<Limit | null>((best, limit) => (best && distance(best) <= distance(limit) ? best : limit), null);
}

/** "sickness 9.1% (above 8% is high)". */
function sayCrossing({ indicator, limit }: Crossing, language: Language): string {
  const { value, unit } = indicator;
  const measured = value === null ? '' : ` ${besideLimit(value, toNumber(limit.at), unit, language)}`;
  return `${indicator[language]}${measured} (${sayLimit(limit, unit, language)})`;
}
