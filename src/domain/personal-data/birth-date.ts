/** Dates of birth: a day that exists, of which the words before it say that somebody was born then. */
import { isLabelled, type Labels } from './context';
import type { Finder, Place } from './kinds';

const MONTHS =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|e)?`;
const YEAR = String.raw`(?:(?:19|20)\d{2}|'?\d{2})`;
const DATE = new RegExp(
  String.raw`(?<![\d\w]|\d[-/.])(?:(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ]${YEAR}|${DAY}[ -](?:${MONTHS})\.?,?[ -]${YEAR}|(?:${MONTHS}) ${DAY},? (?:19|20)\d{2}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})(?![\d\w]|[-/]\d)`,
  'giu',
);

const LABELS: Labels = {
  own: /\b(?:geboren|geboorte(?:datum|dag)?|geb(?:\.|dat\.?)?|verjaardag|verjaart|jarig|born|birth(?:day|date)?|date of birth|d\.?o\.?b\.?)(?!\w)/gi,
  others:
    /\b(?:opgericht|oprichting|contract\w*|ingang\w*|ingegaan|gestart|start\w*|looptijd|eindigt|einddatum|begindatum|geldig|valid|until|founded|besluit|brief|gesprek|melding|sinds|since|overleg|per|tot)\b/gi,
};

const placesIn = (text: string): Place[] =>
  [...text.matchAll(DATE)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

const isBirthHeading = (heading: string) => heading.search(new RegExp(LABELS.own.source, 'i')) >= 0;

export const BIRTH_DATE: Finder = {
  inText: (text) => placesIn(text).filter((place) => isLabelled(text, place, LABELS)),
  // A year of birth alone points at nobody; the days of a spreadsheet are counted from 1900.
  inCell: (cell, heading) =>
    isBirthHeading(heading) && (placesIn(cell).length > 0 || /^\d{5}(?:\.0)?$/.test(cell.trim())),
};
