/** What changed on the ladder: the trede, or a criterion within it. A trede takes the limits with it that made it rise. */
import type { Explainable, ExplainableCriterion } from '../explain';
import { CRITERIA, type Criterion } from '../ladder/criteria';
import { sayWithLimit } from '../ladder/ladder';
import type { Language, Said } from '../language';
import { besideLimit } from '../quantity';
import type { LadderSubject } from '../vocabulary';
import type { KnownOfQuarter } from './known';
import { compare, type Evidence, type Found } from './signal';

/** Not assessable counts as trede 3 in the order of attention: a missing figure is not "no risk". */
const UNKNOWN_COUNTS_AS_TREDE = 3;

const WORDS = {
  from: { en: 'from', nl: 'van' },
  to: { en: 'to', nl: 'naar' },
  again: { en: 'assessable again', nl: 'weer te beoordelen' },
  noLonger: {
    en: 'no longer assessable: too little is known',
    nl: 'niet meer te beoordelen: er is te weinig bekend',
  },
} as const satisfies Readonly<Record<string, Said>>;

const BY_CODE: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((criterion) => [criterion.code, criterion]));

/** A criterion that holds and did not hold, or could not be judged, in the quarter before. */
interface NewlyHolding {
  readonly criterion: Criterion;
  readonly judged: ExplainableCriterion;
  readonly before: ExplainableCriterion | undefined;
  /** What it was judged on. */
  readonly figures: readonly Evidence[];
}

export interface LadderFound {
  readonly found: readonly Found[];
  /** What has been said something about: an indicator on the same subject has nothing to add. */
  readonly told: ReadonlySet<LadderSubject>;
}

type Known = Pick<KnownOfQuarter, 'assessment' | 'figures'>;

/** At most one signal about the trede and one per subject of the ladder, and never both about one subject. */
export function onTheLadder({ assessment: now, figures }: Known, then: Known): LadderFound {
  const before = then.assessment;
  if (now === null || before === null) return { found: [], told: new Set() };
  const fresh = newlyHolding(now, before).map(
    (one): NewlyHolding => ({ ...one, figures: figuresOf(one.criterion, figures, then.figures) }),
  );
  const lifted = aboutTrede(now, before, fresh);
  const isReason = ({ criterion: { trede } }: NewlyHolding) => trede > (before.trede ?? 0);
  const reasons = lifted && now.trede !== null ? fresh.filter(isReason) : [];
  const told = new Set(reasons.map(({ criterion }) => criterion.subject));
  const limits = gravestPerSubject(fresh).filter(({ criterion }) => !told.has(criterion.subject));
  for (const { criterion } of limits) told.add(criterion.subject);
  return { found: [...(lifted ? [lifted] : []), ...limits.map(limitCrossed)], told };
}

/** A criterion that is milder than what held before on its subject is no news: that is an improvement. */
function newlyHolding(now: Explainable, before: Explainable): Omit<NewlyHolding, 'figures'>[] {
  const past = new Map(before.criteria.map((judged) => [judged.code, judged]));
  const worst = new Map<LadderSubject, number>();
  for (const { code, trede, holds } of before.criteria) {
    const subject = BY_CODE.get(code)?.subject;
    if (holds && subject) worst.set(subject, Math.max(trede, worst.get(subject) ?? 0));
  }
  return now.criteria.flatMap((judged) => {
    const criterion = BY_CODE.get(judged.code);
    const earlier = past.get(judged.code);
    const isNews = judged.holds === true && earlier?.holds !== true;
    if (!criterion || !isNews || judged.trede < (worst.get(criterion.subject) ?? 0)) return [];
    return [{ criterion, judged, before: earlier }];
  });
}

function aboutTrede(now: Explainable, before: Explainable, fresh: readonly NewlyHolding[]): Found | null {
  const [trede, previous] = [now.trede, before.trede];
  if (trede === null) return previous === null ? null : becameUnassessable(previous);
  if (trede <= Math.max(previous ?? 1, 1)) return null;
  const steps = trede - (previous ?? trede);
  const kind = previous === null ? 'BECAME_ASSESSABLE' : steps >= 2 ? 'TREDE_UP_TWO' : 'TREDE_UP';
  const reasons = gravestPerSubject(fresh.filter(({ criterion }) => criterion.trede > (previous ?? 0)));
  const say = (language: Language) => {
    const from = `${WORDS.from[language]} trede ${previous} ${WORDS.to[language]} trede ${trede}`;
    const head = previous === null ? `${WORDS.again[language]}: trede ${trede}` : from;
    const why = reasons.map((reason) => sayCriterion(reason, language)).join('; ');
    return why ? `${head}: ${why}` : head;
  };
  const evidence = [{ name: 'trede', value: trede, previous }, ...evidenceOf(reasons)];
  return { kind, gravity: trede, en: say('en'), nl: say('nl'), evidence };
}

function becameUnassessable(previous: number): Found {
  const say = (language: Language) => `${WORDS.noLonger[language]} (trede ${previous})`;
  return {
    kind: 'BECAME_UNASSESSABLE',
    gravity: Math.max(previous, UNKNOWN_COUNTS_AS_TREDE),
    en: say('en'),
    nl: say('nl'),
    evidence: [{ name: 'trede', value: null, previous }],
  };
}

/** Below 10 % says below 20 % as well. */
function gravestPerSubject(fresh: readonly NewlyHolding[]): NewlyHolding[] {
  const gravest = new Map<LadderSubject, NewlyHolding>();
  for (const one of fresh) {
    const held = gravest.get(one.criterion.subject);
    if (!held || isGraver(one, held)) gravest.set(one.criterion.subject, one);
  }
  return [...gravest.values()].sort((a, b) => (isGraver(a, b) ? -1 : 1));
}

function isGraver(a: NewlyHolding, b: NewlyHolding): boolean {
  if (a.criterion.trede !== b.criterion.trede) return a.criterion.trede > b.criterion.trede;
  return compare(a.criterion.code, b.criterion.code) < 0;
}

function limitCrossed(one: NewlyHolding): Found {
  return {
    kind: 'LIMIT_CROSSED',
    gravity: one.criterion.trede,
    en: sayCriterion(one, 'en'),
    nl: sayCriterion(one, 'nl'),
    evidence: evidenceOf([one]),
  };
}

/** What each was judged to be, and then the figures behind all of them: two limits may rest on the same. */
function evidenceOf(limits: readonly NewlyHolding[]): Evidence[] {
  const judged = limits.map(({ judged: { code, value }, before }) => ({
    ...{ name: code, value, previous: before?.value ?? null },
  }));
  const figures = new Map(limits.flatMap((one) => one.figures.map((figure) => [figure.name, figure])));
  return [...judged, ...figures.values()];
}

/** The figures that a criterion is judged on, as far as one of both quarters knows them. */
function figuresOf({ needs }: Criterion, now: Known['figures'], before: Known['figures']): Evidence[] {
  return needs
    .map((name) => ({ name, value: now[name] ?? null, previous: before[name] ?? null }))
    .filter(({ value, previous }) => value !== null || previous !== null);
}

/** "solvency is below 10% (8.3%)". */
function sayCriterion({ criterion, judged: { value, limit } }: NewlyHolding, language: Language): string {
  if (limit === null) return criterion[language].replace('{limit}', '?');
  const says = sayWithLimit(criterion, limit, language);
  return value === null ? says : `${says} (${besideLimit(value, limit, criterion.unit, language)})`;
}
