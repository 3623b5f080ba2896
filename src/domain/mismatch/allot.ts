/**
 * Divides an amount in cents by weight, such as a provider's budget over regions by contract value. By largest remainder:
 * the parts are whole cents and add up to exactly the amount. Equal remainders go by key, so that the outcome does not
 * depend on the order. Null when no weight is above zero: then there is nothing to divide by. RangeError below zero.
 */
export function allot<Key extends string>(
  amount: bigint,
  weights: ReadonlyMap<Key, bigint>,
): ReadonlyMap<Key, bigint> | null {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n);
  if ([...weights.values()].some((weight) => weight < 0n)) throw new RangeError('A weight is not below zero.');
  if (total === 0n) return null;
  const sign = amount < 0n ? -1n : 1n;
  const size = amount * sign;
  const parts = [...weights]
    .map(([key, weight]) => ({ key, whole: (size * weight) / total, rest: (size * weight) % total }))
    .sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.key < b.key ? -1 : 1));
  const cents = Number(size - parts.reduce((sum, { whole }) => sum + whole, 0n));
  return new Map(parts.map(({ key, whole }, at) => [key, sign * (at < cents ? whole + 1n : whole)]));
}
