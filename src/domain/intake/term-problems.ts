/** What is wrong with terms that somebody wrote, before a definition with them can be used: found all at once. */
import { addMonths } from '../indicators/days';
import type { Said } from '../language';
import { FREQUENCIES, type Frequency } from '../vocabulary';
import { QUARTERS_IN } from './frequency';
import { type FrequencyTerms, termDays } from './terms';

const PROBLEMS = {
  NO_TERMS: {
    nl: 'Geef de termijnen per frequentie (QUARTER, HALF_YEAR, YEAR), elk met opens, due, remindDaysBefore, remindDaysAfter en escalateDaysAfter: zie docs/intake.md.',
    en: 'Give the terms per frequency (QUARTER, HALF_YEAR, YEAR), each with opens, due, remindDaysBefore, remindDaysAfter and escalateDaysAfter: see docs/intake.md.',
  },
  NO_MOMENT: {
    nl: 'Geef voor opens en due: from (START of END van de periode), en hele months en days, ten hoogste 24 maanden en 366 dagen ver.',
    en: 'Give for opens and due: from (START or END of the period), and whole months and days, at most 24 months and 366 days away.',
  },
  NO_DAYS: {
    nl: 'Geef hele dagen op van nul tot en met 366, en ten hoogste tien herinneringen ervoor en erna; voorleggen aan de JA kan vanaf één dag na de uiterste datum.',
    en: 'Give whole days from zero up to 366, and at most ten reminders before and after; the JA is told one day after the due date at the earliest.',
  },
  OPENS_TOO_LATE: {
    nl: 'De uitvraag moet opengaan vóór de uiterste datum.',
    en: 'It must open before it is due.',
  },
} as const satisfies Readonly<Record<string, Said>>;

export interface TermProblem extends Said {
  readonly problem: keyof typeof PROBLEMS;
  /** Null when it is about all of them. */
  readonly frequency: Frequency | null;
}

const MONTHS_MAX = 24;
const DAYS_MAX = 366;
const REMINDERS_MAX = 10;

/** Whatever was written. A frequency that is left out has the terms by default; none is wrong when they can be used. */
export function termProblems(terms: unknown): TermProblem[] {
  const isKnown = (key: string): key is Frequency => Object.hasOwn(FREQUENCIES, key);
  if (!isObject(terms) || !Object.keys(terms).every(isKnown)) return [{ ...say('NO_TERMS'), frequency: null }];
  return Object.entries(terms).flatMap(([frequency, given]) =>
    problemsOf(frequency as Frequency, given).map((problem) => ({
      ...say(problem),
      frequency: frequency as Frequency,
    })),
  );
}

const say = (problem: keyof typeof PROBLEMS) => ({ problem, ...PROBLEMS[problem] });

const MEMBERS = ['opens', 'due', 'remindDaysBefore', 'remindDaysAfter', 'escalateDaysAfter'] as const;

function problemsOf(frequency: Frequency, given: unknown): (keyof typeof PROBLEMS)[] {
  const names: readonly string[] = MEMBERS;
  if (!isObject(given) || Object.keys(given).length !== names.length) return ['NO_TERMS'];
  if (!Object.keys(given).every((name) => names.includes(name))) return ['NO_TERMS'];
  const { opens, due, remindDaysBefore, remindDaysAfter, escalateDaysAfter } = given;
  const areMoments = isMoment(opens) && isMoment(due);
  const areDays = isDays(remindDaysBefore) && isDays(remindDaysAfter) && isDay(escalateDaysAfter, 1);
  return [
    ...(areMoments ? [] : (['NO_MOMENT'] as const)),
    ...(areDays ? [] : (['NO_DAYS'] as const)),
    ...(areMoments && !opensInTime(frequency, given as unknown as FrequencyTerms) ? (['OPENS_TOO_LATE'] as const) : []),
  ];
}

function opensInTime(frequency: Frequency, terms: FrequencyTerms): boolean {
  const start = '2026-01-01';
  const { opensOn, dueOn } = termDays(terms, start, addMonths(start, QUARTERS_IN[frequency] * 3));
  return opensOn < dueOn;
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const isWhole = (given: unknown, most: number): boolean => Number.isInteger(given) && Math.abs(given as number) <= most;
const isDay = (given: unknown, least = 0): boolean => isWhole(given, DAYS_MAX) && (given as number) >= least;
const isDays = (given: unknown): boolean =>
  Array.isArray(given) && given.length <= REMINDERS_MAX && given.every((day) => isDay(day));
const isMoment = (given: unknown): boolean =>
  isObject(given) &&
  Object.keys(given).length === 3 &&
  (given.from === 'START' || given.from === 'END') &&
  isWhole(given.months, MONTHS_MAX) &&
  isWhole(given.days, DAYS_MAX);
