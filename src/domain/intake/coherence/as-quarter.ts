/** What a delivery tells of its quarter, in the figures of the ladder: beside the history, before anything is submitted. */
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../figures';
import { withoutAbsurd } from '../../plausibility/without-absurd';
import { FIGURE_ITEMS, OUTLOOK_ITEM } from '../../uitvraag/items';
import type { Answered } from './answered';
import { alone, quarterOfForm } from './past';
import { wholeOf } from './rule';

/** Null when the delivery is not of a quarter. What it does not tell stays as it is known of that quarter. */
function asQuarter(delivery: Answered): QuarterFigures | null {
  if (quarterOfForm(delivery) === null) return null;
  const quarter = delivery.form.periodStart;
  const before = delivery.known.history.find((one) => one.quarter === quarter) ?? quarterFigures(quarter);
  const told = FIGURE_NAMES.flatMap((name) => {
    const amount = amountOf(name, delivery);
    return amount === undefined ? [] : [[name, amount] as const];
  });
  const outlook = delivery.item(OUTLOOK_ITEM);
  const kept = Object.entries(before.sources ?? {}).filter(([name]) => !told.some(([one]) => one === name));
  const { sources: _given, ...rest } = before;
  return {
    ...rest,
    ...(Object.fromEntries(told) as Partial<Record<FigureName, bigint | null>>),
    ...(outlook && { foreseesRisk: outlook.kept === '1' }),
    ...(kept.length > 0 && { sources: Object.fromEntries(kept) }),
  };
}

/** Undefined when it is not told; null when it is told as a year to date of which the quarter before is not known. */
function amountOf(name: FigureName, delivery: Answered): bigint | null | undefined {
  const [item, delivered] = FIGURE_ITEMS[name];
  const cell = delivery.number(item);
  if (!cell) return undefined;
  const value = delivered === 'TO_DATE' ? alone(delivery, cell, 0) : cell.value;
  return value && wholeOf(value);
}

/** The history with the delivery in it, to be judged by: a figure that cannot be right counts no more here than it does later. */
export function withDelivery(delivery: Answered): { history: QuarterFigures[]; quarter: string } | null {
  const now = asQuarter(delivery);
  if (now === null) return null;
  const { quarter } = now;
  const before = delivery.known.history.filter((one) => one.quarter !== quarter);
  return { history: [...withoutAbsurd([...before, now]).quarters], quarter };
}
