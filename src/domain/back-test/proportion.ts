/** A count of a total, as a share, with what chance leaves open. */
export interface Proportion {
  readonly count: number;
  readonly total: number;
  /** Null when the total is zero: undefined, and not 0. */
  readonly share: number | null;
  /** The 95 % interval of Wilson (1927): it also holds for few cases, and near 0 and 1. Null when the total is zero. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The standard normal quantile for 95 %. */
const Z = 1.959964;

export function proportion(count: number, total: number): Proportion {
  if (total === 0) return { count, total, share: null, low: null, high: null };
  const share = count / total;
  const square = Z * Z;
  const middle = (share + square / (2 * total)) / (1 + square / total);
  const half = (Z / (1 + square / total)) * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  // At the ends the formula is exactly 0 or 1, but for rounding.
  return {
    count,
    total,
    share,
    low: count === 0 ? 0 : middle - half,
    high: count === total ? 1 : middle + half,
  };
}
