/** Says in plain words what happens when a provider stops: how likely that is by which lens, and where it is hardest. */
import { fill } from '../fill';
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import { type Ratio, toNumber } from '../ratio';
import { RISK_CLASSES, type RiskClass } from '../vocabulary';
import type { MarketProvider } from './market';
import { type Difficulty, gravest, LEVELS, type Level, lensesOf, likelihoodOf, MATRIX } from './two-part-test';

/** What the words are made of. */
export interface Explained extends Pick<MarketProvider, 'trede' | 'isDecided' | 'riskClass' | 'points'> {
  /** By form and region, the largest amount first. */
  readonly markets: readonly {
    readonly careForm: string;
    readonly region: string;
    readonly share: Ratio | null;
    readonly hhi: Ratio | null;
    /** How many others could take over. */
    readonly able: number;
    readonly difficulty: Difficulty;
  }[];
}

// biome-ignore format: it is a table, and is read as one
const WORDS = {
  likelihood: { en: 'Likelihood of failure: {level}.', nl: 'Kans op uitval: {level}.' },
  byTrede:    { en: 'Trede {trede} ({how}) counts as {level}', nl: 'Trede {trede} ({how}) telt als {level}' },
  noTrede:    { en: 'A trede that cannot be assessed counts as {level}', nl: 'Een trede die niet te beoordelen is, telt als {level}' },
  computed:   { en: 'as computed', nl: 'berekend' },
  decided:    { en: 'as decided by people', nl: 'door mensen vastgesteld' },
  byClass:    { en: ' and class {class} of our own scorecard ({points} points) as {level}; the graver of the two decides.', nl: ' en klasse {class} van de eigen scorekaart ({points} punten) als {level}; de zwaarste van de twee beslist.' },
  noClass:    { en: '; too little is known for our own scorecard.', nl: '; voor de eigen scorekaart is te weinig bekend.' },
  difficulty: { en: 'Difficulty to replace: {level}. Forms of care per region of which that holds: {count} of {all}; the largest is {careForm} in {region}: {why} ({share} of the euros, HHI {hhi}, able to take over: {able}).', nl: 'Moeilijkheid om te vervangen: {level}. Zorgvormen per regio waarvoor dat geldt: {count} van {all}; de grootste is {careForm} in {region}: {why} ({share} van de euro’s, HHI {hhi}, kunnen overnemen: {able}).' },
  together:   { en: 'Together: {level}.', nl: 'Samen: {level}.' },
  nothing:    { en: 'There is nothing to replace: the provider declared no care in these four quarters.', nl: 'Er is niets te vervangen: in deze vier kwartalen declareerde de aanbieder geen zorg.' },
  unknown:    { en: 'not known', nl: 'niet bekend' },
} as const satisfies Readonly<Record<string, Said>>;

const CLASSES = {
  HIGH: { en: 'high', nl: RISK_CLASSES.HIGH.nl },
  MIDDLE: { en: 'middle', nl: RISK_CLASSES.MIDDLE.nl },
  LOW: { en: 'low', nl: RISK_CLASSES.LOW.nl },
} as const satisfies Readonly<Record<RiskClass, Said>>;

export function explainImpact(impact: Explained): Said {
  return { en: say(impact, 'en'), nl: say(impact, 'nl') };
}

function say(impact: Explained, language: Language): string {
  const lenses = lensesOf(impact.trede, impact.riskClass);
  const likelihood = likelihoodOf(impact.trede, impact.riskClass);
  const difficulty = gravest(impact.markets.map((market) => market.difficulty.level));
  const head = `${phrase('likelihood', language, { level: likelihood })} ${sayLenses(impact, lenses, language)}`;
  if (difficulty === null) return `${head} ${WORDS.nothing[language]}`;
  const together = phrase('together', language, { level: MATRIX[likelihood][difficulty] });
  return `${head} ${sayHardest(impact, difficulty, language)} ${together}`;
}

function sayLenses(
  { trede, isDecided, riskClass, points }: Explained,
  { byTrede, byClass }: ReturnType<typeof lensesOf>,
  language: Language,
): string {
  const how = WORDS[isDecided ? 'decided' : 'computed'][language];
  const first = phrase(trede === null ? 'noTrede' : 'byTrede', language, { level: byTrede, trede: String(trede), how });
  if (riskClass === null || byClass === null) return `${first}${WORDS.noClass[language]}`;
  const named = {
    class: CLASSES[riskClass][language],
    points: points === null ? WORDS.unknown[language] : String(points),
  };
  return `${first}${phrase('byClass', language, { level: byClass, ...named })}`;
}

/** Of those that are hardest the largest, for that is where most has to move. */
function sayHardest({ markets }: Explained, level: Level, language: Language): string {
  const hardest = markets.filter(({ difficulty }) => difficulty.level === level);
  const [largest] = hardest;
  if (!largest) return '';
  const { careForm, region, share, hhi, able, difficulty } = largest;
  const measured = (value: Ratio | null, unit: 'FRACTION' | 'INDEX') =>
    value ? inWords(toNumber(value), unit, language) : WORDS.unknown[language];
  return phrase('difficulty', language, {
    ...{ level, careForm, region, why: difficulty[language], able: String(able) },
    ...{ count: String(hardest.length), all: String(markets.length) },
    ...{ share: measured(share, 'FRACTION'), hhi: measured(hhi, 'INDEX') },
  });
}

/** A phrase with a level in it, and what else belongs in its places. */
function phrase(
  key: keyof typeof WORDS,
  language: Language,
  words: { level: Level } & Readonly<Record<string, string>>,
) {
  return fill(WORDS[key][language], { ...words, level: LEVELS[words.level][language] });
}
