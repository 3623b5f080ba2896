/** What is wrong with a definition before it can be used: found all at once, in words for who writes it. */

import { FIGURE_NAMES } from '../figures';
import { fill } from '../fill';
import { enumerate, type Language, type Said } from '../language';
import { isDay } from '../period';
import { FREQUENCIES, PARTY_KINDS, UNITS, type Words } from '../vocabulary';
import { hasForm } from './allows';
import type { UitvraagDefinition, UitvraagItemDefinition } from './definition';
import { type ExpectedItem, itemFor } from './items';
import { sayForm } from './words';

/** A definition as it comes in, with words that may not exist. */
export interface DefinitionDraft extends Omit<UitvraagDefinition, 'items'> {
  readonly items: readonly ItemDraft[];
}
export interface ItemDraft extends Omit<UitvraagItemDefinition, 'askedOf' | 'unit' | 'frequency'> {
  readonly askedOf: string;
  readonly unit: string;
  readonly frequency: string;
}

export interface DefinitionFinding extends Said {
  readonly problem: keyof typeof PROBLEMS;
  /** ERROR: cannot be used. WARNING: can be asked, but the rules cannot read it. */
  readonly weight: 'ERROR' | 'WARNING';
  /** The items it is about; none when it is about the definition. */
  readonly codes: readonly string[];
}

const PROBLEMS = {
  NO_KEY: { en: 'Give the definition a key.', nl: 'Geef de definitie een sleutel.' },
  VERSION: { en: 'A version is a whole number from 1.', nl: 'Een versie is een geheel getal vanaf 1.' },
  NO_SUCH_DAY: { en: '“{value}” is not a day: write 2026-07-01.', nl: '“{value}” is geen dag: schrijf 2026-07-01.' },
  ENDS_BEFORE_START: {
    en: 'It ends ({to}) before it has begun ({from}).',
    nl: 'Ze eindigt ({to}) voordat ze is begonnen ({from}).',
  },
  NO_ITEMS: { en: 'It asks for nothing.', nl: 'Ze vraagt niets.' },
  NO_CODE: { en: 'An item has no code.', nl: 'Een item heeft geen nummer.' },
  DUPLICATE_CODE: { en: '{code} is there {count} times.', nl: '{code} komt {count} keer voor.' },
  UNKNOWN_UNIT: {
    en: '{code}: “{value}” is not a unit; choose {known}.',
    nl: '{code}: “{value}” is geen eenheid; kies uit {known}.',
  },
  UNKNOWN_FREQUENCY: {
    en: '{code}: “{value}” is not a frequency; choose {known}.',
    nl: '{code}: “{value}” is geen frequentie; kies uit {known}.',
  },
  UNKNOWN_PARTY: {
    en: '{code}: “{value}” is not a kind of party; choose {known}.',
    nl: '{code}: “{value}” is geen soort organisatie; kies uit {known}.',
  },
  CUMULATIVE_NOT_QUARTERLY: {
    en: '{code} is asked from 1 January, so it is asked every quarter.',
    nl: '{code} wordt vanaf 1 januari gevraagd, dus elk kwartaal.',
  },
  ASKED_IN_TWO_FORMS: {
    en: '{codes} become the same figure ({item}), but are asked in different forms.',
    nl: '{codes} worden hetzelfde cijfer ({item}), maar worden in verschillende vormen gevraagd.',
  },
  UNREADABLE: {
    en: '{code} is asked {form}; the rules read {item} {needed}, and leave it out.',
    nl: '{code} wordt {form} gevraagd; de regels lezen {item} {needed}, en laten het weg.',
  },
} as const satisfies Readonly<Record<string, Said>>;

const EXPECTED: ReadonlyMap<string, ExpectedItem> = new Map(
  ([...FIGURE_NAMES, 'foreseesRisk'] as const).map(itemFor).map((expected) => [expected.item, expected]),
);

/** Every finding at once, those of the definition first; none when it can be used as it is. */
export function checkDefinition(draft: DefinitionDraft): DefinitionFinding[] {
  return [
    ...checkItself(draft),
    ...draft.items.flatMap(checkItem),
    ...duplicates(draft.items),
    ...twoForms(draft.items),
  ];
}

/** What definitions that are in force together ask in different forms; items are named with their definition. */
export function checkTogether(drafts: readonly DefinitionDraft[]): DefinitionFinding[] {
  return twoForms(drafts.flatMap(({ key, items }) => items.map((item) => ({ ...item, code: `${key} ${item.code}` }))));
}

