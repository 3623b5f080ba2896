import { isDay } from '../period';

/** The day so many months after another; the last day of the month when it has no such day: 31 January + 1 is 28 February. */
export function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const month = `${two(Math.floor(months / 12), 4)}-${two((months % 12) + 1)}`;
  let date = Number(day.slice(8, 10));
  while (date > 28 && !isDay(`${month}-${two(date)}`)) date--;
  return `${month}-${two(date)}`;
}

const two = (number: number, digits = 2) => String(number).padStart(digits, '0');
