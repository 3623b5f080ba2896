/**
 * Says in plain words why a provider is where it is on the ladder: the trede, the reasons that hold, what is missing and
 * what that means. Works on an assessment just made and on one that was stored.
 */

import { CRITERIA, type Criterion } from './ladder/criteria';
import { sayWithLimit } from './ladder/ladder';
import type { Language, Said } from './language';
import { missingInWords } from './missing';
import { besideLimit } from './quantity';
import type { LadderSubject } from './vocabulary';

export type { Language } from './language';

/** What an explanation is made from. An Assessment is one, and so is a row of the assessment table. */
export interface Explainable {
  /** Null when not assessable. */
  readonly trede: number | null;
  readonly criteria: readonly ExplainableCriterion[];
}

export interface ExplainableCriterion {
  readonly code: string;
  readonly trede: number;
  readonly holds: boolean | null;
  readonly value: number | null;
  readonly limit: number | null;
  readonly source: string | null;
  readonly missing: string | null;
}

const NAMES: Readonly<Record<number, Said>> = {
  1: { en: 'generic', nl: 'generiek' },
  2: { en: 'risky', nl: 'risicovol' },
  3: { en: 'worrying', nl: 'zorgelijk' },
  4: { en: 'problematic', nl: 'problematisch' },
  5: { en: 'very problematic', nl: 'zeer problematisch' },
};

const PHRASES = {
  nothingHolds: {
    en: 'everything needed is known, and no criterion of a higher trede holds.',
    nl: 'alles wat nodig is, is bekend, en geen criterium van een hogere trede geldt.',
  },
  notAssessable: {
    en: 'Not assessable: what is known points to no risk, but not everything needed is known.',
    nl: 'Niet te beoordelen: wat bekend is wijst niet op een risico, maar niet alles wat nodig is, is bekend.',
  },
  unknown: { en: 'Unknown', nl: 'Onbekend' },
  mayBeHigher: { en: '; the trede may be higher', nl: '; de trede kan hoger zijn' },
  estimate: { en: ', an estimate', nl: ', een raming' },
  accounts: { en: ', from the annual accounts', nl: ', uit de jaarrekening' },
} as const satisfies Readonly<Record<string, Said>>;

const BY_CODE: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((criterion) => [criterion.code, criterion]));

/** One or two plain sentences. */
export function explain({ trede, criteria }: Explainable, language: Language): string {
  const unknown = criteria.filter(({ holds }) => holds === null);
  const missing = missingInWords(
    unknown.map((criterion) => criterion.missing),
    language,
  );
  const sentences = [opening(trede, criteria, language)];
  if (missing) {
    const mayBeHigher = trede !== null && unknown.some((criterion) => criterion.trede > trede);
    sentences.push(`${PHRASES.unknown[language]}: ${missing}${mayBeHigher ? PHRASES.mayBeHigher[language] : ''}.`);
  }
  return sentences.join(' ');
}

function opening(trede: number | null, criteria: readonly ExplainableCriterion[], language: Language): string {
  if (trede === null) return PHRASES.notAssessable[language];
  const head = `Trede ${trede} (${NAMES[trede]?.[language]})`;
  const reasons = gravestPerSubject(criteria).map((criterion) => reason(criterion, language));
  return reasons.length > 0 ? `${head}: ${reasons.join('; ')}.` : `${head}: ${PHRASES.nothingHolds[language]}`;
}

/** Of each subject only the gravest that hold: below 10% says below 20% as well. */
function gravestPerSubject(criteria: readonly ExplainableCriterion[]): ExplainableCriterion[] {
  const gravest = new Map<LadderSubject | undefined, number>();
  const holding = criteria.filter(({ holds }) => holds).sort((a, b) => b.trede - a.trede);
  for (const { code, trede } of holding) {
    const subject = BY_CODE.get(code)?.subject;
    gravest.set(subject, Math.max(trede, gravest.get(subject) ?? 0));
  }
  return holding.filter(({ code, trede }) => trede === gravest.get(BY_CODE.get(code)?.subject));
}

/** "solvency is below 10% (8.3%, an estimate)". */
function reason({ code, value, limit, source }: ExplainableCriterion, language: Language): string {
  const criterion = BY_CODE.get(code);
  if (!criterion || value === null || limit === null) return code;
  const measured = besideLimit(value, limit, criterion.unit, language);
  const origin = source === 'ESTIMATE' ? PHRASES.estimate : source === 'DIGIMV' ? PHRASES.accounts : null;
  return `${sayWithLimit(criterion, limit, language)} (${measured}${origin ? origin[language] : ''})`;
}
