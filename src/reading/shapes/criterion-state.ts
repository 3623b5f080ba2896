import type { Row } from '../shape';

const STATES = {
  HOLDS: (row: Row) => `${row}.holds`,
  HOLDS_NOT: (row: Row) => `not ${row}.holds`,
  UNKNOWN: (row: Row) => `${row}.holds is null`,
} as const;

/** Whether a criterion is in the state that was asked for. */
export const inState = (asked: string, row: Row) =>
  Object.entries(STATES)
    .map(([state, holds]) => `(${asked} = '${state}' and ${holds(row)})`)
    .join(' or ');
