/**
 * The one way in which a delivery is written down to be counted as the same: its digest stands on the receipt, and a party
 * can work it out again from what it has.
 */
import type { KeptSections } from './kept';

/** A list that is too long for a form: the digest of the file that it came with. */
export interface DeliveredLines {
  readonly section: string;
  readonly sha256: string;
  readonly lines: number;
}

export interface DeliveredAs {
  readonly party: string;
  readonly uitvraag: string;
  readonly uitvraagVersion: number;
  /** Half-open. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly version: number;
}

/** A line of JSON for what it is, then one per value in the order of section, row and field, and one per long list. */
export function canonical(as: DeliveredAs, kept: KeptSections, lines: readonly DeliveredLines[] = []): string {
  const { party, uitvraag, uitvraagVersion, periodStart, periodEnd, version } = as;
  const values = [...kept].flatMap(([section, rows]) =>
    rows.flatMap(({ row, values: cells }) => [...cells].map(([field, value]) => [section, row, field, value] as const)),
  );
  return [
    [party, uitvraag, uitvraagVersion, periodStart, periodEnd, version],
    ...values.sort(inOrder),
    ...lines.map((list) => [list.section, list.sha256, list.lines]).sort(inOrder),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

type Line = readonly (string | number)[];

/** By each part in turn; text by its code units, so that every machine has the same order. */
function inOrder(a: Line, b: Line): number {
  for (const [at, part] of a.entries()) {
    const other = b[at] as string | number;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
