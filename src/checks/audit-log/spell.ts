/**
 * Values as one text that can be read in one way only: the length of each in bytes before it, a hyphen for null. The
 * database writes the same when it adds to a log (ews_sec.spell in migration 0004); it is not asked to check itself.
 */
export const spell = (values: readonly (string | null)[]): string =>
  values.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join(',');

/** A moment as it is spelled: in UTC, to the microsecond. */
export const MOMENT = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
