/** How a CSV is written, told by its beginning: encoding and separator. Nobody has to say it. */
import { isUtf8 } from 'node:buffer';
import type { FileRule } from './rules';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Dialect {
  readonly encoding: Encoding;
  /** The bytes before the text that say how it is encoded. */
  readonly markBytes: number;
  readonly separator: Separator;
  /** Old programs for the Mac end lines with a carriage return alone. */
  readonly lineEnd: '\n' | '\r';
  /** What a person ought to know about it. */
  readonly says: readonly FileRule[];
}

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf], says: [] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe], says: ['form.csv-utf-16'] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff], says: ['form.csv-utf-16'] },
] as const;
/** So many bytes are looked at; more is of no use. */
export const SAMPLE_BYTES = 64 * 1024;
const SAMPLE_LINES = 100;

/** `bytes` is the file, or at least its first SAMPLE_BYTES. A rule when it cannot be read. */
export function sniffDialect(bytes: Buffer): Dialect | FileRule {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => sample[at] === byte));
  const text = marked ? new TextDecoder(marked.encoding).decode(sample) : undefined;
  // Without a mark at the beginning it is a NUL that says that a text is in UTF-16, or that it is no text.
  if ((text ?? sample).includes('\0')) return 'form.csv-nul';
  const isUnicode = isUtf8(sample) || isUtf8(sample.subarray(0, sample.lastIndexOf(0x0a) + 1 || sample.length));
  if (marked?.encoding === 'utf-8' && !isUnicode) return 'form.csv-encoding';
  const encoding = marked?.encoding ?? (isUnicode ? 'utf-8' : 'windows-1252');
  const written = text ?? new TextDecoder(encoding).decode(sample);
  const separator = sniffSeparator(written, sample.length < bytes.length);
  const lineEnd = !written.includes('\n') && written.includes('\r') ? '\r' : '\n';
  if (separator === null) return 'form.csv-separator';
  const says = encoding === 'windows-1252' ? (['form.csv-windows-1252'] as const) : (marked?.says ?? []);
  return { encoding, markBytes: marked?.mark.length ?? 0, separator, lineEnd, says };
}

/** Null when lines differ in it. Without any separator there is one column, and it does not matter. */
function sniffSeparator(text: string, isCutOff: boolean): Separator | null {
  // What stands between quotation marks may hold anything.
  const bare = text.replaceAll(/"(?:[^"]|"")*(?:"|$)/g, '""');
  const lines = bare.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const looked = lines.slice(0, Math.min(SAMPLE_LINES, isCutOff ? lines.length - 1 : lines.length));
  const [header = '', ...rows] = looked.map((line) => counts(line));
  if (header === '') return ';';
  const best = SEPARATORS.reduce((one, other) => (header[other] > header[one] ? other : one));
  if (header[best] === 0) return rows.some((row) => SEPARATORS.some((one) => row[one] > 0 && one !== ',')) ? null : ';';
  const isMixed = rows.some((row) => row[best] === 0 && SEPARATORS.some((other) => row[other] === header[best]));
  return isMixed ? null : best;
}

const counts = (line: string): Readonly<Record<Separator, number>> => ({
  ';': line.split(';').length - 1,
  ',': line.split(',').length - 1,
  '\t': line.split('\t').length - 1,
});
