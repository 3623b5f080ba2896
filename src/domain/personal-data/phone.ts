/** Dutch telephone numbers. Numbers that everybody may call (0800, 0900, 088, 14 0xx, 112) belong to nobody in particular. */
import { isLabelled, type Labels } from './context';
import type { Finder, Place } from './kinds';

const SEPARATED = '[ .-]?';
const PREFIX = String.raw`(?:(?:\+|00)31${SEPARATED}(?:\(0\)${SEPARATED})?|\(?0)`;
/** Six and eight digits, in whatever groups. */
const MOBILE = String.raw`${PREFIX}6\)?(?:[ .-]{0,3}\d){8}`;
/** Nine digits after the zero, with a separation after the area code or the prefix of the country. */
const FIXED = String.raw`(?:(?:\+|00)31${SEPARATED}(?:\(0\)${SEPARATED})?[1-57]\d(?:[ .-]?\d){7}|\(0[1-57]\d{1,2}\) ?\d(?:[ .]?\d){5,6}|0[1-57]\d{1,2} ?[ -] ?\d(?:[ .]?\d){5,6})`;
const BARE = String.raw`0[1-57]\d{8}`;

const borders = (pattern: string) =>
  new RegExp(String.raw`(?<![\w+€]|\w[-./]|[-./]\w?-)(?:${pattern})(?![\w€]|[-./,]\d| ?(?:%|euro\b))`, 'g');
const ALWAYS = borders(`${MOBILE}|${FIXED}`);
const WITH_A_LABEL = borders(BARE);

const LABELS: Labels = {
  own: /\b(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|mobile|phone|gsm|bel(?:len)?|bereikbaar|call|nummer van)\b/gi,
  others: /\b(?:agb|kvk|contract\w*|factuur\w*|kenmerk|referentie|order\w*|zaak\w*|dossier\w*)\b/gi,
};

const digitsOf = (text: string) =>
  text
    .replaceAll(/\(0\)/g, '')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?31/, '0');
const hasTenDigits = (text: string, { start, end }: Place) => digitsOf(text.slice(start, end)).length === 10;

const placesOf = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter((place) => hasTenDigits(text, place));

const isNumberHeading = (heading: string) => heading.search(new RegExp(LABELS.own.source, 'i')) >= 0;

export const PHONE: Finder = {
  inText: (text) => [
    ...placesOf(text, ALWAYS),
    ...placesOf(text, WITH_A_LABEL).filter((place) => isLabelled(text, place, LABELS)),
  ],
  inCell: (cell, heading) =>
    placesOf(cell, ALWAYS).length > 0 ||
    // A spreadsheet takes the zero for superfluous.
    (isNumberHeading(heading) && /^0?[1-79]\d{8}$/.test(cell.trim().replaceAll(/[ .-]/g, ''))),
};
