import { ratio, toNumber } from '../../../src/domain/ratio';

/** A decimal as the archive gives it, as a whole number of 10^-scale. */
function scaled(text: string, scale: number): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole + rest.padEnd(scale, '0'));
}

/** The quotient of two amounts or decimals with six decimals, exact until it is rounded; null when not assessable. */
export function decimalRatio(above: unknown, below: unknown): number | null {
  if (above === null || below === null) return null;
  const texts = [String(above), String(below)] as const;
  const scale = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const exact = ratio(scaled(texts[0], scale), scaled(texts[1], scale));
  return exact && toNumber(exact);
}
