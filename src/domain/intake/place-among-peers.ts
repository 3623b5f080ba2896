/**
 * Where a ratio that was delivered stands among those of others, in words. The counts are those of Indicator.peers, with its limits. Of a
 * draft nothing is told: who may try out values reads from the counts, value by value, what others delivered.
 */
import { fill } from '../fill';
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import { RATIOS, type RatioCode } from '../ratios';
import type { PeerGroup } from '../vocabulary';

/** Of one group: ten or more others. */
export interface PeerCounts {
  readonly group: PeerGroup;
  readonly peers: number;
  readonly worse: number;
  readonly equal: number;
}

const WHY_NOT = {
  NOT_SUBMITTED: {
    nl: 'Waar u staat tussen anderen leest u na het indienen: bij een concept zou dat iets over hun cijfers verraden.',
    en: 'Where you stand among others is told once this is submitted: of a draft it would tell of their figures.',
  },
  CORRECTED: {
    nl: 'Van deze aanlevering is een latere versie ingediend. Waar u staat tussen anderen leest u daar.',
    en: 'A later version of this delivery was submitted. Where you stand among others is told there.',
  },
  NOT_TOLD: {
    nl: 'Waar u staat tussen anderen is hier niet te zeggen: er zijn minder dan tien anderen, of het zou iets over een van hen verraden.',
    en: 'Where you stand among others cannot be told here: there are fewer than ten others, or it would tell of one of them.',
  },
} as const satisfies Readonly<Record<string, Said>>;

const PLACE = {
  HIGHER: {
    nl: 'Van {peers} anderen{size} staan {worse} er slechter voor en {equal} gelijk.',
    en: 'Of {peers} others{size} {worse} are worse and {equal} equal.',
  },
  NEITHER: {
    nl: 'Van {peers} anderen{size} liggen {worse} lager en {equal} gelijk.',
    en: 'Of {peers} others{size} {worse} are lower and {equal} equal.',
  },
} as const;
const OF_YOUR_SIZE = { nl: ' van uw omvang', en: ' of your size' } as const satisfies Said;

/** @param known the counts of each group that may be told; or why there are none */
export function placeAmongPeers(ratio: RatioCode, known: readonly PeerCounts[] | 'NOT_SUBMITTED' | 'CORRECTED'): Said {
  if (typeof known === 'string') return WHY_NOT[known];
  if (known.length === 0) return WHY_NOT.NOT_TOLD;
  const phrase = PLACE[RATIOS[ratio].better === 'NEITHER' ? 'NEITHER' : 'HIGHER'];
  const say = (language: Language) =>
    known
      .map(({ group, peers, worse, equal }) =>
        fill(phrase[language], {
          ...{ peers: inWords(peers, 'COUNT', language), worse: inWords(worse, 'COUNT', language) },
          ...{ equal: inWords(equal, 'COUNT', language), size: group === 'ALL' ? '' : OF_YOUR_SIZE[language] },
        }),
      )
      .join(' ');
  return { nl: say('nl'), en: say('en') };
}
