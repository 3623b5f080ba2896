/** What a form costs to fill in (covenant: the pilot weighs burden): items asked, known beforehand, and asked twice. */
import type { Word } from '../vocabulary';
import type { Form } from './form';
import type { KeptSections } from './kept';

export interface Burden {
  /** Single items, and lists as one item each. */
  readonly asked: number;
  /** Of which the value stood there already. */
  readonly prefilled: number;
  /** Of which the figure is asked by another uitvraag for the same period: to be filled in once. */
  readonly reused: number;
}

/**
 * @param prefilled what stood in the form when it was opened
 * @param askedElsewhere the figure items that other uitvragen ask of the party for exactly this period
 */
export function burdenOf({ sections }: Form, prefilled: KeptSections, askedElsewhere: ReadonlySet<string>): Burden {
  const items = sections.flatMap(({ code, kind, fields }) => {
    const rows = prefilled.get(code) ?? [];
    if (kind === 'LIST') return [{ isPrefilled: rows.length > 0, isReused: false }];
    return fields.map((field) => ({
      isPrefilled: rows.some(({ values }) => values.has(field.code)),
      isReused: Boolean(field.figureItem && askedElsewhere.has(field.figureItem)),
    }));
  });
  return {
    asked: items.length,
    prefilled: items.filter(({ isPrefilled }) => isPrefilled).length,
    reused: items.filter(({ isReused }) => isReused).length,
  };
}

/** "How long did this take?", in one click (portal S2). Half-open, in minutes. */
export const TIME_CLASSES = {
  BELOW_1_HOUR: { nl: '< 1 uur', says: 'Less than an hour.', below: 60 },
  FROM_1_TO_4_HOURS: { nl: '1-4 uur', says: 'One to four hours.', below: 240 },
  FROM_4_TO_8_HOURS: { nl: '4-8 uur', says: 'Four to eight hours.', below: 480 },
  FROM_8_HOURS: { nl: '> 8 uur', says: 'Eight hours or more.', below: Number.POSITIVE_INFINITY },
} as const satisfies Readonly<Record<string, Word & { readonly below: number }>>;
export type TimeClass = keyof typeof TIME_CLASSES;

/** RangeError for less than no time. */
export function timeClassOf(minutes: number): TimeClass {
  if (!(minutes >= 0)) throw new RangeError('A time is zero minutes or more.');
  const found = (Object.keys(TIME_CLASSES) as TimeClass[]).find((name) => minutes < TIME_CLASSES[name].below);
  return found ?? 'FROM_8_HOURS';
}
