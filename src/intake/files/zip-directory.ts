/** The table of contents of a zip, as it stands at its end: what is in it, without unpacking anything. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** The checksum of what is packed, as the directory says. */
  readonly crc: number;
  /** Bytes, as the directory says. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header starts. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_END = END_BYTES + 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** Stands where the real size is elsewhere (zip64): for archives of more than 4 GB, which ours never are. */
const ELSEWHERE = 0xffffffff;

/** UNUSUAL: larger than we take, or with remarks of its own, which no spreadsheet writes and nothing looks into. */
export type ZipDirectory = readonly ZipEntry[] | 'DAMAGED' | 'UNUSUAL';

/** Every entry in its order; names as they are written, so the same one may be there twice. */
export function zipDirectory(bytes: Buffer): ZipDirectory {
  const end = endOf(bytes);
  if (end < 0) return 'DAMAGED';
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const hasRemark = bytes.readUInt16LE(end + 20) > 0 || end + END_BYTES < bytes.length;
  if (count === 0xffff || start === ELSEWHERE || hasRemark) return 'UNUSUAL';
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < count; ) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return 'DAMAGED';
    const entry = entryAt(bytes, at);
    if (entry.packed === ELSEWHERE || entry.unpacked === ELSEWHERE || entry.offset === ELSEWHERE) return 'UNUSUAL';
    if (bytes.readUInt16LE(at + 32) > 0) return 'UNUSUAL';
    entries.push(entry);
    at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
  }
  return entries;
}

/** The last one: what stands before it may be part of a file within. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - LONGEST_END); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

const entryAt = (bytes: Buffer, at: number): ZipEntry => ({
  isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  method: bytes.readUInt16LE(at + 10),
  crc: bytes.readUInt32LE(at + 16),
  packed: bytes.readUInt32LE(at + 20),
  unpacked: bytes.readUInt32LE(at + 24),
  offset: bytes.readUInt32LE(at + 42),
  name: bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + bytes.readUInt16LE(at + 28)),
});

/** What is packed of an entry; null when its own header says something else than the directory, or when it is cut off. */
export function packedBytes(bytes: Buffer, { offset, packed, name }: ZipEntry): Buffer | null {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const nameBytes = bytes.readUInt16LE(offset + 26);
  const start = offset + LOCAL_BYTES + nameBytes + bytes.readUInt16LE(offset + 28);
  const isSame = bytes.toString('utf8', offset + LOCAL_BYTES, offset + LOCAL_BYTES + nameBytes) === name;
  return isSame && start + packed <= bytes.length ? bytes.subarray(start, start + packed) : null;
}
