import type { FigureName, QuarterFigures } from './figures';
import { nameOfInput } from './indicators/names';
import { enumerate, type Language, type Said } from './language';
import { labelAt } from './period';
import { amountOf, RATIOS, type RatioCode, type RatioDefinition } from './ratios';

/**
 * A figure without which something could not be judged, as it is stored: "equity 2026Q3". A figure that was delivered but
 * is useless as a denominator says so: "balanceTotal 2026Q3 (not above zero)", and so does one that cannot be right:
 * "equity 2026Q3 (implausible)".
 */
export type Missing = string;

const NOT_ABOVE_ZERO = ' (not above zero)';
const IMPLAUSIBLE = ' (implausible)';
const SEPARATOR = ', ';

/** The quarter is given by its index. */
export function missed(figure: FigureName, quarterIndex: number): Missing {
  return `${figure} ${labelAt(quarterIndex)}`;
}

/** The figures that keep a ratio from being known: not delivered, or a denominator that is not above zero. */
export function missedFor(code: RatioCode, quarterIndex: number, figures: QuarterFigures | null): Missing[] {
  const { numerator, denominator }: RatioDefinition = RATIOS[code];
  const absent: Missing[] = [];
  for (const { sum } of [numerator, denominator]) {
    for (const figure of sum) if ((figures?.[figure] ?? null) === null) absent.push(missed(figure, quarterIndex));
  }
  const divisor = figures && amountOf(denominator, figures);
  if (absent.length > 0 || divisor === null || divisor > 0n) return absent;
  return denominator.sum.map((figure) => notAboveZero(figure, quarterIndex));
}

/** Delivered, but useless as a denominator. */
export function notAboveZero(figure: FigureName, quarterIndex: number): Missing {
  return useless(missed(figure, quarterIndex));
}

/** The same of a number that is no figure of a quarter: "contractValue 2026Q3 (not above zero)". */
export const useless = (missing: Missing): Missing => `${missing}${NOT_ABOVE_ZERO}`;

/** As it is stored with an assessment: "equity 2026Q3, balanceTotal 2026Q3 (not above zero)". Null when nothing is. */
export function writeMissing(missing: readonly Missing[]): string | null {
  return missing.length === 0 ? null : [...new Set(missing)].join(SEPARATOR);
}

/** The same list, in which figures that were delivered but do not count say why they are missing. */
export function sayImplausible(stored: string | null, notCounted: ReadonlySet<Missing>): string | null {
  if (stored === null || notCounted.size === 0) return stored;
  const entries = stored.split(SEPARATOR);
  return entries.map((entry) => (notCounted.has(entry) ? `${entry}${IMPLAUSIBLE}` : entry)).join(SEPARATOR);
}

const EARLIER = { en: 'figures of', nl: 'cijfers over' } as const satisfies Said;
/** Why a figure that was delivered is missing all the same. */
const REASONS: readonly (Said & { readonly ends: string })[] = [
  { ends: NOT_ABOVE_ZERO, en: ', not above zero', nl: ', niet boven nul' },
  { ends: IMPLAUSIBLE, en: ', delivered but implausible', nl: ', aangeleverd maar niet aannemelijk' },
];

/** In plain words what several criteria missed: by name for the latest quarter, by quarter for the history before it. */
export function missingInWords(stored: readonly (string | null)[], language: Language): string {
  const entries = [...new Set(stored.flatMap((text) => (text ? text.split(SEPARATOR) : [])))].map((entry) => {
    const [figure = '', of = ''] = entry.split(' ');
    return { figure, of, reason: REASONS.find(({ ends }) => entry.endsWith(ends))?.[language] ?? '' };
  });
  const current = entries.reduce((latest, { of }) => (of > latest ? of : latest), '');
  const named = entries
    .filter(({ of }) => of === current)
    .map(({ figure, reason }) => `${nameOfInput(figure, language)}${reason}`);
  const earlier = [...new Set(entries.filter(({ of }) => of !== current).map(({ of }) => of))].sort();
  return enumerate(
    [
      ...(named.length > 0 ? [`${enumerate(named, language)} (${current})`] : []),
      ...(earlier.length > 0 ? [`${EARLIER[language]} ${enumerate(earlier, language)}`] : []),
    ],
    language,
  );
}
