/** Says in plain words how a form of care stands in a region: who gives it, how dependent it is, places and waiting. */
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import { type Ratio, toNumber } from '../ratio';
import type { MeasureUnit } from '../vocabulary';
import type { CareMarket, Places } from './market';

const WORDS = {
  providers: {
    en: 'Providers that declared care in these four quarters',
    nl: 'Aanbieders die in deze vier kwartalen declareerden',
  },
  largest: { en: 'the largest has', nl: 'de grootste heeft' },
  ofEuros: { en: 'of the euros', nl: 'van de euro’s' },
  places: { en: 'Places', nl: 'Plaatsen' },
  capacity: { en: 'capacity in beds', nl: 'capaciteit in bedden' },
  waitingDays: { en: 'Waiting time on average', nl: 'Gemiddelde wachttijd' },
  waiting: { en: 'referred and not yet started', nl: 'verwezen en nog niet gestart' },
  caughtUp: { en: 'more started than referred', nl: 'meer gestart dan verwezen' },
  alone: { en: '1 is one provider', nl: '1 is één aanbieder' },
  estimate: { en: 'an estimate', nl: 'een raming' },
  unknown: { en: 'not known', nl: 'niet bekend' },
} as const satisfies Readonly<Record<string, Said>>;

const BASES = {
  MUNICIPAL_REPORTS: {
    en: 'young people in care, as municipalities reported',
    nl: 'jeugdigen in zorg, volgens gemeenten',
  },
  DECLARED_DAYS: { en: 'beds occupied, from declared days', nl: 'bezette bedden, uit gedeclareerde etmalen' },
} as const satisfies Readonly<Record<NonNullable<Places['basis']>, Said>>;

/** Three sentences; what is not known is said to be so. */
export function explainMarket(market: CareMarket): Said {
  return { en: say(market, 'en'), nl: say(market, 'nl') };
}

function say(market: CareMarket, language: Language): string {
  const { active, largestShare, hhi, places, capacity, waitingDays, waiting } = market;
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const ratio = (value: Ratio | null, unit: MeasureUnit) =>
    value === null ? word('unknown') : inWords(toNumber(value), unit, language);
  const count = (value: number | null) => (value === null ? word('unknown') : inWords(value, 'COUNT', language));
  const dependence = `${word('largest')} ${ratio(largestShare, 'FRACTION')} ${word('ofEuros')} (HHI ${ratio(hhi, 'INDEX')}; ${word('alone')})`;
  const backlog =
    waiting !== null && waiting < 0
      ? `${word('caughtUp')}: ${count(-waiting)}`
      : `${word('waiting')}: ${count(waiting)}`;
  const basis = places.basis
    ? ` (${BASES[places.basis][language]}${places.isEstimate ? `, ${word('estimate')}` : ''})`
    : '';
  return [
    `${word('providers')}: ${count(active)}${largestShare ? `; ${dependence}` : ''}.`,
    `${word('places')}: ${count(places.count)}${basis}; ${word('capacity')}: ${count(capacity)}.`,
    `${word('waitingDays')}: ${ratio(waitingDays, 'DAYS')}; ${backlog}.`,
  ].join(' ');
}
