/** What a party is told when its information is shared by name (Bijlage 3): with whom, what, why, on what basis, how long. */
import { enumerate, type Said } from '../language';
import { DISCLOSURE_CATEGORIES, type DisclosureCategory } from '../vocabulary';

export interface Shared {
  /** Names, as the register has them. */
  readonly concerned: string;
  readonly recipient: string;
  readonly categories: readonly DisclosureCategory[];
  readonly purpose: string;
  readonly legalBasis: string;
  /** Days: "2026-11-22". */
  readonly from: string;
  readonly to: string;
}

const englishOf = (category: DisclosureCategory) => category.toLowerCase().replaceAll('_', ' ');

export function sayNotice({ concerned, recipient, categories, purpose, legalBasis, from, to }: Shared): Said {
  const nl = enumerate(
    categories.map((category) => DISCLOSURE_CATEGORIES[category].nl),
    'nl',
  );
  const en = enumerate(categories.map(englishOf), 'en');
  return {
    nl: `De Jeugdautoriteit deelt van ${from} tot ${to} informatie over ${concerned} met ${recipient}: ${nl}. Doel: ${purpose} Grondslag: ${legalBasis}.`,
    en: `From ${from} until ${to} the Jeugdautoriteit shares information on ${concerned} with ${recipient}: ${en}. Purpose: ${purpose} Legal basis: ${legalBasis}.`,
  };
}
