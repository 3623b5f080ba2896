/** What a form costs to fill in (covenant: the pilot weighs burden): values asked, known beforehand, and asked twice; and the time. */
import { fill } from '../fill';
import type { Language, Said } from '../language';
import { inWords } from '../quantity';
import type { ValueOrigin, Words } from '../vocabulary';
import type { Form } from './form';
import type { KeptSections } from './kept';
import { progressOf } from './section-state';

export interface Burden {
  /** Values that must be there. */
  readonly asked: number;
  /** Of those: values that were taken over from a delivery before. */
  readonly prefilled: number;
  /** Of those: values that were taken over from another uitvraag: they were filled in once. */
  readonly reused: number;
}

/** A value, with how it came. */
export interface Came {
  readonly section: string;
  readonly field: string;
  readonly origin: ValueOrigin;
  readonly value: string | null;
}

/**
 * @param lines how many of them each list has that came in a file of its own
 * @param cells every value as it came; those that may be left out do not count
 */
export function burdenOf(
  { sections }: Form,
  kept: KeptSections,
  lines: ReadonlyMap<string, number>,
  cells: readonly Came[],
): Burden {
  const asked = sections.map(
    (section) => progressOf(section, kept.get(section.code) ?? [], [], lines.get(section.code)).asked,
  );
  const required = new Set(
    sections.flatMap(({ code, fields }) =>
      fields.filter(({ isRequired }) => isRequired).map((field) => `${code} ${field.code}`),
    ),
  );
  const from = (wanted: ValueOrigin) =>
    cells.filter(
      ({ section, field, origin, value }) => origin === wanted && value !== null && required.has(`${section} ${field}`),
    ).length;
  return {
    asked: asked.reduce((sum, one) => sum + one, 0),
    prefilled: from('PREVIOUS'),
    reused: from('OTHER_UITVRAAG'),
  };
}

/** "How long did this take?", in one click (portal S2). Half-open. */
export const TIME_CLASSES = {
  BELOW_1_HOUR: { nl: '< 1 uur', says: 'Less than an hour.' },
  FROM_1_TO_4_HOURS: { nl: '1-4 uur', says: 'One to four hours.' },
  FROM_4_TO_8_HOURS: { nl: '4-8 uur', says: 'Four to eight hours.' },
  FROM_8_HOURS: { nl: '> 8 uur', says: 'Eight hours or more.' },
} as const satisfies Words;
export type TimeClass = keyof typeof TIME_CLASSES;

/** Of the deliveries that answered one uitvraag for one period. */
export interface BurdenCounts extends Burden {
  readonly deliveries: number;
}

const SAYS = {
  nl: '{name}: aangeleverd: {deliveries} keer; gemiddeld {asked} gegevens gevraagd, waarvan {prefilled} al bekend en {reused} uit een andere uitvraag.',
  en: '{name}: deliveries: {deliveries}; {asked} values asked on average, of which {prefilled} were known and {reused} came from another uitvraag.',
} as const;

/** What it cost on average, in a sentence. @param name of what was asked */
export function sayBurden(name: Said, { deliveries, ...burden }: BurdenCounts): Said {
  const say = (language: Language) => {
    const average = (total: number) => inWords(total / deliveries, 'COUNT', language);
    const { asked, prefilled, reused } = burden;
    return fill(SAYS[language], {
      ...{ name: name[language], deliveries: inWords(deliveries, 'COUNT', language) },
      ...{ asked: average(asked), prefilled: average(prefilled), reused: average(reused) },
    });
  };
  return { nl: say('nl'), en: say('en') };
}
