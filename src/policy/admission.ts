/** What a party is let into by others, in SQL: the same for the planner and for the policies of the database. */
import type { DisclosureCategory } from '../domain/vocabulary';
import type { Admission } from './keys';
import type { Information } from './table';

/** A kind of information as a disclosure names it. */
export const categoryOf = (information: Information): DisclosureCategory =>
  information.replaceAll(/[A-Z]/g, '_$&').toUpperCase() as DisclosureCategory;

/** The functions of the database that give the keys, and their type. */
const DISCLOSED = {
  provider: { by: 'ews.disclosed_providers', key: 'uuid' },
  municipality: { by: 'ews.disclosed_municipalities', key: 'text' },
  region: { by: 'ews.disclosed_regions', key: 'text' },
} as const;
const IN_CASE = {
  provider: { by: 'ews.providers_in_case', key: 'uuid' },
  case: { by: 'ews.open_cases', key: 'uuid' },
} as const;

const keysOf = (admission: Admission) =>
  admission.by === 'case' ? IN_CASE[admission.what] : DISCLOSED[admission.what];

/** The type of the keys, as an array. */
export const castOf = (admission: Admission): string => `::${keysOf(admission).key}[]`;

/**
 * The keys of what a party was let into.
 * @param party the id of the party, as SQL
 * @param moment as SQL
 */
export function admitted(admission: Admission, party: string, moment: string): string {
  const what = admission.by === 'case' ? [`'{${admission.as.join(',')}}'`] : [`'${categoryOf(admission.of)}'`, moment];
  return `${keysOf(admission).by}(${[party, ...what].join(', ')})`;
}

/** On which side of the moment of the question. */
export const THAN = { past: '<=', ahead: '>' } as const;
