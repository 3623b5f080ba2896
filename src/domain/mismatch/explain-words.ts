/** The words that explanations of comparisons are made of. */
import type { Said } from '../language';
import { type MismatchSubject, VERDICTS, type Verdict, type YearWay } from '../vocabulary';

/** They begin the sentence: in Dutch the capital of "één" is "Eén". */
export const SUBJECTS = {
  PROVIDER: { en: 'One provider', nl: 'Eén aanbieder' },
  MUNICIPALITY: { en: 'One municipality', nl: 'Eén gemeente' },
  REGION: { en: 'One region', nl: 'Eén jeugdregio' },
  COUNTRY: { en: 'The whole country', nl: 'Heel Nederland' },
} as const satisfies Readonly<Record<MismatchSubject, Said>>;

const EVENLY = { en: '{share} of the year, spread evenly', nl: '{share} van het jaar, gelijkmatig verdeeld' } as const;

/** How the part of the year was taken: for one source, and for a sum over sources that each have their own. */
export const WAYS = {
  LINEAR: { one: EVENLY, many: EVENLY },
  SEASONAL: {
    one: {
      en: '{share} of the year, by the seasons of last year',
      nl: '{share} van het jaar, volgens het seizoenspatroon van vorig jaar',
    },
    many: { en: 'each by the seasons of its last year', nl: 'elk volgens het eigen seizoenspatroon van vorig jaar' },
  },
  MIXED: {
    one: { en: 'partly by the seasons of last year', nl: 'deels volgens het seizoenspatroon van vorig jaar' },
    many: {
      en: 'each by the seasons of its last year where these are known, else spread evenly',
      nl: 'elk volgens het eigen seizoenspatroon van vorig jaar als dat bekend is, anders gelijkmatig verdeeld',
    },
  },
} as const satisfies Readonly<Record<YearWay, { readonly one: Said; readonly many: Said }>>;

export const PARTS = {
  allForms: { en: 'all forms of care together', nl: 'alle zorgvormen samen' },
  beside: { en: '{expected} beside {actual}', nl: '{expected} naast {actual}' },
  unknown: { en: 'unknown', nl: 'onbekend' },
  partOfYear: { en: '{share} of the year', nl: '{share} van het jaar' },
  yearIsOver: { en: 'as realised: the year is over', nl: 'zoals gerealiseerd: het jaar is voorbij' },
  weighted: {
    en: 'both as a mean weighted by budgeted revenue',
    nl: 'beide als gemiddelde, gewogen naar begrote opbrengsten',
  },
  difference: { en: 'that is {difference}', nl: 'dat is {difference}' },
  equal: { en: 'the two are equal', nl: 'beide zijn gelijk' },
  coverage: { en: 'coverage: {covered} of {coverable} {counted}', nl: 'dekking: {covered} van {coverable} {counted}' },
  verdict: { en: 'verdict: {verdict}, because {reason}', nl: 'oordeel: {verdict}, want {reason}' },
} as const satisfies Readonly<Record<string, Said>>;

/** In Dutch as everywhere else. */
export const VERDICT_WORDS = {
  WITHIN_TOLERANCE: { en: 'within the tolerance', nl: VERDICTS.WITHIN_TOLERANCE.nl },
  ABOVE: { en: 'higher', nl: VERDICTS.ABOVE.nl },
  BELOW: { en: 'lower', nl: VERDICTS.BELOW.nl },
  INCOMPLETE: { en: 'incomplete', nl: VERDICTS.INCOMPLETE.nl },
} as const satisfies Readonly<Record<Verdict, Said>>;

export const REASONS = {
  equal: { en: 'there is no difference', nl: 'er is geen verschil' },
  within: { en: 'the difference is not more than {margin}', nl: 'het verschil is niet meer dan {margin}' },
  beyond: { en: 'the difference is more than {margin}', nl: 'het verschil is meer dan {margin}' },
  anyCounts: { en: 'every difference counts', nl: 'elk verschil telt' },
  nobody: { en: 'nothing had to be delivered', nl: 'er hoefde niets te worden aangeleverd' },
  neither: { en: 'neither side is known', nl: 'geen van beide kanten is bekend' },
  unknown: { en: 'one side is unknown: {side}', nl: 'één kant is onbekend: {side}' },
  coverage: { en: 'the coverage is below {least}', nl: 'de dekking ligt onder {least}' },
  other: { en: 'the two could not be compared', nl: 'beide waren niet te vergelijken' },
} as const satisfies Readonly<Record<string, Said>>;
