/** A pocket calculator that knows "not known", and a calendar. Plain arithmetic: nothing here knows the product. */
export type Known = number | null;

/** As the API shows a fraction: six decimals, half away from zero. */
export function shown(value: Known): Known {
  return value === null ? null : (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6 + 0;
}

/** Not known when a number is missing, and when the divisor is not above zero. The display has twelve digits. */
export function over(dividend: Known, divisor: Known): Known {
  if (dividend === null || divisor === null || divisor <= 0) return null;
  return Number((dividend / divisor).toPrecision(12));
}

/** Not known as soon as one is not. */
export function sum(numbers: readonly Known[]): Known {
  return numbers.reduce<Known>((total, one) => (total === null || one === null ? null : total + one), 0);
}

export const times = (value: Known, factor: number): Known => (value === null ? null : value * factor);
export const minus = (value: Known, other: Known): Known => (value === null || other === null ? null : value - other);
export const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** A sum that is divided in whole parts by weight: what rounding down leaves over goes to the largest remainders. */
export function divided(amount: number, weights: readonly number[]): number[] {
  const [size, whole] = [BigInt(Math.abs(amount)), BigInt(total(weights))];
  const parts = weights.map((weight, at) => {
    const share = size * BigInt(weight);
    return { at, floor: Number(share / whole), rest: share % whole };
  });
  const left = Math.abs(amount) - total(parts.map(({ floor }) => floor));
  const first = [...parts].sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.at - b.at)).slice(0, left);
  return parts.map(({ at, floor }) => Math.sign(amount) * (floor + Number(first.some((one) => one.at === at))) + 0);
}

/** "2026Q3" as a number, so that the quarter before is one less. */
export const placeOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
export const quarterAt = (place: number): string => `${Math.floor(place / 4)}Q${(place % 4) + 1}`;
export const before = (quarter: string, quarters = 1): string => quarterAt(placeOf(quarter) - quarters);
/** 1 to 4. */
export const numberOf = (quarter: string): number => Number(quarter.slice(5));
export const yearOf = (quarter: string): number => Number(quarter.slice(0, 4));

/** The first day of a quarter; that of the next one is the first day after it. */
export function startOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String((numberOf(quarter) - 1) * 3 + 1).padStart(2, '0')}-01`;
}
export const endOf = (quarter: string): string => startOf(quarterAt(placeOf(quarter) + 1));
export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const DAY = 86_400_000;
export const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
export const daysIn = (quarter: string): number => days(startOf(quarter), endOf(quarter));
export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
export const lastDayOf = (quarter: string): string => dayBefore(endOf(quarter));

/** So many months later; the last day of the month when it has no such day. */
export function months(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "2026H1", "2026Q3" or "2026", as people write a half-open period. */
export function periodOf(start: string, end: string): string {
  const length = Math.round(days(start, end) / 91);
  if (length === 1) return quarterOf(start);
  return length === 2 ? `${start.slice(0, 4)}H${start.slice(5, 7) === '01' ? 1 : 2}` : start.slice(0, 4);
}