/** More versions than there can be days of asking. */
const VERSION_MAX = 9_999;

function checkItself({ key, version, validFrom, validTo, items }: DefinitionDraft): DefinitionFinding[] {
  const days = validTo === null ? [validFrom] : [validFrom, validTo];
  const noDays = days.filter((day) => !isDay(day));
  const isBackward = noDays.length === 0 && validTo !== null && validTo <= validFrom;
  return [
    ...(key.trim() === '' ? [problem('NO_KEY')] : []),
    ...(Number.isInteger(version) && version >= 1 && version <= VERSION_MAX ? [] : [problem('VERSION')]),
    ...noDays.map((value) => problem('NO_SUCH_DAY', [], { value })),
    ...(isBackward ? [problem('ENDS_BEFORE_START', [], { from: validFrom, to: validTo })] : []),
    ...(items.length === 0 ? [problem('NO_ITEMS')] : []),
  ];
}

function checkItem(item: ItemDraft): DefinitionFinding[] {
  const { code, unit, frequency, askedOf, isCumulative } = item;
  const unknown = (name: keyof typeof PROBLEMS, value: string, words: Words) =>
    Object.hasOwn(words, value) ? [] : [problem(name, [code], { code, value, known: Object.keys(words).join(', ') })];
  return [
    ...(code.trim() === '' ? [problem('NO_CODE')] : []),
    ...unknown('UNKNOWN_UNIT', unit, UNITS),
    ...unknown('UNKNOWN_FREQUENCY', frequency, FREQUENCIES),
    ...unknown('UNKNOWN_PARTY', askedOf, PARTY_KINDS),
    ...(isCumulative && frequency !== 'QUARTER' ? [problem('CUMULATIVE_NOT_QUARTERLY', [code], { code })] : []),
    ...unreadable(item),
  ];
}

/** Asked of providers for a figure of the rules, but in a form in which they do not read it. */
function unreadable(item: ItemDraft): DefinitionFinding[] {
  const expected = EXPECTED.get(item.figureItem ?? '');
  if (!expected || item.askedOf !== 'PROVIDER' || !isKnown(item) || hasForm(item, expected)) return [];
  const say = (language: Language) => ({
    code: item.code,
    item: expected[language],
    form: sayForm(item, language),
    needed: sayForm(expected, language),
  });
  return [{ ...problem('UNREADABLE', [item.code], say('en'), say('nl')), weight: 'WARNING' }];
}

function isKnown(item: ItemDraft): item is UitvraagItemDefinition {
  return Object.hasOwn(UNITS, item.unit) && Object.hasOwn(FREQUENCIES, item.frequency);
}

function duplicates(items: readonly ItemDraft[]): DefinitionFinding[] {
  return [...groups(items, ({ code }) => code)]
    .filter(([, same]) => same.length > 1)
    .map(([code, same]) => problem('DUPLICATE_CODE', [code], { code, count: String(same.length) }));
}

/** Two items of one party may become the same figure (8g b13 and b14), but only in one form. */
function twoForms(items: readonly ItemDraft[]): DefinitionFinding[] {
  const mapped = items.filter(({ figureItem }) => figureItem !== null);
  return [...groups(mapped, ({ askedOf, figureItem }) => `${askedOf} ${figureItem}`).values()]
    .filter(
      (same) =>
        new Set(same.map(({ unit, frequency, isCumulative }) => `${unit} ${frequency} ${isCumulative}`)).size > 1,
    )
    .map((same) => {
      const codes = same.map(({ code }) => code);
      const say = (language: Language) => ({ codes: enumerate(codes, language), item: same[0]?.figureItem ?? '' });
      return problem('ASKED_IN_TWO_FORMS', codes, say('en'), say('nl'));
    });
}

function groups(items: readonly ItemDraft[], keyOf: (item: ItemDraft) => string): Map<string, ItemDraft[]> {
  const found = new Map<string, ItemDraft[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

function problem(
  name: keyof typeof PROBLEMS,
  codes: readonly string[] = [],
  en: Readonly<Record<string, string>> = {},
  nl: Readonly<Record<string, string>> = en,
): DefinitionFinding {
  const words = PROBLEMS[name];
  return { problem: name, weight: 'ERROR', codes, en: fill(words.en, en), nl: fill(words.nl, nl) };
}
