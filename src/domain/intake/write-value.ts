/** Writes what is kept as people read it, so that what they read and write back is the same: see parse-value. */
import type { Language } from '../language';
import { codesFor, indexOf } from './choices';
import type { KeptValue } from './filled';
import type { Choice, Field, FieldType } from './form';

const SIGNS = { nl: { decimal: ',', group: '.' }, en: { decimal: '.', group: ',' } } as const;
const ANSWERS = { nl: { '1': 'ja', '0': 'nee' }, en: { '1': 'yes', '0': 'no' } } as const;

type Write = (kept: KeptValue, language: Language, choices: readonly Choice[]) => string;

const itself: Write = (kept) => kept;

const WRITERS: Readonly<Record<FieldType, Write>> = {
  AMOUNT: (kept, language) => {
    const [sign, digits] = [kept.startsWith('-') ? '-' : '', kept.replace('-', '').padStart(3, '0')];
    const { decimal } = SIGNS[language];
    const cents = digits.slice(-2);
    return `${sign}${grouped(digits.slice(0, -2), language)}${cents === '00' ? '' : `${decimal}${cents}`}`;
  },
  NUMBER: grouped,
  // Without groups, and never with three decimals: "1.250" could be read in two ways.
  DECIMAL: (kept, language) => {
    const [whole = '', rest = ''] = kept.split('.');
    return rest === '' ? whole : `${whole}${SIGNS[language].decimal}${rest.length === 3 ? `${rest}0` : rest}`;
  },
  PERCENTAGE: (kept, language) => `${timesHundred(kept).replace('.', SIGNS[language].decimal)}%`,
  YES_NO: (kept, language) => ANSWERS[language][kept as '1' | '0'],
  CHOICE: (kept, _language, choices) => {
    const label = choices.find(({ code }) => code === kept)?.label ?? kept;
    return codesFor(indexOf(choices), label).join() === kept ? label : kept;
  },
  DAY: (kept, language) => (language === 'nl' ? kept.split('-').reverse().join('-') : kept),
  KVK: itself,
  TEXT: itself,
};

/** @param choices of the list of a CHOICE, to write its label; without them it is written as its code */
export function writeValue(
  { type }: Pick<Field, 'type'>,
  kept: KeptValue,
  language: Language,
  choices: readonly Choice[] = [],
): string {
  return WRITERS[type](kept, language, choices);
}

function grouped(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, SIGNS[language].group);
}

/** "0.185" is "18.5". */
function timesHundred(fraction: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction) ?? [];
  const moved = `${whole}${rest.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${moved}${rest.length > 2 ? `.${rest.slice(2)}` : ''}`;
}
