import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { Invalid } from '../../../errors';
import { HEADING_WITHIN, type TableReader } from './table';

const RECORD_MAX = 10_000_000;

/** One sheet of the export, saved as CSV. */
export async function readCsv(file: string, reader: TableReader, onBytes: (bytes: number) => void): Promise<void> {
  reader.begin(file);
  const parser = parse({
    bom: true,
    delimiter: await separatorIn(file),
    max_record_size: RECORD_MAX,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const stream = createReadStream(file);
  stream.on('data', (piece) => onBytes(piece.length));
  stream.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of stream.pipe(parser) as AsyncIterable<string[]>) reader.row(cellsOf(record));
  } catch (error) {
    throw (error as CsvError).code?.startsWith('CSV_') ? NOT_CSV : error;
  }
}

function cellsOf(record: readonly string[]): Map<number, string> {
  const cells = new Map<number, string>();
  for (const [place, cell] of record.entries()) if (cell.trim() !== '') cells.set(place, cell.trim());
  return cells;
}

/** What stands most often in the first lines: some say what the file is before the heading. */
async function separatorIn(file: string): Promise<string> {
  let start = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8', end: 100_000 })) start += piece;
  const lines = start.split('\n', HEADING_WITHIN).join('\n');
  const often = (separator: string) => lines.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (often(one) > often(best) ? one : best));
}

const NOT_CSV = new Invalid([
  {
    field: 'file',
    en: 'cannot be read as CSV: save the sheet again as CSV in UTF-8.',
    nl: 'is niet als CSV te lezen: sla het blad opnieuw op als CSV in UTF-8.',
  },
]);
