/** What the language says of the burden: the deliveries that somebody sees, counted in memory. */
import { sayBurden, TIME_CLASSES } from '../../../src/domain/intake/burden';
import { taskName } from '../../../src/domain/intake/task-name';
import { definitionOf } from './drafts-known';
import type { Sight } from './sight';
import type { Arguments } from './told';
import type { Row } from './world';

export function burden(_args: Arguments, see: Sight): Row {
  const submitted = see.all('Delivery').filter(({ asked, version }) => asked !== null && version === 1);
  const groups = new Map<string, Row[]>();
  for (const row of submitted) {
    const key = [row.periodEnd, row.periodStart, row.uitvraagKey].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const uitvragen = [...groups.values()].map((rows) => {
    const { uitvraagKey, periodStart, periodEnd } = rows[0] as Row;
    const total = (name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);
    const counts = {
      ...{ deliveries: rows.length, asked: total('asked'), prefilled: total('prefilled'), reused: total('reused') },
    };
    const name = taskName(String(definitionOf(rows[0] as Row, see).name), String(periodStart), String(periodEnd));
    const times = Object.keys(TIME_CLASSES)
      .map((timeTaken) => ({ timeTaken, deliveries: rows.filter(({ minutes }) => minutes === timeTaken).length }))
      .filter(({ deliveries }) => deliveries > 0);
    return { uitvraagKey, periodStart, periodEnd, ...counts, name, times, says: sayBurden(name, counts) };
  });
  const byPeriod = (row: { readonly [name: string]: unknown }) => `${row.periodEnd} ${row.periodStart}`;
  uitvragen.sort((a, b) => {
    if (byPeriod(a) !== byPeriod(b)) return byPeriod(a) < byPeriod(b) ? 1 : -1;
    return String(a.uitvraagKey) < String(b.uitvraagKey) ? -1 : 1;
  });
  return { uitvragen };
}
