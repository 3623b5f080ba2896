import { ratio, toNumber } from '../../../src/domain/ratio';

/** A decimal as the archive gives it, as a whole number of 10^-scale. */
function scaled(text: string, scale: number): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole + rest.padEnd(scale, '0'));
}

/** One amount or decimal minus another, exact, as text; null when one is not known. */
export function minus(left: unknown, right: unknown): string | null {
  if (left === null || right === null) return null;
  const texts = [String(left), String(right)] as const;
  const scale = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const rest = scaled(texts[0], scale) - scaled(texts[1], scale);
  const digits = String(rest < 0n ? -rest : rest).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${rest < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** The size of a decimal in millionths, without what is smaller. */
export function millionths(text: string): bigint {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.');
  return BigInt(whole + rest.slice(0, 6).padEnd(6, '0'));
}

/** The quotient of two amounts or decimals with six decimals, exact until it is rounded; null when not assessable. */
export function decimalRatio(above: unknown, below: unknown): number | null {
  if (above === null || below === null) return null;
  const texts = [String(above), String(below)] as const;
  const scale = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const exact = ratio(scaled(texts[0], scale), scaled(texts[1], scale));
  return exact && toNumber(exact);
}
