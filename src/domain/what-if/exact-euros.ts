import type { Language } from '../language';

/**
 * Cents in full, "-€ 12.300,45": a smallest change is exact, and rounded to whole euros it would be on the wrong side of
 * its limit.
 */
export function exactEuros(cents: bigint, language: Language): string {
  const size = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  const [thousands, decimals] = language === 'nl' ? ['.', ','] : [',', '.'];
  const whole = size.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${cents < 0n ? '-' : ''}€ ${whole}${decimals}${size.slice(-2)}`;
}
