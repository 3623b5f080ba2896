/**
 * The citizen service number. One in eleven numbers of nine digits passes its check (elfproef), and so does every RSIN, which is
 * the number of an organisation: so never on the number alone, only with words that say so.
 */
import { isLabelled, type Labels } from './context';
import type { Finder, Place } from './kinds';

/** Nine digits, or eight when the zero in front was lost; in one piece or in the groups in which people write it. */
const NUMBER =
  /(?<![\d.,\w]|\w-)(?:\d{8,9}|\d{3}[ -]\d{3}[ -]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}\.\d{3}\.\d{3})(?![\d\w]|[.,]\d|-\d)/g;

const LABEL =
  /\b(?:bsn|burger ?service ?(?:nummer|nr)|sofi(?:-? ?(?:nummer|nr))?|persoons ?nummer|citizen service number)\b/gi;
const PERSON =
  /\b(?:bsn|cli[eë]nt|jeugdige|kind|pleegkind|leerling|pati[eë]nt|moeder|vader|ouder|zoon|dochter|jongen|meisje|child|client|patient|mother|father|son|daughter)(?:nummer|nr|number)?(?![\wë])/gi;
const OTHERS =
  /(?:€|\b(?:rsin|kvk|agb|oin|btw|vat|iban|ibk|eur|euro|bedrag|omzet|begroting|budget|som|totaal|saldo|kosten|factuur\w*|invoice|contract\w*|overeenkomst|beschikking\w*|zaak\w*|dossier\w*|kenmerk|referentie|reference|order\w*|debiteur\w*|crediteur\w*|rekening\w*|revenue|amount|total|trade register|handelsregister|telefoon|tel|vestigings\w*)\b)/gi;

const SAYS_SO: Labels = { own: LABEL, others: OTHERS };
const OF_A_PERSON: Labels = { own: PERSON, others: OTHERS };

/** How amounts are written. With the label itself even these are meant as a number of a person. */
const AS_AN_AMOUNT = /^\d{3}\.\d{3}\.\d{3}$/;

/** The check on the digits: 9a + 8b + … + 2h - i is a multiple of eleven. */
export function passesElevenTest(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '').padStart(9, '0');
  if (digits.length !== 9 || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

function isOne(text: string, place: Place): boolean {
  const written = text.slice(place.start, place.end);
  if (!passesElevenTest(written)) return false;
  if (isLabelled(text, place, SAYS_SO)) return true;
  // Eight digits are a KvK or AGB number far more often than a number that lost its zero.
  const isWhole = written.replaceAll(/\D/g, '').length === 9;
  return isWhole && !AS_AN_AMOUNT.test(written) && isLabelled(text, place, OF_A_PERSON);
}

const matches = (text: string, pattern: RegExp) => text.search(new RegExp(pattern.source, 'i')) >= 0;

export const BSN: Finder = {
  inText: (text) =>
    [...text.matchAll(NUMBER)]
      .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
      .filter((place) => isOne(text, place)),
  inCell: (cell, heading) =>
    matches(heading, LABEL) || (matches(heading, PERSON) && !matches(heading, OTHERS) && /^\d{9}$/.test(cell.trim()))
      ? /^\s*[\d .-]{8,13}\s*$/.test(cell) && passesElevenTest(cell)
      : false,
};

/** Whether a heading says that the numbers beneath it are of something else, such as the RSIN of an organisation. */
export const isOfSomethingElse = (heading: string) => matches(heading, OTHERS);
