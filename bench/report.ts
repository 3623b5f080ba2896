/** What people read, and what programs read. */
import type { Comparison, Summary } from './comparison';
import type { ContestantName } from './contestants';
import type { MeasureName } from './options';

/** A workload at one number of connections. */
export interface Measured {
  readonly workload: MeasureName;
  readonly connections: number;
  readonly bytes: number;
  readonly comparison: Comparison;
  /** Where something else than a request is counted: how many rows each load had, and what the contestants are called. */
  readonly rows?: number;
  readonly names?: Readonly<Record<ContestantName, string>>;
}

const NAMES = { bare: '(a) bare', product: 'product' } as const;

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3));
const cell = (value: number | null) => (value === null ? 'unknown' : digits(value));

const HEAD = ['', 'conn', 'contestant', 'per s', 'p50 ms', 'p99 ms', 'node CPU', 'PG CPU', 'rps ratio', 'CPU ratio'];

function row(first: readonly string[], name: string, summary: Summary, ratios: readonly string[]): string[] {
  const { rps, p50, p99, nodeCpu, postgresCpu } = summary;
  return [...first, name, ...[rps, p50, p99, nodeCpu, postgresCpu].map(cell), ...ratios];
}

function rowsOf({ workload, connections, names = NAMES, comparison }: Measured): string[][] {
  const { bare, product, ratioRps, ratioCpu } = comparison;
  return [
    row([workload, `${connections}`], names.bare, bare, ['', '']),
    row(['', ''], names.product, product, [ratioRps.toFixed(2), ratioCpu.toFixed(2)]),
  ];
}

/**
 * A table. CPU is in milliseconds per request; a CPU ratio above 1 says that the product is cheaper than (a). For W4 a
 * request is a load of rows, and the rate is in rows per second.
 */
export function tableOf(measured: readonly Measured[]): string {
  const rows = [HEAD, ...measured.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => (cells[column] as string).length)));
  const pad = (text: string, column: number) => {
    const width = widths[column] as number;
    return column === 0 || column === 2 ? text.padEnd(width) : text.padStart(width);
  };
  return rows.map((cells) => `${cells.map(pad).join('  ').trimEnd()}\n`).join('');
}

const round = (value: number) => Number(value.toPrecision(4));
const rounded = (summary: Summary) =>
  Object.fromEntries(Object.entries(summary).map(([name, value]) => [name, value === null ? null : round(value)]));

/**
 * One line of JSON for a workload. The first five are at the most connections that were measured, where both processors
 * are busy and throughput follows CPU; the rest is for whoever wants more. p50 and p99 are the product's, in milliseconds.
 */
export function jsonOf(measured: readonly Measured[], world: string): string {
  const most = measured.reduce((one, other) => (other.connections > one.connections ? other : one));
  const headline = ({ comparison: { ratioCpu, ratioRps, product } }: Measured) => ({
    ratioCpu: round(ratioCpu),
    ratioRps: round(ratioRps),
    p50: round(product.p50),
    p99: round(product.p99),
  });
  const detail = (one: Measured) => ({
    connections: one.connections,
    ...headline(one),
    bare: rounded(one.comparison.bare),
    product: rounded(one.comparison.product),
  });
  const { workload, bytes, rows } = most;
  return `${JSON.stringify({ workload, ...headline(most), world, bytes, rows, loads: measured.map(detail) })}\n`;
}
