/** What nobody would believe in a delivery: supposed amounts that would be set aside, so that the ladder is no forecast. */
import { FIGURES, type FigureName, type QuarterFigures } from '../figures';
import type { Language, Said } from '../language';
import { formatQuarter } from '../period';
import { withoutAbsurd } from '../plausibility/without-absurd';
import { sizeOf } from '../ratio';

/** Ten billion euros: more than all youth care together. */
export const CENTS_MAX = 1_000_000_000_000n;

const WOULD_NOT_COUNT = {
  en: 'Delivered like this it would not count, because it cannot be right',
  nl: 'Zo aangeleverd zou het niet meetellen, omdat het niet kan kloppen',
} as const satisfies Said;

const BEYOND_ALL_CARE = {
  en: 'is more than all youth care together',
  nl: 'is meer dan alle jeugdhulp samen',
} as const satisfies Said;

/**
 * Why a quarter of a supposed history would not count as supposed, in one sentence; null when it would. Only what these
 * figures take part in: another figure that cannot be right is not for them to answer for.
 */
export function doubtOn(
  imagined: readonly QuarterFigures[],
  quarter: string,
  figures: readonly FigureName[],
): Said | null {
  const doubts = [...absurd(imagined, quarter, figures), ...beyondAllCare(imagined, quarter, figures)];
  const say = (language: Language) => `${WOULD_NOT_COUNT[language]}: ${doubts.map((one) => one[language]).join('; ')}.`;
  return doubts.length > 0 ? { en: say('en'), nl: say('nl') } : null;
}

function absurd(imagined: readonly QuarterFigures[], quarter: string, figures: readonly FigureName[]): Said[] {
  const names: readonly string[] = figures;
  const label = formatQuarter(quarter);
  return withoutAbsurd(imagined).findings.filter(
    ({ severity, period, figures: found }) =>
      severity === 'DO_NOT_COUNT' && period === label && found.some(({ name }) => names.includes(name)),
  );
}

function beyondAllCare(imagined: readonly QuarterFigures[], quarter: string, figures: readonly FigureName[]): Said[] {
  const supposed = imagined.find((one) => one.quarter === quarter);
  return figures
    .filter((figure) => sizeOf(supposed?.[figure] ?? 0n) > CENTS_MAX)
    .map((figure) => ({
      en: `${FIGURES[figure].en} ${BEYOND_ALL_CARE.en}`,
      nl: `${FIGURES[figure].nl} ${BEYOND_ALL_CARE.nl}`,
    }));
}
