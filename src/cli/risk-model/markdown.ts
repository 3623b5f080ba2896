/** Markdown that is also read as text: columns are as wide as what stands in them, and numbers stand to the right. */
export interface Heading {
  readonly title: string;
  readonly align?: 'LEFT' | 'RIGHT';
}

export const words = (title: string): Heading => ({ title });
export const numbers = (title: string): Heading => ({ title, align: 'RIGHT' });

export function table(headings: readonly Heading[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map(({ title }, at) =>
    Math.max(3, title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const isRight = (at: number) => headings[at]?.align === 'RIGHT';
  const padded = (text: string, at: number) =>
    isRight(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  const line = (cells: readonly string[]) => `| ${cells.map(padded).join(' | ')} |`;
  const rule = widths.map((width, at) => (isRight(at) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(headings.map(({ title }) => title)), line(rule), ...rows.map(line)].join('\n');
}

/** What has no value: undefined, and not zero. */
export const UNDEFINED = '–';

export function percent(share: number | null, decimals = 1): string {
  return share === null ? UNDEFINED : `${(share * 100).toFixed(decimals)}%`;
}

/** "1,273". */
export const whole = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export function decimal(value: number | null, decimals = 1): string {
  return value === null ? UNDEFINED : value.toFixed(decimals);
}
