/** Decodes the bytes of a CSV, whole lines at a time, whatever the pieces are in which they come. */

import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Dialect, Encoding } from './csv-dialect';
import { LONGEST_RECORD } from './csv-records';
import type { FileRule } from './rules';

const WINDOWS = new TextDecoder('windows-1252');

export class BlockFault extends Error {
  constructor(readonly rule: FileRule) {
    super(rule);
  }
}

/** Texts that end with a newline. What was found on the way is said to `say`. */
export class CsvBlocks {
  private rest: Buffer = Buffer.alloc(0);
  private encoding: Encoding;
  private hasLetters = false;
  private readonly lineEnd: string;
  /** UTF-16 is made UTF-8 before it is cut into lines. */
  private readonly wide: TextDecoder | null;

  constructor(
    { encoding, lineEnd }: Dialect,
    private readonly say: (rule: FileRule) => void,
  ) {
    this.wide = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : null;
    this.lineEnd = lineEnd;
    this.encoding = this.wide ? 'utf-8' : encoding;
  }

  take(piece: Buffer): string {
    const bytes = this.wide ? Buffer.from(this.wide.decode(piece, { stream: true })) : piece;
    const end = bytes.lastIndexOf(this.lineEnd) + 1;
    if (end === 0) {
      this.rest = Buffer.concat([this.rest, bytes]);
      // In the longest of characters.
      if (this.rest.length > LONGEST_RECORD * 4) throw new BlockFault('form.csv-line-too-long');
      return '';
    }
    const whole = this.rest.length === 0 ? bytes.subarray(0, end) : Buffer.concat([this.rest, bytes.subarray(0, end)]);
    this.rest = bytes.subarray(end);
    return this.decode(whole);
  }

  end(): string {
    const last = this.wide ? Buffer.concat([this.rest, Buffer.from(this.wide.decode())]) : this.rest;
    this.rest = Buffer.alloc(0);
    return last.length === 0 || last.toString('latin1').endsWith(this.lineEnd)
      ? this.decode(last)
      : `${this.decode(last)}\n`;
  }

  private decode(bytes: Buffer): string {
    const text = this.textOf(bytes);
    return this.lineEnd === '\r' ? text.replaceAll('\r', '\n') : text;
  }

  private textOf(bytes: Buffer): string {
    if (bytes.includes(0)) throw new BlockFault('form.csv-nul');
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (this.encoding === 'utf-8' && !isUtf8(bytes)) {
      // Up to here there were only letters without accents, which are the same in both.
      if (this.hasLetters) throw new BlockFault('form.csv-encoding');
      this.encoding = 'windows-1252';
      this.say('form.csv-windows-1252');
    }
    this.hasLetters = true;
    return this.encoding === 'windows-1252' ? WINDOWS.decode(bytes) : bytes.toString('utf8');
  }
}
