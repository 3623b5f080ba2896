/**
 * Says in plain words what a row of comparison holds: what was laid beside what, the numbers, the coverage, and the
 * verdict with its reason. Works on plain data: a row just made, and one as the archive gives it.
 */

import { fill } from '../fill';
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import { toNumber } from '../ratio';
import type { MismatchAspect, MismatchKind, MismatchSubject, Verdict, YearWay } from '../vocabulary';
import { besideOf } from './aspects';
import { COVERAGE_MIN } from './compare';
import { PARTS, REASONS, SUBJECTS, VERDICT_WORDS, WAYS } from './explain-words';
import { MISMATCHES, type MismatchDefinition } from './kinds';
import { MARGINS, type Margin, type MismatchUnit } from './measure';
import { sayDifference, sayMargin } from './say-measure';

/** What an explanation is made from. */
export interface ExplainableMismatch {
  readonly kind: MismatchKind;
  readonly subject: MismatchSubject;
  /** Which comparison of the kind, where it has more than one. */
  readonly aspect?: MismatchAspect | null;
  /** The name of the form of care; null when it is about all together. */
  readonly careForm?: string | null;
  /** In the unit; null when that side is not known. */
  readonly expected: number | null;
  readonly actual: number | null;
  readonly unit: MismatchUnit;
  /** A fraction: the share of the year that is expected to have passed, or that a forecast was drawn on from. */
  readonly expectedShare: number;
  /** How that share was taken; null when the whole year is compared, or it was not recorded. */
  readonly way: YearWay | null;
  readonly covered: number;
  readonly coverable: number;
  /** The same of the planned side alone, where each side has sources of its own; else null. */
  readonly expectedCovered?: number | null;
  readonly expectedCoverable?: number | null;
  readonly verdict: Verdict;
}

/** Two to four plain sentences. The margin is the one that the row was judged by. */
export function explainMismatch(
  row: ExplainableMismatch,
  language: Language,
  margin: Margin = MARGINS[row.unit],
): string {
  const reason = row.verdict === 'INCOMPLETE' ? whyNoVerdict(row, language) : whyVerdict(row, margin, language);
  const verdict = VERDICT_WORDS[row.verdict][language];
  return [
    laidBeside(row, language),
    difference(row, margin, language),
    coverage(row, language),
    fill(PARTS.verdict[language], { verdict, reason }),
  ]
    .filter((sentence) => sentence !== null)
    .map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    .join(' ');
}

/** "One provider: budget to date (€ 750; 75.0% of the year, spread evenly) beside declared production (€ 800)". */
function laidBeside(row: ExplainableMismatch, language: Language): string {
  const { kind, subject, unit } = row;
  const { isToDate, isForecast }: MismatchDefinition = MISMATCHES[kind];
  const names = besideOf(kind, unit, row.aspect);
  const side = (name: Said, value: number | null, isPartOfYear: boolean) => {
    if (value === null) return `${name[language]} (${PARTS.unknown[language]})`;
    const note = isPartOfYear ? `; ${partOfYear(row, language)}` : '';
    return `${name[language]} (${inWords(value, unit, language)}${note})`;
  };
  const expected = side(names.expected, row.expected, isToDate);
  const actual = side(names.actual, row.actual, isForecast);
  const isMean = kind === 'PLANNED_VS_REALISED_CARE' && subject !== 'PROVIDER';
  const mean = isMean ? `, ${PARTS.weighted[language]}` : '';
  return `${about(row, language)}: ${fill(PARTS.beside[language], { expected, actual })}${mean}`;
}

/** "One municipality, Jeugdhulp met verblijf": forms of care have Dutch names only. */
function about({ kind, subject, careForm }: ExplainableMismatch, language: Language): string {
  const { isByForm }: MismatchDefinition = MISMATCHES[kind];
  const form = careForm ?? (isByForm ? PARTS.allForms[language] : null);
  const who = SUBJECTS[subject][language];
  return form === null ? who : `${who}, ${form}`;
}

function partOfYear({ kind, subject, way, expectedShare }: ExplainableMismatch, language: Language): string {
  const { isForecast }: MismatchDefinition = MISMATCHES[kind];
  if (isForecast && way === null && expectedShare === 1) return PARTS.yearIsOver[language];
  const isOne = subject === 'PROVIDER' || subject === 'MUNICIPALITY';
  const phrase = way === null ? PARTS.partOfYear : WAYS[way][isOne ? 'one' : 'many'];
  return fill(phrase[language], { share: inWords(expectedShare, 'FRACTION', language) });
}

/** "That is € 50 (6.7%) more than expected". Null when a side is unknown. */
function difference({ expected, actual, unit }: ExplainableMismatch, margin: Margin, language: Language) {
  if (expected === null || actual === null) return null;
  const said = sayDifference([expected, actual], unit, margin, language);
  return said === null ? PARTS.equal[language] : fill(PARTS.difference[language], { difference: said });
}

/** "Coverage: 31 of 34 providers (91.2%)". Of one source that was delivered there is nothing to say. */
function coverage(row: ExplainableMismatch, language: Language): string | null {
  const { covered, coverable } = row;
  if (coverable <= 0 || (coverable === 1 && covered === 1)) return null;
  const said = fill(PARTS.coverage[language], {
    covered: inWords(covered, 'COUNT', language),
    coverable: inWords(coverable, 'COUNT', language),
    counted: countedIn(row)[language],
  });
  return `${said} (${inWords(covered / coverable, 'FRACTION', language)})`;
}

/** The coverage is that of the side of which less is known. */
function countedIn({ kind, covered, coverable, expectedCovered, expectedCoverable }: ExplainableMismatch): Said {
  const { counted, countedActual }: MismatchDefinition = MISMATCHES[kind];
  const isOfPlanned = covered === expectedCovered && coverable === expectedCoverable;
  return isOfPlanned ? counted : (countedActual ?? counted);
}

function whyVerdict(row: ExplainableMismatch, margin: Margin, language: Language): string {
  if (row.expected === row.actual) return REASONS.equal[language];
  const said = sayMargin(margin, row.unit, language);
  if (said === null) return REASONS.anyCounts[language];
  return fill((row.verdict === 'WITHIN_TOLERANCE' ? REASONS.within : REASONS.beyond)[language], { margin: said });
}

/** The first reason that applies, in the order in which a person would look. */
function whyNoVerdict(row: ExplainableMismatch, language: Language): string {
  const { kind, unit, aspect, expected, actual, covered, coverable } = row;
  if (coverable <= 0) return REASONS.nobody[language];
  if (expected === null && actual === null) return REASONS.neither[language];
  if (expected === null || actual === null) {
    const { [expected === null ? 'expected' : 'actual']: missing } = besideOf(kind, unit, aspect);
    return fill(REASONS.unknown[language], { side: missing[language] });
  }
  // As compare() does: whole numbers, so that 80 of 100 is not below 80 %.
  const isCovered = covered * Number(COVERAGE_MIN.denominator) >= coverable * Number(COVERAGE_MIN.numerator);
  if (isCovered) return REASONS.other[language];
  return fill(REASONS.coverage[language], { least: inWords(toNumber(COVERAGE_MIN), 'FRACTION', language, 0) });
}
