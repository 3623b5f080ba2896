/** What people write beside the values: why a value is right, why a delivery is corrected, what is asked of it. */
import type { Said } from '../language';
import { refusalOf } from '../personal-data/explain';
import { HIDDEN, TEXT_MAX } from './parse-value';
import { personalIn } from './shown-value';
import { VALUE_PROBLEMS } from './value-problems';

/** Own default of portal 4: short enough for "overname A", long enough to say something. */
export const FREE_TEXT_MIN = 10;

const PROBLEMS = {
  short: {
    nl: `Schrijf in ten minste ${FREE_TEXT_MIN} tekens waarom.`,
    en: `Write in at least ${FREE_TEXT_MIN} characters why.`,
  },
  long: { nl: 'Schrijf hoogstens 1.000 tekens.', en: 'Write at most 1,000 characters.' },
} as const satisfies Readonly<Record<string, Said>>;

/** As it is kept. */
export const tidied = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** What takes no room on a page, or is empty room, is no character that says something. */
const NOTHING_SEEN = /[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Nor does a row of points: among them are as many letters as two short words have. */
const LETTERS_MIN = 5;
const NO_LETTER = /[^\p{L}\p{N}]/gu;

/** Everything that is wrong with a text at once; none when it may be kept. It is never repeated. */
export function freeTextProblems(given: string): Said[] {
  const text = tidied(given);
  const personal = refusalOf(personalIn(text, '', false));
  const seen = text.replace(NOTHING_SEEN, '').trim();
  const saysNothing = [...seen].length < FREE_TEXT_MIN || [...seen.replace(NO_LETTER, '')].length < LETTERS_MIN;
  return [
    ...(saysNothing ? [PROBLEMS.short] : []),
    ...(text.length > TEXT_MAX ? [PROBLEMS.long] : []),
    ...(HIDDEN.test(text) ? [VALUE_PROBLEMS['cell.control-characters']] : []),
    ...(personal ? [{ nl: `Deze tekst ${personal.nl}`, en: `This text ${personal.en}` }] : []),
  ];
}
