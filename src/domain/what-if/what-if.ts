/**
 * "What would my trede be if …": the assessment and the ratios of a quarter with some of its figures replaced, beside the
 * present ones. Nothing is stored. Only the figures that are named change: see ONE_BY_ONE.
 */
import { FIGURES, type FigureName, type QuarterFigures, quarterFigures } from '../figures';
import { type Assessment, assess } from '../ladder/assess';
import type { Ladder } from '../ladder/ladder';
import { enumerate, type Language, type Said } from '../language';
import { PRESENT } from '../models';
import { type Ratio, shareOf } from '../ratio';
import { type RatioCode, ratiosOf } from '../ratios';
import { score } from '../scorecard';
import type { RiskClass } from '../vocabulary';
import { doubtOn } from './doubts';
import { suppose } from './suppose';

/** A figure replaced by an amount in cents (null: as if not delivered), or shifted by a fraction: -1/10 is 10 % lower. */
export type Change = { readonly to: bigint | null } | { readonly by: Ratio };
export type Changes = Readonly<Partial<Record<FigureName, Change>>>;

/** What a set of figures comes to. */
export interface Outcome {
  readonly assessment: Assessment;
  /** Rounded to 6 decimals; null when not assessable. */
  readonly ratios: Readonly<Record<RatioCode, number | null>>;
  /** On our own scorecard; null when too little is known. */
  readonly riskClass: RiskClass | null;
}

/** A figure that was replaced, in cents. */
export interface ChangedFigure {
  readonly figure: FigureName;
  readonly before: bigint | null;
  readonly after: bigint | null;
}

/** A criterion with another answer than before; null is "cannot be judged". */
export interface ChangedCriterion extends Said {
  readonly code: string;
  readonly trede: number;
  readonly before: boolean | null;
  readonly after: boolean | null;
}

export interface WhatIf extends Said {
  readonly quarter: string;
  readonly figures: readonly ChangedFigure[];
  readonly present: Outcome;
  readonly supposed: Outcome;
  readonly criteria: readonly ChangedCriterion[];
  /** Whether the supposed figures would count if they were delivered like this: see the notes. */
  readonly isPlausible: boolean;
  /** What a reader has to know to weigh the answer. */
  readonly notes: readonly Said[];
}

/** How figures that belong together are treated: as separate ones. */
export const ONE_BY_ONE = {
  en: 'Only the named figures change. All others stay as they are, also those that would follow in a real set of books.',
  nl: 'Alleen de genoemde cijfers veranderen. Alle andere blijven gelijk, ook die welke in een echte boekhouding zouden meebewegen.',
} as const satisfies Said;

const YEAR_TO_DATE_STAYS = {
  en: 'The result of the year to date was delivered by itself and does not follow the net result of the quarter.',
  nl: 'Het resultaat tot en met het kwartaal is zelf aangeleverd en volgt het nettoresultaat van het kwartaal niet.',
} as const satisfies Said;

const UNKNOWN_CANNOT_SHIFT = {
  en: 'A figure that is not known cannot be shifted and stays unknown',
  nl: 'Een cijfer dat niet bekend is, kan niet verschuiven en blijft onbekend',
} as const satisfies Said;

/** The present and the supposed outcome of a quarter. RangeError for a quarter that is none, or that occurs twice. */
export function whatIf(
  history: readonly QuarterFigures[],
  quarter: string,
  changes: Changes,
  ladder: Ladder = PRESENT.ladder,
): WhatIf {
  const now = history.find((figures) => figures.quarter === quarter) ?? quarterFigures(quarter);
  const figures = (Object.entries(changes) as [FigureName, Change][]).map(([figure, change]) => ({
    figure,
    before: now[figure],
    after: applied(now[figure], change),
  }));
  const present = outcomeOf(history, now, ladder);
  const amounts = Object.fromEntries(figures.map(({ figure, after }) => [figure, after]));
  const imagined = suppose(history, quarter, amounts);
  const doubt = doubtOn(imagined, quarter, Object.keys(changes) as FigureName[]);
  const supposed = outcomeOf(imagined, { ...now, ...amounts }, ladder);
  return {
    quarter,
    figures,
    present,
    supposed,
    criteria: changedCriteria(present.assessment, supposed.assessment),
    isPlausible: doubt === null,
    notes: [...notesOn(now, changes), ...(doubt ? [doubt] : [])],
    en: step(present.assessment, supposed.assessment, 'en'),
    nl: step(present.assessment, supposed.assessment, 'nl'),
  };
}

function applied(amount: bigint | null, change: Change): bigint | null {
  if ('to' in change) return change.to;
  return amount === null ? null : amount + shareOf(amount, change.by);
}

function outcomeOf(history: readonly QuarterFigures[], now: QuarterFigures, ladder: Ladder): Outcome {
  return {
    assessment: assess(history, now.quarter, ladder),
    ratios: ratiosOf(now),
    riskClass: score(now, PRESENT.scorecard).riskClass,
  };
}

function changedCriteria(present: Assessment, supposed: Assessment): ChangedCriterion[] {
  return present.criteria.flatMap(({ code, trede, en, nl, holds: before }, at) => {
    const after = supposed.criteria[at]?.holds ?? null;
    return after === before ? [] : [{ code, trede, en, nl, before, after }];
  });
}

function notesOn(now: QuarterFigures, changes: Changes): Said[] {
  const unknown = (Object.entries(changes) as [FigureName, Change][])
    .filter(([figure, change]) => 'by' in change && now[figure] === null)
    .map(([figure]) => FIGURES[figure]);
  const notShifted = (language: Language) =>
    `${UNKNOWN_CANNOT_SHIFT[language]}: ${enumerate(
      unknown.map((figure) => figure[language]),
      language,
    )}.`;
  const staysBehind = changes.netResult && !changes.yearToDateResult && now.yearToDateResult !== null;
  return [
    ONE_BY_ONE,
    ...(staysBehind ? [YEAR_TO_DATE_STAYS] : []),
    ...(unknown.length > 0 ? [{ en: notShifted('en'), nl: notShifted('nl') }] : []),
  ];
}

const WORDS = {
  stays: { en: 'stays', nl: 'blijft' },
  becomes: { en: 'becomes', nl: 'wordt' },
  unknown: { en: 'not assessable', nl: 'niet te beoordelen' },
} as const satisfies Readonly<Record<string, Said>>;

/** "trede 3 becomes trede 4". */
function step(present: Assessment, supposed: Assessment, language: Language): string {
  const name = ({ trede }: Assessment) => (trede === null ? WORDS.unknown[language] : `trede ${trede}`);
  if (present.trede === supposed.trede) return `${name(present)} ${WORDS.stays[language]} ${name(supposed)}`;
  return `${name(present)} ${WORDS.becomes[language]} ${name(supposed)}`;
}
