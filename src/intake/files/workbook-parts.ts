/** The parts of a workbook as they are written, for what the library that reads its cells does not tell. */
import { inflateRawSync } from 'node:zlib';
import { packedBytes, zipDirectory } from './zip-directory';

/** The XML of every part with such a name, of a workbook that was found safe (guard-zip). */
export function* partsOf(bytes: Buffer, name: RegExp, encoding: 'latin1' | 'utf8'): Iterable<string> {
  const entries = zipDirectory(bytes);
  if (typeof entries === 'string') return;
  for (const entry of entries) {
    if (!name.test(entry.name)) continue;
    const packed = packedBytes(bytes, entry) ?? Buffer.alloc(0);
    yield (entry.method === 0 ? packed : inflateRawSync(packed)).toString(encoding);
  }
}

export function partNames(bytes: Buffer): readonly string[] {
  const entries = zipDirectory(bytes);
  return typeof entries === 'string' ? [] : entries.map(({ name }) => name);
}
