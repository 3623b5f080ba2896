/**
 * Exact ratios of whole cents. No float takes part in a comparison with a limit: 19.9999999 % is below 20 %, and 20 % is
 * not, whatever the size of the amounts.
 */
export interface Ratio {
  readonly numerator: bigint;
  /** Always above zero. */
  readonly denominator: bigint;
}

/** Null ("not assessable") when an operand is missing or the denominator is not above zero: never 0, never "no risk". */
export function ratio(numerator: bigint | null, denominator: bigint | null): Ratio | null {
  return numerator === null || denominator === null || denominator <= 0n ? null : { numerator, denominator };
}

/** A limit, written as an exact fraction: fraction(20n, 100n) is 20 %. RangeError when the denominator is not above 0. */
export function fraction(numerator: bigint, denominator = 1n): Ratio {
  if (denominator <= 0n) throw new RangeError('The denominator of a fraction is above zero.');
  return { numerator, denominator };
}

/** An exact decimal, written as "12.50" or "-3". RangeError when it is not one. */
export function fromDecimal(text: string): Ratio {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError('A decimal is written as 12.50.');
  return fraction(BigInt(`${sign}${whole}${decimals}`), powerOfTen(decimals.length));
}

/** Below zero when a < b, zero when they are equal, above zero when a > b: exact. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How large an amount is, whichever way it goes. */
export function sizeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** The quotient rounded to a whole number, half away from zero: the rounding of Postgres. The denominator is above 0. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const size = sizeOf(numerator);
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

/** A share of an amount in cents, rounded to whole cents, half away from zero. */
export function shareOf(amount: bigint, share: Ratio): bigint {
  return divideRounded(amount * share.numerator, share.denominator);
}

/** Rounded to 6 decimals. Equal to the number that Postgres writes for round(numerator::numeric / denominator, 6). */
export function toNumber(value: Ratio): number {
  const millionths = toMillionths(value);
  const isExact = millionths >= -LARGEST_EXACT && millionths <= LARGEST_EXACT;
  return isExact ? Number(millionths) / 1e6 : Number(decimalText(millionths));
}

/** The same as text with 6 decimals, for a numeric column: "0.250000". */
export function toDecimal(value: Ratio): string {
  return decimalText(toMillionths(value));
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);
const DECIMALS = 6;
const POWERS_OF_TEN = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * Postgres rounds twice: the quotient to at least 16 significant digits, and that to 6 decimals. The first rounding can
 * only matter for denominators of 10^10 cents and more or quotients of 10,000 and more; everything else is rounded once.
 */
function toMillionths({ numerator, denominator }: Ratio): bigint {
  const size = sizeOf(numerator);
  if (denominator < 10_000_000_000n && size < denominator * 10_000n) {
    return divideRounded(numerator * 1_000_000n, denominator);
  }
  const scale = scaleOfQuotient(size, denominator);
  const quotient = divideRounded(numerator * powerOfTen(scale), denominator);
  return scale > DECIMALS
    ? divideRounded(quotient, powerOfTen(scale - DECIMALS))
    : quotient * powerOfTen(DECIMALS - scale);
}

/** The number of decimals to which Postgres divides two whole numerics: it counts in groups of four digits. */
function scaleOfQuotient(numerator: bigint, denominator: bigint): number {
  const above = numerator.toString();
  const below = denominator.toString();
  const groups = Math.ceil(above.length / 4) - Math.ceil(below.length / 4);
  const weight = leadingGroup(above) <= leadingGroup(below) ? groups - 1 : groups;
  return Math.max(0, 16 - weight * 4);
}

function leadingGroup(digits: string): number {
  return Number(digits.slice(0, digits.length % 4 || 4));
}

function decimalText(millionths: bigint): string {
  const digits = sizeOf(millionths)
    .toString()
    .padStart(DECIMALS + 1, '0');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}
