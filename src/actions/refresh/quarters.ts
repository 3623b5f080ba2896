/** Figures as they were delivered -> provider_quarter: cumulative flows made discrete, closing stocks, and what counts. */
import { setImmediate } from 'node:timers/promises';
import { FIGURE_NAMES, type FigureName, type QuarterFigures, quarterFigures } from '../../domain/figures';
import { previousQuarter, quarterEnd, yearOf } from '../../domain/period';
import { toDiscrete } from '../../domain/series';
import {
  TO_DATE_FIGURES as FLOWS,
  FIGURE_ITEMS as ITEMS,
  OPERATIONAL_RESULT_ITEM as OPERATIONAL_RESULT,
  OUTLOOK_ITEM as OUTLOOK,
} from '../../domain/uitvraag/items';
import type { FigureSource } from '../../domain/vocabulary';
import { type WhatCounts, whatCounts } from '../../domain/what-counts';
import { columnOfFigure } from '../../reading/shapes/figure-column';
import { type Columns, insertRows, type Queries, upsertRows } from './rows';
import type { Participant, Window } from './window';

const ASKED = [...new Set([...FIGURE_NAMES.map((name) => ITEMS[name][0]), OUTLOOK, OPERATIONAL_RESULT])];

/** The sources of figures from weak to strong: what the provider delivered itself goes before what others say. */
const SOURCES: readonly FigureSource[] = ['ESTIMATE', 'DIGIMV', 'DELIVERY'];

/**
 * One row per provider, its figures as one text: many times fewer rows to carry over, and words to group by. A figure
 * that still holds is there at most once per provider, item, period and source: whoever replaces one unsets is_current.
 */
const FIGURES = `
  select provider_id as id, string_agg(concat_ws(' ', item, period_end, source, value::bigint), ',') as figures
  from figure
  where provider_id = any ($1) and period_end between $2 and $3 and item = any ($4) and is_current
  group by provider_id`;

/** What is known of one provider, by item and end of period, and where it comes from. */
type Known = ReadonlyMap<string, { readonly cents: bigint; readonly source: FigureSource }>;
const keyOf = (item: string, ends: string) => `${item} ${ends}`;

function knownFrom(figures: string): Known {
  const known = new Map<string, { cents: bigint; source: FigureSource }>();
  for (const figure of figures.split(',')) {
    const [item, ends, source, cents] = figure.split(' ') as [string, string, FigureSource, string];
    const key = keyOf(item, ends);
    const other = known.get(key);
    if (other && SOURCES.indexOf(other.source) > SOURCES.indexOf(source)) continue;
    known.set(key, { cents: BigInt(cents), source });
  }
  return known;
}

/** What counts of every provider, by its id. */
export type Counted = ReadonlyMap<string, WhatCounts>;

/** Reads the figures of providers and gives, per provider, what counts of them, its quarters in order of time. */
export async function countFigures(tx: Queries, providers: readonly Participant[], window: Window): Promise<Counted> {
  const ids = providers.map(({ id }) => id);
  // From the end of the quarter before: the year to date of a first quarter is told apart by it.
  const endOfLastYear = endOfYear(window.last);
  const rows: { id: string; figures: string }[] = await tx.query(FIGURES, [ids, window.first, endOfLastYear, ASKED]);
  const found = new Map(rows.map(({ id, figures }) => [id, figures]));
  const counted = new Map<string, WhatCounts>();
  for (const id of ids) {
    const figures = found.get(id);
    const known = figures === undefined ? new Map() : knownFrom(figures);
    counted.set(id, whatCounts(quartersOf(known, window), operationalResults(known, window)));
    // The database may work in between.
    await setImmediate();
  }
  return counted;
}

/** The quarters alone. */
export const historiesOf = (counted: Counted): Map<string, readonly QuarterFigures[]> =>
  new Map([...counted].map(([id, { quarters }]) => [id, quarters]));

const endOfYear = (quarter: string) => `${yearOf(quarter) + 1}-01-01`;

const amountAt = (known: Known, quarter: string, item: string) =>
  known.get(keyOf(item, quarterEnd(quarter)))?.cents ?? null;

