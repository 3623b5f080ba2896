/** Makes zips, good and bad ones: everything in them can be something else than it says. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { packedBytes, zipDirectory } from '../../../src/intake/files/zip-directory';

export interface Part {
  readonly name: string;
  readonly content: Buffer | string;
  readonly isStored?: boolean;
  /** What the headers say instead of the truth. */
  readonly says?: {
    flags?: number;
    method?: number;
    crc?: number;
    unpacked?: number;
    packed?: number;
    localName?: string;
  };
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export function zip(parts: readonly Part[], { entries }: { entries?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored, says = {} } of parts) {
    const bytes = Buffer.from(content as string);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const common = Buffer.concat([
      u16(20),
      u16(says.flags ?? 0),
      u16(says.method ?? (isStored ? 0 : 8)),
      u32(0x21 << 16),
      u32(says.crc ?? crc(bytes)),
      u32(says.packed ?? packed.length),
      u32(says.unpacked ?? bytes.length),
    ]);
    const localName = Buffer.from(says.localName ?? name);
    const local = Buffer.concat([u32(0x04034b50), common, u16(localName.length), u16(0), localName, packed]);
    const central = Buffer.from(name);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), common, u16(central.length), Buffer.alloc(12), u32(offset), central]),
    );
    locals.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(directory);
  const count = u16(entries ?? parts.length);
  return Buffer.concat([
    ...locals,
    table,
    u32(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    u32(table.length),
    u32(offset),
    u16(0),
  ]);
}

const crc = (bytes: Buffer): number => (crc32 as (bytes: Buffer) => number)(bytes);

export function unzip(bytes: Buffer): Map<string, Buffer> {
  const entries = zipDirectory(bytes);
  if (typeof entries === 'string') throw new Error('No zip.');
  return new Map(
    entries.map((entry) => {
      const packed = packedBytes(bytes, entry) ?? Buffer.alloc(0);
      return [entry.name, entry.method === 0 ? packed : inflateRawSync(packed)];
    }),
  );
}

/** The same zip, with some of its parts changed, and others added. */
export function rezip(
  bytes: Buffer,
  change: Readonly<Record<string, (content: string) => string | Buffer>>,
  added: readonly Part[] = [],
): Buffer {
  const parts = [...unzip(bytes)].map(([name, content]): Part => {
    const changed = change[name];
    return { name, content: changed ? changed(content.toString('utf8')) : content };
  });
  for (const name of Object.keys(change))
    if (!parts.some((part) => part.name === name)) throw new Error(`No part ${name}.`);
  return zip([...parts, ...added]);
}
