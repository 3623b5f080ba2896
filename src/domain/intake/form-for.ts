/** Makes the form of one delivery from the definition of the uitvraag: what is asked is data, not code. */
import type { UitvraagDefinition, UitvraagItemDefinition } from '../uitvraag/definition';
import type { Frequency, PartyKind, Unit } from '../vocabulary';
import type { Field, FieldType, Form, Section } from './form';
import { LIST_CODES, type ListCode, listOf } from './lists';
import { BELOW_ZERO_ALLOWED, OTHER, SECTIONS, type SectionCode, sectionOfItem } from './sections';

const TYPE_OF_UNIT = {
  EUR_CENT: 'AMOUNT',
  FTE: 'DECIMAL',
  COUNT: 'NUMBER',
  FRACTION: 'PERCENTAGE',
  DAYS: 'DECIMAL',
  YES_NO: 'YES_NO',
} as const satisfies Readonly<Record<Unit, FieldType>>;

/** A2.9 comes before A2.10. */
const BY_NUMBER = new Intl.Collator('nl', { numeric: true });

/** Whom is asked, how often, and for which period. */
export interface Asked {
  readonly kind: PartyKind;
  readonly frequency: Frequency;
  /** Half-open. */
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** The form in which a party answers, with its sections in the order of SECTIONS and LISTS. */
export function formFor(definition: UitvraagDefinition, { kind, frequency, periodStart, periodEnd }: Asked): Form {
  const items = definition.items
    .filter((item) => item.askedOf === kind && item.frequency === frequency)
    .sort((a, b) => BY_NUMBER.compare(a.code, b.code));
  return {
    uitvraagKey: definition.key,
    uitvraagVersion: definition.version,
    periodStart,
    periodEnd,
    sections: [...itemSections(items), ...lists(items)],
  };
}

function itemSections(items: readonly UitvraagItemDefinition[]): Section[] {
  const single = items.filter(({ code }) => !isInAList(code));
  return (Object.keys(SECTIONS) as SectionCode[]).flatMap((code) => {
    const fields = single.filter((item) => (sectionOfItem(item) ?? OTHER) === code).map(fieldOf);
    if (fields.length === 0) return [];
    const isRequired = fields.some((one) => one.isRequired);
    const { label } = SECTIONS[code];
    return [{ code, label, kind: 'ITEMS', fields, key: [], mayStayAsItWas: false, isBulk: false, isRequired }];
  });
}

function lists(items: readonly UitvraagItemDefinition[]): Section[] {
  return LIST_CODES.flatMap((code): Section[] => {
    const { label, fields, key, mayStayAsItWas = false, isBulk = false } = listOf(code);
    const answered = items.filter((item) => listOf(code).items.includes(item.code) || specifies(code, item));
    if (answered.length === 0) return [];
    const isRequired = answered.some((item) => item.isRequired && !specifies(code, item));
    return [{ code, label, kind: 'LIST', fields, key, mayStayAsItWas, isBulk, isRequired }];
  });
}

const isInAList = (item: string) => LIST_CODES.some((code) => listOf(code).items.includes(item));

/** The declared production is asked as a total; its specification per municipality may be delivered with it. */
const specifies = (code: ListCode, { figureItem }: UitvraagItemDefinition) =>
  code === 'declarations' && figureItem === 'declared_production';

function fieldOf(item: UitvraagItemDefinition): Field {
  const { code, label, unit, isRequired, isCumulative, figureItem, legalBasis } = item;
  const words = sectionOfItem(item) === 'identity';
  return {
    code,
    label: { nl: label, en: label },
    type: words ? 'TEXT' : TYPE_OF_UNIT[unit],
    isRequired,
    mayBeNegative: figureItem !== null && BELOW_ZERO_ALLOWED.has(figureItem),
    isCumulative,
    isContact: words,
    figureItem,
    unit,
    legalBasis,
  };
}
