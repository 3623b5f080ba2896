/** What a party is let into by others, in SQL: the same for the planner and for the policies of the database. */
import type { DisclosureCategory } from '../domain/vocabulary';
import type { Admission } from './keys';
import type { Information } from './table';

/** A kind of information as a disclosure names it. */
export const categoryOf = (information: Information): DisclosureCategory =>
  information.replaceAll(/[A-Z]/g, '_$&').toUpperCase() as DisclosureCategory;

/** The type of the keys, as an array. */
export const castOf = (admission: Admission): string =>
  admission.by === 'disclosure' && admission.what === 'municipality' ? '::text[]' : '::uuid[]';

/**
 * The keys of what a party was let into.
 * @param party the id of the party, as SQL
 * @param moment as SQL
 */
export function admitted(admission: Admission, party: string, moment: string): string {
  if (admission.by === 'case') return `ews.providers_in_case(${party}, '{${admission.as.join(',')}}')`;
  const disclosed = admission.what === 'provider' ? 'ews.disclosed_providers' : 'ews.disclosed_municipalities';
  return `${disclosed}(${party}, '${categoryOf(admission.of)}', ${moment})`;
}

/** On which side of the moment of the question. */
export const THAN = { past: '<=', ahead: '>' } as const;