/** A year-to-date item told apart by quarter. */
function discreteOf(known: Known, item: string, { quarters, first }: Window) {
  const series = [previousQuarter(first), ...quarters];
  return toDiscrete(series.map((quarter) => ({ quarter, value: amountAt(known, quarter, item) }))).slice(1);
}

/** Asked of those who are not asked for a net result (8g b4): equity is estimated from it. */
const operationalResults = (known: Known, window: Window) => discreteOf(known, OPERATIONAL_RESULT, window);

function quartersOf(known: Known, window: Window): QuarterFigures[] {
  const at = (quarter: string, item: string) => amountAt(known, quarter, item);
  const discrete = FLOWS.map((name) => [name, discreteOf(known, ITEMS[name][0], window)] as const);
  return window.quarters.map((quarter, place) => {
    const amounts: Partial<Record<FigureName, bigint | null>> = {};
    for (const name of FIGURE_NAMES) {
      const [item, delivered] = ITEMS[name];
      if (delivered === 'QUARTER') amounts[name] = at(quarter, item);
      if (delivered === 'YEAR') amounts[name] = known.get(keyOf(item, endOfYear(quarter)))?.cents ?? null;
    }
    for (const [name, values] of discrete) amounts[name] = values[place]?.value ?? null;
    const outlook = at(quarter, OUTLOOK);
    const foreseesRisk = outlook === null ? null : outlook === 1n;
    return quarterFigures(quarter, { ...amounts, foreseesRisk, ...sourcesOf(known, quarterEnd(quarter)) });
  });
}

/** Where figures come from when it is not the provider's own delivery; nothing when all are. */
function sourcesOf(known: Known, ends: string): Pick<QuarterFigures, 'sources'> {
  const others: Partial<Record<FigureName, FigureSource>> = {};
  for (const name of FIGURE_NAMES) {
    const source = known.get(keyOf(ITEMS[name][0], ends))?.source;
    if (source !== undefined && source !== 'DELIVERY') others[name] = source;
  }
  return Object.keys(others).length > 0 ? { sources: others } : {};
}

/** The column of provider_quarter that holds a figure. */
/** A quarter of which nothing is known has a row as well: it shows the gap. */
function columnsOf(providers: readonly Participant[], counted: Counted): Columns {
  const rows = providers.flatMap(({ id, quarters: own }) => {
    const { quarters = [], origins } = counted.get(id) ?? {};
    const shown = quarters.filter(({ quarter }) => own.has(quarter));
    return shown.map((figures) => ({ id, figures, origins: origins?.get(figures.quarter) ?? [] }));
  });
  const amounts = FIGURE_NAMES.map((name) => {
    return [columnOfFigure(name), { type: 'bigint', values: rows.map(({ figures }) => figures[name]) }] as const;
  });
  return {
    provider_id: { type: 'uuid', values: rows.map(({ id }) => id) },
    quarter: { type: 'date', values: rows.map(({ figures }) => figures.quarter) },
    quarter_end: { type: 'date', values: rows.map(({ figures }) => quarterEnd(figures.quarter)) },
    ...Object.fromEntries(amounts),
    foresees_risk: { type: 'boolean', values: rows.map(({ figures }) => figures.foreseesRisk) },
    origins: { type: 'jsonb', values: rows.map(({ origins }) => JSON.stringify(origins)) },
  };
}

/** Replaces the quarters of these providers. */
export async function writeQuarters(
  tx: Queries,
  providers: readonly Participant[],
  counted: Counted,
  { first, last }: Window,
): Promise<number> {
  await tx.query('delete from provider_quarter where provider_id = any ($1) and quarter between $2 and $3', [
    providers.map(({ id }) => id),
    first,
    last,
  ]);
  return insertRows(tx, 'provider_quarter', columnsOf(providers, counted));
}

/** Writes the quarters of these providers that have changed. */
export async function writeChangedQuarters(
  tx: Queries,
  providers: readonly Participant[],
  counted: Counted,
): Promise<void> {
  await upsertRows(tx, 'provider_quarter', columnsOf(providers, counted), {
    key: ['provider_id', 'quarter'],
    returning: 'quarter',
  });
}
