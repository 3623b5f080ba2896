/**
 * Which criteria, ratios and indicators can be assessed from what is asked, and why not. A criterion that cannot be
 * assessed may still be seen to hold on the figures that are asked (arrears on overdue creditors alone); it can then never
 * be seen not to hold, so trede 1 is out of reach.
 */
import { fill } from '../fill';
import { enumerate, type Language, type Said } from '../language';
import { PRESENT } from '../models';
import { RATIO_CODES, RATIOS, type RatioDefinition } from '../ratios';
import type { Scorecard } from '../scorecard';
import {
  ASSESSABILITIES,
  type Assessability,
  type PartyKind,
  RULE_KINDS,
  type RuleKind,
  valuesOf,
} from '../vocabulary';
import type { UitvraagDefinition, UitvraagItemDefinition } from './definition';
import { type ExpectedItem, itemFor, type Needed } from './items';
import { sayForm } from './words';

/** An item that stands in the way; the words are its name, and the form when it is asked in another one. */
export interface Lack extends Said {
  readonly item: string;
  readonly reason: keyof typeof REASONS;
}

/** One criterion, ratio or indicator. The words are a sentence: what it is, whether it can be assessed, and why not. */
export interface Allowed extends Said {
  readonly kind: RuleKind;
  readonly code: string;
  readonly assessability: Assessability;
  /** Empty when it is assessable. */
  readonly lacking: readonly Lack[];
}

export interface Allowance {
  /** The definitions that it was told from: "regeling-jeugdwet-8g 1". */
  readonly definitions: readonly string[];
  readonly criteria: readonly Allowed[];
  readonly ratios: readonly Allowed[];
  readonly indicators: readonly Allowed[];
  /** Whether anybody can be trede 1: that needs every criterion. */
  readonly tredeOne: Assessability;
  /** Whether the scorecard gives a class: that needs half of its indicators. */
  readonly riskClass: Assessability;
}

const REASONS = {
  NOT_ASKED: { en: 'not asked', nl: 'niet gevraagd' },
  OTHER_FORM: { en: 'asked in another form', nl: 'in een andere vorm gevraagd' },
  VOLUNTARY: { en: 'voluntary', nl: 'vrijwillig' },
} as const satisfies Readonly<Record<string, Said>>;
const REASON_NAMES = Object.keys(REASONS) as readonly Lack['reason'][];
const FORMS = {
  en: '{item} ({form}, and needed {needed})',
  nl: '{item} ({form}, en nodig {needed})',
} as const satisfies Said;

const KINDS = {
  en: { CRITERION: 'criterion', RATIO: 'ratio', INDICATOR: 'indicator' },
  nl: { CRITERION: RULE_KINDS.CRITERION.nl, RATIO: RULE_KINDS.RATIO.nl, INDICATOR: RULE_KINDS.INDICATOR.nl },
} as const satisfies Readonly<Record<Language, Readonly<Record<RuleKind, string>>>>;

const CAN = {
  NOT_ASSESSABLE: { en: 'cannot be assessed', nl: 'niet te beoordelen' },
  IF_GIVEN: { en: 'can be assessed of who gives it', nl: 'te beoordelen van wie het opgeeft' },
  ASSESSABLE: { en: 'can be assessed', nl: 'te beoordelen' },
} as const satisfies Readonly<Record<Assessability, Said>>;

