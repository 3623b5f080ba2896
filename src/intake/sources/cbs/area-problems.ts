import type { Problem, Sentence } from '../../../errors';

const SENTENCES = {
  noDay: { en: 'has no day such as 2027-01-01.', nl: 'heeft geen dag zoals 2027-01-01.' },
  noCode: { en: 'is no code such as GM0014.', nl: 'is geen code zoals GM0014.' },
  noName: { en: 'has no name.', nl: 'heeft geen naam.' },
  twice: { en: 'stands in the list twice: take one out.', nl: 'staat twee keer in de lijst: haal er een weg.' },
  twoRegions: { en: 'is in two regions: choose one.', nl: 'ligt in twee regio’s: kies er een.' },
  unknownRegion: {
    en: 'is in a region that is not known: regions are not made by this list.',
    nl: 'ligt in een onbekende regio: deze lijst maakt geen regio’s.',
  },
  unknownProvince: { en: 'is in a province that is not known.', nl: 'ligt in een onbekende provincie.' },
  noPlace: { en: 'has no longitude and latitude in degrees.', nl: 'heeft geen lengte en breedte in graden.' },
  emptyRegion: { en: 'would have no municipality left.', nl: 'zou geen gemeente meer hebben.' },
  unknownOld: { en: 'merges, and is not known.', nl: 'gaat op in een andere, en is niet bekend.' },
  endedOtherwise: { en: 'ended already, on another day.', nl: 'is al opgeheven, op een andere dag.' },
  oldStillListed: { en: 'merges, and is still in the list.', nl: 'gaat op in een andere, en staat nog in de lijst.' },
  newNotListed: {
    en: 'comes from a merger, and is not in the list.',
    nl: 'komt uit een samenvoeging, en staat niet in de lijst.',
  },
  twoDays: { en: 'has two days in the table of mergers.', nl: 'heeft twee dagen in de tabel van samenvoegingen.' },
  missing: {
    en: 'is in no row any more: say what it merged into (--mergers).',
    nl: 'staat in geen rij meer: zeg waarin zij is opgegaan (--mergers).',
  },
  newWithoutMerger: {
    en: 'is new: say what it came from (--mergers).',
    nl: 'is nieuw: zeg waaruit zij is ontstaan (--mergers).',
  },
  cameBack: {
    en: 'was ended before: a code is not used again.',
    nl: 'is eerder opgeheven: een code wordt niet opnieuw gebruikt.',
  },
  movedWithoutDay: {
    en: 'goes to another region: say from which day (--on 2027-01-01).',
    nl: 'gaat naar een andere regio: zeg vanaf welke dag (--on 2027-01-01).',
  },
  movedTooEarly: {
    en: 'goes to another region before it came to the present one: choose a later day.',
    nl: 'gaat naar een andere regio voordat zij in de huidige kwam: kies een latere dag.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type AreaProblem = readonly [problem: keyof typeof SENTENCES, code: string];

/** The code is shown only when it is one: anything may stand in a file. */
export const problemOf = ([problem, code]: AreaProblem): Problem => ({
  field: /^(?:(?:GM|JZ)\w{2,4}|--\w+)$/.test(code) ? code : 'file',
  ...SENTENCES[problem],
});
