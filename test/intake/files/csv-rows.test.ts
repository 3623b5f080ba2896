import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvFault, CsvRecords } from '../../../src/intake/files/csv-records';
import { csvRows } from '../../../src/intake/files/csv-rows';
import { Refusal } from '../../../src/intake/files/rules';

const alphabet = fc.constantFrom('a', 'é', '1', ';', '"', '""', '\n', '\r\n', ' ', ',', "'", '";"', '"\n', '";');
const anyText = fc.array(alphabet, { maxLength: 40 }).map((all) => all.join(''));
const lineEnd = fc.constantFrom('\n', '\r\n');
const cell = fc.array(fc.constantFrom('a', 'é', ';', '"', '\n', ' ', '5'), { maxLength: 6 }).map((all) => all.join(''));
const quoted = (text: string, always: boolean) =>
  always || /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const goodText = fc
  .tuple(fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), { maxLength: 8 }), lineEnd)
  .map(([rows, end]) => rows.map((cells) => cells.map(([text, always]) => quoted(text, always)).join(';')).join(end));

/** What csv-parse, which is used all over the world, makes of it; null when it refuses it. */
function theirs(text: string): { rows: string[][]; lines: number[] } | null {
  const lines: number[] = [];
  try {
    const rows = parse(text, {
      delimiter: ';',
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    return { rows, lines };
  } catch {
    return null;
  }
}

function ours(text: string, cuts: readonly number[]): { rows: string[][]; lines: number[] } | null {
  const records = new CsvRecords(';');
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  // In pieces that end with a newline, wherever that is.
  const ends = [...new Set(cuts.map((cut) => whole.indexOf('\n', cut % (whole.length + 1)) + 1))].sort((a, b) => a - b);
  const pieces = [...ends, whole.length].map((end, at) => whole.slice(at === 0 ? 0 : ends[at - 1], end));
  try {
    const batches = pieces.map((piece) => records.take(piece));
    records.end();
    return { rows: batches.flatMap(({ rows }) => rows), lines: batches.flatMap(({ lines }) => lines) };
  } catch (error) {
    if (error instanceof CsvFault) return null;
    throw error;
  }
}

describe('rows of a CSV', () => {
  it('are those of csv-parse, for every text that is written well, however it comes in', () => {
    fc.assert(
      fc.property(goodText, fc.array(fc.nat({ max: 200 }), { maxLength: 4 }), (text, cuts) => {
        expect(ours(text, cuts)?.rows).toEqual(theirs(text)?.rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('are refused where csv-parse refuses them, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 50 }), { maxLength: 3 }), (text, cuts) => {
        // A carriage return of its own within a line is a character like others to us.
        fc.pre(!/\r(?!\n)/.test(text));
        expect(ours(text, cuts)?.rows ?? null).toEqual(theirs(text)?.rows ?? null);
      }),
      { numRuns: 5000 },
    );
  });

  it('know their lines', () => {
    expect(ours('a\n\n"b\nc"\r\nd', [])).toEqual({ rows: [['a'], ['b\nc'], ['d']], lines: [1, 3, 5] });
  });

  it('come from bytes that are cut anywhere, also halfway a character', async () => {
    const text = 'naam;getal\r\n"é\r\nü";1\r\n😀;"2"\r\n';
    for (const encoding of ['utf8', 'utf16le'] as const)
      for (let size = 1; size < 12; size += 1) {
        const bytes = Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`, encoding);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        // More than the sample, so that pieces really come in later.
        const { batches } = await csvRows(Readable.from([...pieces]));
        const rows: string[][] = [];
        for await (const batch of batches) rows.push(...batch.rows);
        expect(rows).toEqual([
          ['naam', 'getal'],
          ['é\r\nü', '1'],
          ['😀', '2'],
        ]);
      }
  });

  it('of a long file come in memory that does not grow, and fast', async () => {
    const line = Buffer.from('0363;45;HUISARTS;12;3;4,5\r\n');
    const block = Buffer.concat(Array.from({ length: 4000 }, () => line));
    const blocks = 250;
    async function* pieces() {
      for (let at = 0; at < blocks; at += 1) yield block;
    }
    const began = performance.now();
    const { batches } = await csvRows(Readable.from(pieces()));
    const before = process.memoryUsage().rss;
    let count = 0;
    let most = 0;
    for await (const { rows, lines } of batches) {
      count += rows.length;
      most = Math.max(most, rows.length);
      expect(lines).toHaveLength(rows.length);
    }
    expect(count).toBe(1_000_000);
    expect(most).toBeLessThan(10_000);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(200);
    expect((performance.now() - began) / 1000).toBeLessThan(10);
  });

  it('says the line of what is wrong', async () => {
    const { batches } = await csvRows(Readable.from([Buffer.from('a;b\n1;2\n3;4"5\n')]));
    const reading = (async () => {
      for await (const { rows } of batches) expect(rows).toBeDefined();
    })();
    await expect(reading).rejects.toThrow(Refusal);
    await reading.catch((error: Refusal) => expect(error.findings[0]?.place).toEqual({ sheet: null, cell: '3' }));
  });
});