/** What can be assessed from definitions taken together, of what they ask one kind of party. */
export function allowance(
  definitions: readonly UitvraagDefinition[],
  askedOf: PartyKind = 'PROVIDER',
  scorecard: Scorecard = PRESENT.scorecard,
): Allowance {
  const asked = definitions.flatMap(({ items }) => items.filter((item) => item.askedOf === askedOf));
  const judge = (kind: Allowed['kind'], code: string, name: Said, needs: readonly Needed[]) =>
    allowed(kind, code, name, needs, asked);
  const criteria = PRESENT.ladder.criteria.map((criterion) =>
    judge('CRITERION', criterion.code, criterion, criterion.needs),
  );
  const ratios = RATIO_CODES.map((code) => judge('RATIO', code, RATIOS[code], needsOf(RATIOS[code])));
  const indicators = scorecard.indicators.map((indicator) =>
    'ratio' in indicator
      ? judge('INDICATOR', indicator.ratio, RATIOS[indicator.ratio], needsOf(RATIOS[indicator.ratio]))
      : judge('INDICATOR', indicator.answer, indicator, [indicator.answer]),
  );
  return {
    definitions: definitions.map(({ key, version }) => `${key} ${version}`),
    criteria,
    ratios,
    indicators,
    tredeOne: nth(criteria, criteria.length),
    riskClass: nth(indicators, Math.ceil(indicators.length / 2)),
  };
}

/** From bad to good. */
const FROM_BAD_TO_GOOD = valuesOf(ASSESSABILITIES);
export const rank = (assessability: Assessability) => FROM_BAD_TO_GOOD.indexOf(assessability);

/** How well at least so many of them can be assessed. */
function nth(all: readonly Allowed[], count: number): Assessability {
  const ranks = all.map(({ assessability }) => rank(assessability)).sort((a, b) => b - a);
  return FROM_BAD_TO_GOOD[ranks[count - 1] ?? 0] ?? 'NOT_ASSESSABLE';
}

function needsOf({ numerator, denominator }: RatioDefinition): readonly Needed[] {
  return [...numerator.sum, ...denominator.sum];
}

function allowed(
  kind: Allowed['kind'],
  code: string,
  name: Said,
  needs: readonly Needed[],
  asked: readonly UitvraagItemDefinition[],
): Allowed {
  const items = new Map(needs.map((needed) => [itemFor(needed).item, itemFor(needed)]));
  const lacking = [...items.values()].flatMap((expected) => lackOf(expected, asked) ?? []);
  const assessability = lacking.some(({ reason }) => reason !== 'VOLUNTARY')
    ? 'NOT_ASSESSABLE'
    : lacking.length > 0
      ? 'IF_GIVEN'
      : 'ASSESSABLE';
  const say = (language: Language) =>
    [
      `${KINDS[language][kind]} “${name[language]}”: ${CAN[assessability][language]}`,
      ...REASON_NAMES.flatMap((reason) => sayLacks(lacking, reason, language)),
    ].join('; ');
  return { kind, code, assessability, lacking, en: say('en'), nl: say('nl') };
}

/** "not asked: equity and balance total"; nothing when nothing is lacking for this reason. */
function sayLacks(lacking: readonly Lack[], reason: Lack['reason'], language: Language): string[] {
  const items = lacking.filter((lack) => lack.reason === reason).map((lack) => lack[language]);
  return items.length > 0 ? [`${REASONS[reason][language]}: ${enumerate(items, language)}`] : [];
}

/** The best of all that ask it: who is asked by two definitions gives the one that is required. */
function lackOf(expected: ExpectedItem, asked: readonly UitvraagItemDefinition[]): Lack | null {
  const asking = asked.filter(({ figureItem }) => figureItem === expected.item);
  const readable = asking.filter((item) => hasForm(item, expected));
  if (readable.some(({ isRequired }) => isRequired)) return null;
  const reason = readable.length > 0 ? 'VOLUNTARY' : asking.length > 0 ? 'OTHER_FORM' : 'NOT_ASKED';
  const other = asking[0];
  const say = (language: Language) => {
    if (reason !== 'OTHER_FORM' || !other) return expected[language];
    const [form, needed] = [sayForm(other, language), sayForm(expected, language)];
    return fill(FORMS[language], { item: expected[language], form, needed });
  };
  return { item: expected.item, reason, en: say('en'), nl: say('nl') };
}

/** Whether an item is asked in the form in which the rules read it. */
export function hasForm(
  item: Pick<UitvraagItemDefinition, 'unit' | 'frequency' | 'isCumulative'>,
  expected: ExpectedItem,
): boolean {
  return (
    item.unit === expected.unit && item.frequency === expected.frequency && item.isCumulative === expected.isCumulative
  );
}
