import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Invalid, NotFound } from '../../../errors';

/** What a file of CBS or the Zorginstituut is, by the columns that it has. Others may stand beside them. */
export const KINDS = {
  municipalities: ['gemeente_code', 'gemeente_naam', 'provincie_code', 'jeugdregio_code', 'lon', 'lat'],
  mergers: ['oude_code', 'nieuwe_code', 'datum'],
  codeLists: ['lijst_code', 'lijst_naam', 'code', 'waarde', 'release'],
  careForms: ['code', 'naam', 'bovenliggend', 'niveau', 'ijw_productcategorie_jz020_equivalent'],
} as const;
export type Kind = keyof typeof KINDS;
export type RowOf<K extends Kind> = Readonly<Record<(typeof KINDS)[K][number], string>>;

export type Table = { readonly [K in Kind]: { readonly kind: K; readonly rows: readonly RowOf<K>[] } }[Kind];

/** No list of these is longer. */
const BYTES_MAX = 5_000_000;

/** Throws Invalid for what is none of them. */
export function readTable(file: string): Table {
  const records = recordsIn(file);
  const columns = Object.keys(records[0] ?? {});
  const kind = (Object.keys(KINDS) as Kind[]).find((one) => KINDS[one].every((name) => columns.includes(name)));
  if (kind === undefined) throw UNKNOWN;
  return { kind, rows: records } as unknown as Table;
}

function recordsIn(file: string): Record<string, string>[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw NOT_THERE;
  }
  if (bytes.length > BYTES_MAX) throw UNKNOWN;
  const [heading = ''] = bytes.toString().split('\n', 1);
  const delimiter = heading.includes(';') ? ';' : ',';
  try {
    return parse(bytes, { bom: true, columns: true, delimiter, skip_empty_lines: true, trim: true });
  } catch {
    throw UNKNOWN;
  }
}

const NOT_THERE = new NotFound({ en: 'There is no such file.', nl: 'Dit bestand bestaat niet.' });
const UNKNOWN = new Invalid([
  {
    field: 'file',
    en: 'is no list of municipalities, mergers, code lists or forms of care: docs/sources.md says which columns each has.',
    nl: 'is geen lijst van gemeenten, samenvoegingen, codelijsten of zorgvormen: docs/sources.md zegt welke kolommen elk heeft.',
  },
]);
