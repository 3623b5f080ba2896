import { FIGURES, type FigureName } from '../figures';
import type { ReadyCriterion } from '../ladder/ladder';
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import { ratio, toNumber } from '../ratio';
import { exactEuros } from './exact-euros';

const WORDS = {
  instead: { en: 'instead of', nl: 'in plaats van' },
  higher: { en: 'higher', nl: 'hoger' },
  lower: { en: 'lower', nl: 'lager' },
  no: { en: 'no longer holds', nl: 'geldt niet meer' },
  holds: { en: 'then holds', nl: 'geldt dan' },
  at: { en: 'With', nl: 'Met' },
  of: { en: 'of', nl: 'van' },
} as const satisfies Readonly<Record<string, Said>>;

/** Why no change of a figure by itself turns a criterion round. */
export const WHY_NOT = {
  NOT_BY_THIS_FIGURE_ALONE: { en: 'cannot by this figure alone', nl: 'kan niet door dit cijfer alleen' },
  NOT_KNOWN: { en: 'this figure is not known', nl: 'dit cijfer is niet bekend' },
} as const satisfies Readonly<Record<string, Said>>;

const both = (say: (language: Language) => string): Said => ({ en: say('en'), nl: say('nl') });

/** "With equity of € 199,999.99 instead of € 300,000.00 (€ 100,000.01 lower, 33.3%) then holds: solvency is below 20%". */
export function sayStep(
  criterion: ReadyCriterion,
  willHold: boolean,
  figure: FigureName,
  { now, change, doubt }: { now: bigint; change: bigint; doubt: Said | null },
): Said {
  const size = change < 0n ? -change : change;
  const share = ratio(size, now < 0n ? -now : now);
  return both((language) => {
    const direction = WORDS[change < 0n ? 'lower' : 'higher'][language];
    const part = share ? `, ${inWords(toNumber(share), 'FRACTION', language)}` : '';
    const amounts = `${exactEuros(now + change, language)} ${WORDS.instead[language]} ${exactEuros(now, language)}`;
    const difference = `(${exactEuros(size, language)} ${direction}${part})`;
    const outcome = WORDS[willHold ? 'holds' : 'no'][language];
    const head = `${WORDS.at[language]} ${FIGURES[figure][language]} ${WORDS.of[language]} ${amounts} ${difference}`;
    return `${head} ${outcome}: ${criterion[language]}${doubt ? `. ${doubt[language]}` : ''}`;
  });
}

export function sayWhyNot(figure: FigureName, reason: keyof typeof WHY_NOT): Said {
  return both((language) => `${FIGURES[figure][language]}: ${WHY_NOT[reason][language]}`);
}
