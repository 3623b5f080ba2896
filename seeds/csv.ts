import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const REFERENCE = join(__dirname, 'reference');

/** The text of a reference file. The reference folder travels with the code, also into the build. */
export function referenceText(path: string): string {
  return readFileSync(join(REFERENCE, path), 'utf8');
}

/** Splits one line of CSV; a quoted cell may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)) {
    const cell = match[1] as string;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match[2] === '') break;
  }
  return cells;
}

/** The rows of a CSV text with a header, each as column -> text. An empty cell is ''. */
export function csvRows<C extends string>(text: string): Record<C, string>[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = cellsOf(header) as C[];
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<C, string>;
  });
}
