/** The filters and orders that shapes share: a column compared with a parameter. */

import { parseQuarter } from '../../domain/period';
import { Invalid } from '../../errors';
import type { Filter, Sort } from '../shape';

export const is = (column: string, cast = 'text'): Filter => ({
  cast,
  holds: (row, value) => `${row}.${column} = ${value}`,
});
export const anyOf = (column: string, cast = 'text'): Filter => ({
  cast: `${cast}[]`,
  holds: (row, value) => `${row}.${column} = any (${value})`,
});
export const atLeast = (column: string, cast = 'date'): Filter => ({
  cast,
  holds: (row, value) => `${row}.${column} >= ${value}`,
});
export const before = (column: string, cast = 'date'): Filter => ({
  cast,
  holds: (row, value) => `${row}.${column} < ${value}`,
});
/** On a day within the half-open period from one column to another; an open end lasts. */
export const covers = (from: string, to: string): Filter => ({
  cast: 'date',
  holds: (row, value) => `${row}.${from} <= ${value} and (${row}.${to} is null or ${value} < ${row}.${to})`,
});
export const contains = (column: string): Filter => ({
  cast: 'text',
  holds: (row, value) => `position(lower(${value}) in lower(${row}.${column})) > 0`,
});

/**
 * The key inside an API id, such as the uuid of "Provider:<uuid>". Throws Invalid when it is not an id of that type.
 * @param given the name of the argument or member that the caller gave it by
 */
export function keyOfId(type: string, id: unknown, given: string): string {
  const [prefix, key, ...more] = String(id).split(':');
  const right = prefix === type && key && more.length === 0 && (CODED.has(type) ? CODE : UUID).test(key);
  if (!right) throw new Invalid([wrongId(type, given)]);
  return CODED.has(type) ? key : key.toLowerCase();
}
/** Codes of CBS: one of them has a hyphen, "JZ-ZIN". */
const CODE = /^[A-Za-z0-9-]{1,20}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Types whose key is a public code instead of a random uuid. */
export const CODED = new Set(['Region', 'Municipality', 'CareForm']);
const wrongId = (type: string, field: string) => ({
  field,
  en: `This is not the id of a ${type}. Use an id as the API gave it: "${type}:" and a key.`,
  nl: `Dit is geen id van een ${type}. Gebruik een id zoals de API dat gaf: "${type}:" en een sleutel.`,
});

/** As the filter "providerId". */
export const ofProvider: Filter = {
  ...is('provider_id', 'uuid'),
  read: (id) => keyOfId('Provider', id, 'providerId'),
  isByName: true,
};
export const inQuarter: Filter = { ...is('quarter', 'date'), read: (quarter) => parseQuarter(quarter as string) };
export const fromQuarter: Filter = { ...atLeast('quarter'), read: (quarter) => parseQuarter(quarter as string) };
/** Up to and including a quarter. */
export const toQuarter: Filter = {
  cast: 'date',
  holds: (row, value) => `${row}.quarter <= ${value}`,
  read: (quarter) => parseQuarter(quarter as string),
};

export const ascending = (column: string, cast = 'text'): Sort => ({
  by: (row) => `${row}.${column}`,
  cast,
  descending: false,
});
export const descending = (column: string, cast = 'date'): Sort => ({ ...ascending(column, cast), descending: true });
