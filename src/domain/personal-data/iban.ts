/** Bank accounts: a country, a length that belongs to it, and digits that leave 1 when divided by 97 (ISO 13616). */
import type { Finder, Place } from './kinds';

/** How long an account of a country is. */
const LENGTHS: Readonly<Record<string, number>> = {
  NL: 18, BE: 16, DE: 22, LU: 20, FR: 27, GB: 22, IE: 22, ES: 24, PT: 25, IT: 27, AT: 20, CH: 21, DK: 18, SE: 24, NO: 15,
  FI: 18, PL: 28, CZ: 24, HU: 28, RO: 24, BG: 22, GR: 27, TR: 26, LT: 20, LV: 21, EE: 20, SK: 24, SI: 19, HR: 21, MT: 31, CY: 28,
}; // biome-ignore format: it is a table, and is read as one

/** In one piece, or in groups of four as on paper; the end is decided by the country. */
const START = /(?<![\p{L}\d])[a-z]{2}\d{2}(?=[ .-]?[a-z\d]{4})/giu;
const PART = /^[a-z\d]$/i;
const GAP = /^[ .-]$/;
const DUTCH = /^NL\d{2}[A-Z]{4}\d{10}$/;

function leavesOne(account: string): boolean {
  const turned = account.slice(4) + account.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Where the account ends that starts here; null when none does. */
function endOf(text: string, start: number): number | null {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return null;
  let account = '';
  let at = start;
  while (account.length < length && at < text.length) {
    const character = text[at] as string;
    if (PART.test(character)) account += character.toUpperCase();
    // Groups are of four; a gap elsewhere is the end of a word.
    else if (!GAP.test(character) || account.length % 4 !== 0) return null;
    at += 1;
  }
  const isWhole = account.length === length && !/^[\p{L}\d]/u.test(text.slice(at));
  const fits = account.startsWith('NL') ? DUTCH.test(account) : /\d/.test(account.slice(4));
  return isWhole && fits && leavesOne(account) ? at : null;
}

function placesIn(text: string): Place[] {
  return [...text.matchAll(START)].flatMap(({ index }) => {
    const end = endOf(text, index);
    return end === null ? [] : [{ start: index, end }];
  });
}

export const IBAN: Finder = { inText: placesIn, inCell: (cell) => placesIn(cell).length > 0 };
