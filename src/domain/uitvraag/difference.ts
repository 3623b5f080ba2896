/**
 * What a new version of a definition changes: the items, and what can be assessed by it. A pilot adds or drops an item by a
 * new version, and is told here what it gives up.
 */
import { fill } from '../fill';
import type { Language, Said } from '../language';
import type { Assessability, PartyKind } from '../vocabulary';
import { type Allowance, type Allowed, allowance, rank } from './allows';
import type { UitvraagDefinition, UitvraagItemDefinition } from './definition';
import { CUMULATIVE_WORDS, FREQUENCY_WORDS, UNIT_WORDS } from './words';

/** What can change of an item while its code stays. */
export type ItemField = Exclude<keyof UitvraagItemDefinition, 'code'>;

export interface ItemChange extends Said {
  readonly code: string;
  readonly field: ItemField;
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
}

/** An item that is new or gone, with the words for it. */
export interface ItemEvent extends Said {
  readonly item: UitvraagItemDefinition;
}

/** A criterion, ratio or indicator that can be assessed better or worse than before: as it is with the new version. */
export interface AssessabilityChange extends Allowed {
  readonly before: Assessability;
}

export interface VersionDifference {
  readonly added: readonly ItemEvent[];
  readonly dropped: readonly ItemEvent[];
  readonly changed: readonly ItemChange[];
  readonly lost: readonly AssessabilityChange[];
  readonly gained: readonly AssessabilityChange[];
}

const EVENTS = {
  added: { en: '{code} is added: {label}', nl: '{code} komt erbij: {label}' },
  dropped: { en: '{code} is dropped: {label}', nl: '{code} vervalt: {label}' },
  changed: {
    en: '{code} ({label}): {field} was {before}, becomes {after}',
    nl: '{code} ({label}): {field} was {before}, wordt {after}',
  },
} as const satisfies Readonly<Record<string, Said>>;

const FIELDS = {
  askedOf: { en: 'who is asked', nl: 'wie het wordt gevraagd' },
  label: { en: 'the label', nl: 'het opschrift' },
  figureItem: { en: 'the figure', nl: 'het cijfer' },
  unit: { en: 'the unit', nl: 'de eenheid' },
  frequency: { en: 'the frequency', nl: 'de frequentie' },
  isCumulative: { en: 'the period', nl: 'de periode' },
  isRequired: { en: 'the obligation', nl: 'de verplichting' },
  legalBasis: { en: 'the legal basis', nl: 'de grondslag' },
} as const satisfies Readonly<Record<ItemField, Said>>;
const FIELD_NAMES = Object.keys(FIELDS) as readonly ItemField[];

const REQUIRED = {
  true: { en: 'required', nl: 'verplicht' },
  false: { en: 'voluntary', nl: 'vrijwillig' },
} as const satisfies Readonly<Record<'true' | 'false', Said>>;
const NONE = { en: 'none', nl: 'geen' } as const satisfies Said;

/** Values that have words of their own; others are said as they are. */
const VALUES: Readonly<Partial<Record<ItemField, Readonly<Record<string, Said>>>>> = {
  unit: UNIT_WORDS,
  frequency: FREQUENCY_WORDS,
  isCumulative: CUMULATIVE_WORDS,
  isRequired: REQUIRED,
};

/** Definitions that stay in force beside it are taken into account: what they ask is not lost. */
export function difference(
  before: UitvraagDefinition,
  after: UitvraagDefinition,
  beside: readonly UitvraagDefinition[] = [],
  askedOf: PartyKind = 'PROVIDER',
): VersionDifference {
  const [old, now] = [byCode(before), byCode(after)];
  const both = after.items.flatMap((item) => {
    const was = old.get(item.code);
    return was ? [[was, item] as const] : [];
  });
  const changes = changesOf(allowance([before, ...beside], askedOf), allowance([after, ...beside], askedOf));
  const isWorse = (change: AssessabilityChange) => rank(change.assessability) < rank(change.before);
  return {
    added: after.items.filter(({ code }) => !old.has(code)).map((item) => event('added', item)),
    dropped: before.items.filter(({ code }) => !now.has(code)).map((item) => event('dropped', item)),
    changed: both.flatMap(([was, is]) => changesOfItem(was, is)),
    lost: changes.filter(isWorse),
    gained: changes.filter((change) => !isWorse(change)),
  };
}

function byCode({ items }: UitvraagDefinition): ReadonlyMap<string, UitvraagItemDefinition> {
  return new Map(items.map((item) => [item.code, item]));
}

function changesOf(before: Allowance, after: Allowance): AssessabilityChange[] {
  const all = ({ criteria, ratios, indicators }: Allowance) => [...criteria, ...ratios, ...indicators];
  const old = all(before);
  return all(after).flatMap((now, at) => {
    const was = old[at]?.assessability ?? now.assessability;
    return was === now.assessability ? [] : [{ ...now, before: was }];
  });
}

function event(what: 'added' | 'dropped', item: UitvraagItemDefinition): ItemEvent {
  const say = (language: Language) => fill(EVENTS[what][language], { code: item.code, label: item.label });
  return { item, en: say('en'), nl: say('nl') };
}

function changesOfItem(was: UitvraagItemDefinition, is: UitvraagItemDefinition): ItemChange[] {
  return FIELD_NAMES.filter((field) => was[field] !== is[field]).map((field) => {
    const say = (language: Language) =>
      fill(EVENTS.changed[language], {
        code: is.code,
        label: is.label,
        field: FIELDS[field][language],
        before: sayValue(field, was[field], language),
        after: sayValue(field, is[field], language),
      });
    return { code: is.code, field, before: was[field], after: is[field], en: say('en'), nl: say('nl') };
  });
}

function sayValue(field: ItemField, value: string | boolean | null, language: Language): string {
  return value === null ? NONE[language] : (VALUES[field]?.[String(value)]?.[language] ?? String(value));
}
