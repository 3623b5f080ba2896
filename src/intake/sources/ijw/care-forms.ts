import { Invalid } from '../../../errors';

/**
 * Product categories of JZ020 that CBS has no form of care for: the smallest form of table 85099NED that surely holds them. CBS
 * counts by the categories of 2015 (31 to 38), 47 and 48; what is declared since is coarser. Categories that may be with or
 * without stay go to "in natura" as a whole. Our own choice: decision 0014.
 */
export const WIDER_FORMS: Readonly<Record<string, readonly [careForm: string, why: string]>> = {
  '40': ['JH12', 'personal care: at home or elsewhere'],
  '41': ['JH121', 'day treatment: without stay'],
  '42': ['JH12', 'transport: to care of any form'],
  '43': ['JH122', 'stay with treatment'],
  '44': ['JH122', 'stay without treatment'],
  '45': ['JH121', 'ambulatory: without stay'],
  '46': ['JH12', 'crisis: with or without stay'],
  '49': ['JZ-ZIN', 'preventive, in the framework of justice: no youth care in the sense of JH'],
  '50': ['JH12', 'arrangements: of anything'],
  '51': ['JH12', 'basic mental health care'],
  '52': ['JH12', 'specialised mental health care: with or without stay'],
  '53': ['JH12', 'paediatrics'],
  '54': ['JH12', 'mental health care: with or without stay'],
  '55': ['JH12', 'contracted nationally: with or without stay'],
};

export interface CareFormOf {
  readonly careForm: string;
  /** The form is wider than the category. */
  readonly isWider: boolean;
}

/** The form of care per product category. Throws Invalid when one category has two forms: nobody could say which. */
export function careFormsByCategory(
  forms: readonly { readonly code: string; readonly productCategory: string | null }[],
): ReadonlyMap<string, CareFormOf> {
  const known = new Set(forms.map(({ code }) => code));
  const found = new Map<string, CareFormOf>();
  for (const [category, [careForm]] of Object.entries(WIDER_FORMS)) {
    if (known.has(careForm)) found.set(category, { careForm, isWider: true });
  }
  const exact = forms.filter(({ productCategory }) => productCategory !== null);
  if (new Set(exact.map(({ productCategory }) => productCategory)).size < exact.length) throw TWO_FORMS;
  // A list of CBS that knows more goes before what we made of it.
  for (const { code, productCategory } of exact)
    found.set(productCategory as string, { careForm: code, isWider: false });
  return found;
}

const TWO_FORMS = new Invalid([
  {
    field: 'care forms',
    en: 'have a product category twice: adopt a list in which each has one form (npm run ews -- cbs).',
    nl: 'hebben een productcategorie twee keer: neem een lijst over waarin elke één vorm heeft (npm run ews -- cbs).',
  },
]);
