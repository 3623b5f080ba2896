import type { EntityManager } from 'typeorm';
import { appendAuditEntry } from '../../../database/logs';
import { Invalid, type Problem } from '../../../errors';
import { adoptAreas, isNothing, presentIn } from './adopt-areas';
import { changesOf, type Merger } from './areas';
import { adoptForms, formChangesOf, presentForms } from './care-forms';
import { adoptCodes, codeChangesOf, presentCodes } from './code-lists';
import { readTable, type Table } from './read-table';
import { toldOf } from './told-areas';

export interface Wish {
  readonly table: Table;
  readonly mergers: readonly Merger[];
  readonly on: string | null;
  /** The name of a list of forms of care. */
  readonly listVersion: string | null;
  readonly digest: string;
}

/** What a list changes, and a way to write that down. */
export interface Checked {
  readonly told: readonly string[];
  readonly isNothing: boolean;
  adopt(): Promise<void>;
}

/** Checks a list against the archive. Throws Invalid with every problem at once. */
export async function check(tx: EntityManager, wish: Wish, now: Date): Promise<Checked> {
  const { table } = wish;
  if (table.kind === 'municipalities') return checkAreas(tx, wish, table.rows, now);
  if (table.kind === 'codeLists') {
    const { problems, changes } = codeChangesOf(await presentCodes(tx), table.rows);
    refuse(problems);
    const adopt = () => adoptCodes(tx, changes).then(() => note(tx, 'code lists adopted', 'code_list_entry', wish));
    return { told: changes.told, isNothing: changes.added.length === 0, adopt };
  }
  if (table.kind === 'careForms') {
    const codes = await presentCodes(tx);
    const categories = new Set(codes.filter(({ listCode }) => listCode === 'JZ020').map(({ code }) => code));
    const { problems, changes } = formChangesOf(await presentForms(tx), table.rows, categories);
    refuse(problems);
    const version = wish.listVersion;
    const adopt = async () => {
      if (version === null) throw NO_VERSION;
      await adoptForms(tx, changes, version);
      await note(tx, 'care forms adopted', 'care_form', wish);
    };
    return { told: changes.told, isNothing: changes.added.length + changes.changed.length === 0, adopt };
  }
  throw MERGERS_ALONE;
}

async function checkAreas(
  tx: EntityManager,
  { mergers, on, digest }: Wish,
  rows: AreaRows,
  now: Date,
): Promise<Checked> {
  const { problems, changes } = changesOf(await presentIn(tx), { rows, mergers, on });
  refuse(problems);
  return {
    told: await toldOf(tx, changes),
    isNothing: isNothing(changes),
    adopt: () => adoptAreas(tx, changes, digest, now),
  };
}
type AreaRows = Extract<Table, { kind: 'municipalities' }>['rows'];

/** The table of mergers that goes with a list of municipalities. */
export function readMergers(file: string): readonly Merger[] {
  const table = readTable(file);
  if (table.kind !== 'mergers') throw NO_MERGERS;
  return table.rows;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Invalid(problems);
}

const note = (tx: EntityManager, action: string, objectKind: string, { digest }: Wish) =>
  appendAuditEntry(
    tx,
    { action, objectKind, objectId: digest, result: 'OK' },
    { subject: 'system', origin: 'system', traceId: null },
  );

const NO_VERSION = new Invalid([
  {
    field: '--version',
    en: 'is needed to adopt forms of care: the table of CBS and its year, such as "CBS 85099NED 2027".',
    nl: 'is nodig om zorgvormen over te nemen: de tabel van het CBS en het jaar, zoals "CBS 85099NED 2027".',
  },
]);
const NO_MERGERS = new Invalid([
  {
    field: '--mergers',
    en: 'must be a table with oude_code, nieuwe_code and datum.',
    nl: 'moet een tabel zijn met oude_code, nieuwe_code en datum.',
  },
]);
const MERGERS_ALONE = new Invalid([
  {
    field: 'file',
    en: 'is a table of mergers: name the new list of municipalities, and this one with --mergers.',
    nl: 'is een tabel van samenvoegingen: noem de nieuwe lijst van gemeenten, en deze met --mergers.',
  },
]);
