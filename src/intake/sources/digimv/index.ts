import type { EntityManager } from 'typeorm';
import { tentatively } from '../../../database/tentatively';
import { Invalid } from '../../../errors';
import { accountsIn } from './accounts';
import { type Imported, importAccounts } from './import-accounts';
import { type Export, readExport } from './read-export';
import type { Report } from './report';
import { LAYOUTS, type Layout, type Variable } from './variables';

export interface Wish {
  readonly files: readonly string[];
  readonly bookYear: number;
  /** Names that somebody looked up in the dictionary of that year. */
  readonly checked: readonly string[];
  readonly isDryRun: boolean;
  /** Of the files, for the audit log. */
  readonly digest: string;
}

/** The layout of a book year, and which of its variables may be taken. Throws Invalid for a year or name that is not known. */
export function trustedIn({ bookYear, checked }: Pick<Wish, 'bookYear' | 'checked'>) {
  const layout = LAYOUTS[bookYear];
  if (!layout) throw UNKNOWN_YEAR;
  if (checked.some((name) => !layout.variables.some((one) => one.name === name))) throw UNKNOWN_NAME;
  const isTrusted = ({ name, certainty }: Variable) => certainty === 'SEEN' || checked.includes(name);
  return { layout, isTrusted };
}

/** Reads an export and imports it in one transaction; a dry run does the same and takes it back. */
export async function importExport(
  archive: { transaction(work: (tx: EntityManager) => Promise<Imported>): Promise<Imported> },
  wish: Wish,
  now: Date,
  onBytes?: (bytes: number) => void,
): Promise<Report> {
  const { layout, isTrusted } = trustedIn(wish);
  const read = await readExport(wish.files, layout, onBytes);
  const accounts = accountsIn(read, layout, isTrusted);
  const work = { bookYear: wish.bookYear, accounts: accounts.taken, itemsSaid: itemsSaid(layout, read, isTrusted) };
  const imported = await tentatively(
    archive,
    (tx) => importAccounts(tx, work, wish.digest, now),
    () => !wish.isDryRun,
  );
  return { bookYear: wish.bookYear, read, layout, isTrusted, accounts, imported, isDryRun: wish.isDryRun };
}

function itemsSaid({ variables }: Layout, { columns }: Export, isTrusted: (variable: Variable) => boolean) {
  const said = variables.filter((one) => one.of === 'YEAR' && columns.has(one.name) && isTrusted(one));
  return [...new Set(said.map(({ item }) => item))];
}

const years = Object.keys(LAYOUTS).join(', ');
const UNKNOWN_YEAR = new Invalid([
  {
    field: '--year',
    en: `must be a book year of which the layout is known: ${years}.`,
    nl: `moet een boekjaar zijn waarvan de indeling bekend is: ${years}.`,
  },
]);
const UNKNOWN_NAME = new Invalid([
  {
    field: '--checked',
    en: 'names a variable that is not in the table of that year: see src/intake/sources/digimv/variables.ts.',
    nl: 'noemt een variabele die niet in de tabel van dat jaar staat: zie src/intake/sources/digimv/variables.ts.',
  },
]);
