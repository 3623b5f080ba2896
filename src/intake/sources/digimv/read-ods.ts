/**
 * An .ods is a zip with content.xml in it, which of DigiMV unpacks to gigabytes: read while it is unpacked, never held. Our
 * spreadsheet library reads a whole workbook into memory, and is for what people fill in.
 */
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Invalid } from '../../../errors';
import { readXml, type XmlElement } from '../read-xml';
import type { TableReader } from './table';

const CONTENT = 'content.xml';
/** The export of 2023 has 6,132 organisations in 21 sheets. Streaming bounds the memory; this bounds the time. */
const UNPACKED_MAX = 20_000_000_000;
/** XML of a table packs well, and zeros pack a thousand times: a real export stays below this. */
const TIMES_PACKED_MAX = 400;
const COLUMNS_MAX = 20_000;
const CELL_MAX = 10_000;

export async function readOds(file: string, reader: TableReader, onBytes: (bytes: number) => void): Promise<void> {
  const zip = await openPromise(file, { autoClose: false, validateEntrySizes: true }).catch(refuse);
  try {
    const entry = await contentOf(zip).catch(refuse);
    const stream = await zip.openReadStreamPromise(entry).catch(refuse);
    await readXml(unpacked(stream, entry, onBytes), new CellReader(reader));
  } finally {
    zip.close();
  }
}

/** What goes wrong in a zip is in what was sent. */
const refuse = (): never => {
  throw NOT_ODS;
};

async function contentOf(zip: ZipFile): Promise<Entry> {
  for await (const entry of zip.eachEntry()) if (entry.fileName === CONTENT) return entry;
  throw NOT_ODS;
}

/** Held to its sizes while it is unpacked: what a zip says of itself is not believed. */
async function* unpacked(stream: Readable, { compressedSize }: Entry, onBytes: (bytes: number) => void) {
  const most = Math.min(UNPACKED_MAX, compressedSize * TIMES_PACKED_MAX + 1_000_000);
  let size = 0;
  const pieces = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await pieces.next().catch(refuse);
    if (done) return;
    size += value.length;
    if (size > most) {
      stream.destroy();
      throw TOO_LARGE;
    }
    yield value;
    onBytes(value.length);
  }
}

const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';

/** Turns the elements of a spreadsheet into rows of cells. A number is taken as the file says it, not as it is shown. */
class CellReader {
  private readonly kinds: string[] = [];
  private cells = new Map<number, string>();
  private place = 0;
  private repeated = 1;
  private value: string | undefined;
  private shown = '';

  constructor(private readonly reader: TableReader) {}

  readonly open = (element: XmlElement): void => {
    const kind = element.namespace === TABLE ? element.name : element.namespace === TEXT ? 'text' : '';
    this.kinds.push(kind);
    if (kind === 'table') this.reader.begin(element.attribute('name') ?? '');
    if (kind === 'table-row') [this.cells, this.place] = [new Map(), 0];
    if (kind === 'table-cell' || kind === 'covered-table-cell') this.beginCell(element);
  };

  readonly text = (piece: string): void => {
    // Not of a note at the cell.
    const isOfCell = this.kinds.at(-1) === 'text' && this.kinds.at(-2) !== '';
    if (isOfCell && this.shown.length < CELL_MAX) this.shown += piece;
  };

  readonly close = (): void => {
    const kind = this.kinds.pop();
    if (kind === 'table-cell' || kind === 'covered-table-cell') this.endCell();
    // A row that is said to be repeated is the same row: it says nothing new.
    if (kind === 'table-row' && this.cells.size > 0) this.reader.row(this.cells);
  };

  private beginCell(element: XmlElement): void {
    this.repeated = Number(element.attribute('number-columns-repeated') ?? 1);
    this.value = element.attribute('value-type') === 'float' ? element.attribute('value') : undefined;
    this.shown = '';
  }

  private endCell(): void {
    const cell = (this.value ?? this.shown).trim();
    // Empty cells are repeated up to the edge of the sheet.
    if (cell !== '') {
      if (!(this.place + this.repeated <= COLUMNS_MAX)) throw TOO_LARGE;
      for (let at = 0; at < this.repeated; at += 1) this.cells.set(this.place + at, cell);
    }
    this.place += this.repeated;
  }
}

const NOT_ODS = new Invalid([
  {
    field: 'file',
    en: 'cannot be read as a spreadsheet (.ods). Unpack a .zip first; the export of 2019 is packed in a way that has to be saved anew.',
    nl: 'is niet als spreadsheet (.ods) te lezen. Pak een .zip eerst uit; de export van 2019 is zo ingepakt dat hij opnieuw moet worden opgeslagen.',
  },
]);
const TOO_LARGE = new Invalid([
  {
    field: 'file',
    en: 'unpacks to more than any export of DigiMV: it was not read further.',
    nl: 'wordt uitgepakt groter dan enige export van DigiMV: hij is niet verder gelezen.',
  },
]);
