/**
 * How many periods in a row something has held, when some periods are unknown: at least so many, and at most so many.
 * A question about a run has an answer as soon as the unknown periods cannot change it.
 */
export interface Run {
  readonly least: number;
  readonly most: number;
}

/** Before the history nothing is known, so anything may have lasted any time. */
export const BEFORE_HISTORY: Run = { least: 0, most: Number.POSITIVE_INFINITY };

/** The run at the end of one more period in which it held, did not hold, or is unknown (null). */
export function extend(run: Run, held: boolean | null): Run {
  if (held === false) return { least: 0, most: 0 };
  return { least: held ? run.least + 1 : 0, most: run.most + 1 };
}

/** Whether it held for at least so many periods in a row; null when the unknown periods decide that. */
export function lastedAtLeast(run: Run, periods: number): boolean | null {
  if (run.least >= periods) return true;
  return run.most < periods ? false : null;
}

/** Three-valued "or": what is known suffices. */
export function either(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

/** Three-valued "and". */
export function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
