import type { KeptRow } from '../../domain/intake/kept';
import { addDays } from '../../domain/period';
import { writeFigures } from './figures';
import type { Land } from './landing';

/**
 * Waiting times per form of care and region (8g b13, b14) are judged as one: the longest wait, and everybody who waits. The
 * rows themselves stay in what was delivered.
 */
export const landWaiting: Land = async (landing, _section, rows) => {
  const { periodStart: start, periodEnd: end } = landing.delivery;
  const period = { start, end, asOf: addDays(end, -1), isCumulative: false };
  const days = numbers(rows, 'waitingDays');
  const waiting = numbers(rows, 'waitingCount');
  await writeFigures(landing, [
    { item: 'waiting_days', value: String(Math.max(...days)), unit: 'DAYS', ...period },
    { item: 'waiting_count', value: String(waiting.reduce((sum, each) => sum + each, 0)), unit: 'COUNT', ...period },
  ]);
  return { providerIds: [landing.delivery.providerId as string] };
};

const numbers = (rows: readonly KeptRow[], field: string) =>
  rows.flatMap(({ values }) => {
    const value = values.get(field);
    return value === undefined ? [] : [Number(value)];
  });
