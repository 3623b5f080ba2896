/**
 * Whether a workbook is safe to unpack, before anything else looks at it. Everything is really unpacked, up to a limit: what the
 * archive says of its own sizes is not believed.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { FileRule } from './rules';
import { packedBytes, type ZipEntry, zipDirectory } from './zip-directory';

export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PARTS = 200;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
/** A part that is both larger than this and packed more tightly than that holds nothing that a person wrote. */
const SUSPECT_BYTES = 4 * 1024 * 1024;
const MOST_TIMES_PACKED = 300;

const UNWANTED: readonly (readonly [RegExp, FileRule])[] = [
  [/vbaProject|vbaData|xl\/macrosheets\//i, 'form.macros'],
  [/^xl\/(?:externalLinks|queryTables|model)\/|^xl\/connections\.xml$/i, 'form.external-link'],
  [
    /^xl\/(?:embeddings|activeX|ctrlProps|webextensions)\/|\.(?:exe|dll|bat|js|vbs|ps1|zip|docm|xlsm|ole)$/i,
    'form.embedded-object',
  ],
  // Upwards, absolute, of Windows, or with what no name holds.
  [/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|\\|^[a-z]:|\p{Cc}|\ufffd/iu, 'form.unsafe-names'],
];

/** The rule that a workbook breaks; null when it is safe. About 5 ms for a template. */
export function guardZip(bytes: Buffer): FileRule | null {
  if (bytes.length > MOST_BYTES) return 'form.too-large';
  const entries = zipDirectory(bytes);
  if (entries === 'DAMAGED') return 'form.damaged';
  if (entries === 'UNUSUAL') return 'form.unusual-packing';
  return breaksByName(entries) ?? breaksByContent(bytes, entries) ?? (entries.every(isText) ? null : 'form.picture');
}

/** What it is kept in has to be searched for data of people. Excel adds how a printer was set. */
const isText = ({ name }: ZipEntry) => /\.(?:xml|rels|vml)$|^xl\/printerSettings\/[^/]+\.bin$|\/$/i.test(name);

function breaksByName(entries: readonly ZipEntry[]): FileRule | null {
  if (entries.length > MOST_PARTS) return 'form.too-many-parts';
  for (const { name, isEncrypted, method } of entries) {
    if (isEncrypted) return 'form.encrypted-parts';
    const unwanted = UNWANTED.find(([pattern]) => pattern.test(name));
    if (unwanted) return unwanted[1];
    if (method !== 0 && method !== 8) return 'form.unusual-packing';
  }
  // Two readers may choose different ones of the two.
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return names.size < entries.length ? 'form.unsafe-names' : null;
}

function breaksByContent(bytes: Buffer, entries: readonly ZipEntry[]): FileRule | null {
  let left = MOST_UNPACKED_BYTES;
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry);
    if (packed === null) return 'form.damaged';
    const unpacked = unpack(packed, entry, left);
    if (!Buffer.isBuffer(unpacked)) return unpacked;
    if (unpacked.length > SUSPECT_BYTES && unpacked.length > packed.length * MOST_TIMES_PACKED)
      return 'form.unpacks-too-large';
    if (unpacked.length !== entry.unpacked || checksum(unpacked) !== entry.crc) return 'form.damaged';
    // Whatever a part is called, another may say that it is a sheet.
    if (definesEntities(unpacked)) return 'form.doctype';
    if (isAbsurd(unpacked.toString('latin1'))) return 'form.unpacks-too-large';
    left -= unpacked.length;
  }
  return null;
}

function unpack(packed: Buffer, { method }: ZipEntry, left: number): Buffer | FileRule {
  if (method === 0) return packed.length <= left ? packed : 'form.unpacks-too-large';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'form.unpacks-too-large' : 'form.damaged';
  }
}

/** Node has had it for longer than its types say. */
const checksum = crc32 as (bytes: Buffer) => number;

const ROW = /<(?:\w+:)?row[\s/>]/g;
const COLUMNS = /<(?:\w+:)?col\s([^<>]*)/g;
/** As many as a sheet can have. */
const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

/** Rows or columns are described more often than there can be any: a reader that believes it works for minutes. */
function isAbsurd(xml: string): boolean {
  let columns = 0;
  for (const [, attributes = ''] of xml.matchAll(COLUMNS)) {
    const bound = (name: string) => Number(new RegExp(`\\b${name}=["'](\\d{1,9})["']`).exec(attributes)?.[1]);
    const count = Math.min(bound('max'), SHEET_COLUMNS) - bound('min') + 1;
    // Never more than each of them once; what cannot be understood counts as all of them.
    columns += count >= 1 ? count : SHEET_COLUMNS;
    if (columns > SHEET_COLUMNS) return true;
  }
  return (xml.match(ROW)?.length ?? 0) > SHEET_ROWS;
}

/** No workbook has a document type of its own: it is where XML keeps its traps. */
const definesEntities = (content: Buffer) => TRAPS.some((trap) => content.includes(trap));
/** As bytes: looking for a word in UTF-16 in bytes of an odd length never ends (node 20.20). */
const TRAPS = ['<!DOCTYPE', '<!ENTITY'].flatMap((word) => {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()];
});
