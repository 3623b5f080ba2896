import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Invalid, NotFound } from '../../../errors';
import { readCsv } from './read-csv';
import { readOds } from './read-ods';
import { ColumnPicker, type Picked } from './table';
import type { Layout } from './variables';

type Read = typeof readOds;
const READERS: Readonly<Record<string, Read>> = { '.ods': readOds, '.csv': readCsv };

/** An .ods, a .csv, or a folder of them. */
export function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw NOT_THERE;
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => Object.hasOwn(READERS, extname(name).toLowerCase()))
    .sort()
    .map((name) => join(path, name));
}

export interface Export {
  /** What was picked of each organisation, joined over all tables, by the key of the export. */
  readonly organisations: ReadonlyMap<string, Picked>;
  /** The columns that were there. */
  readonly columns: ReadonlySet<string>;
  readonly tables: number;
  /** Of those, the ones with the column that joins. */
  readonly joined: number;
  /** Keys of which two tables say different things under the same name. */
  readonly contradicting: ReadonlySet<string>;
}

/** Reads all tables of an export and joins them. Of every row only the columns of the layout are kept. */
export async function readExport(
  files: readonly string[],
  layout: Layout,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Export> {
  const organisations = new Map<string, Map<string, string>>();
  const contradicting = new Set<string>();
  const wanted = new Set([...layout.kvk, ...layout.variables.map(({ name }) => name)]);
  const picker = new ColumnPicker(layout.join, wanted, (key, picked) => {
    const known = organisations.get(key) ?? new Map<string, string>();
    organisations.set(key, known);
    for (const [name, cell] of picked) {
      if (known.has(name) && known.get(name) !== cell) contradicting.add(key);
      known.set(name, cell);
    }
  });
  for (const file of files) await readerOf(file)(file, picker, onBytes);
  if (picker.joined === 0) throw NO_JOIN;
  return { organisations, columns: picker.found, tables: picker.tables, joined: picker.joined, contradicting };
}

function readerOf(file: string): Read {
  const reader = READERS[extname(file).toLowerCase()];
  if (!reader) throw UNKNOWN_KIND;
  return reader;
}

const NOT_THERE = new NotFound({ en: 'There is no such file or folder.', nl: 'Dit bestand of deze map bestaat niet.' });
const UNKNOWN_KIND = new Invalid([
  {
    field: 'file',
    en: 'must be an .ods, a .csv, or a folder of them. Unpack a .zip first.',
    nl: 'moet een .ods, een .csv of een map daarvan zijn. Pak een .zip eerst uit.',
  },
]);
const NO_JOIN = new Invalid([
  {
    field: 'file',
    en: 'has no table with the column that joins the tables of that year: is this the export of DigiMV, and of that year?',
    nl: 'heeft geen tabel met de kolom die de tabellen van dat jaar verbindt: is dit de export van DigiMV, en van dat jaar?',
  },
]);
