/** A release of the code lists of iJw. A release never changes: what is different is another release. */
import type { EntityManager } from 'typeorm';
import { CodeListEntry } from '../../../../entities';
import type { Problem } from '../../../errors';
import type { RowOf } from './read-table';

export type CodeRow = RowOf<'codeLists'>;
export type PresentCode = Pick<CodeListEntry, 'listCode' | 'release' | 'code' | 'listName' | 'name'>;

const keyOf = ({ listCode, release, code }: Pick<PresentCode, 'listCode' | 'release' | 'code'>) =>
  [listCode, release, code].join('\n');
const TEXT_MAX = 300;

export interface CodeChanges {
  readonly added: readonly PresentCode[];
  /** Beside the newest release of the same list that the archive has. */
  readonly told: readonly string[];
}

export function codeChangesOf(
  present: readonly PresentCode[],
  rows: readonly CodeRow[],
): { problems: Problem[]; changes: CodeChanges } {
  const entries = rows.map(entryOf);
  const known = new Map(present.map((one) => [keyOf(one), one]));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const one of entries) {
    const other = known.get(keyOf(one));
    if (Object.values(one).some((text) => text === '' || text.length > TEXT_MAX)) problems.push(EMPTY);
    if (seen.has(keyOf(one))) problems.push(TWICE);
    if (other && (other.name !== one.name || other.listName !== one.listName)) problems.push(ANOTHER);
    seen.add(keyOf(one));
  }
  const added = entries.filter((one) => !known.has(keyOf(one)));
  return { problems: [...new Set(problems)], changes: { added, told: differences(present, added) } };
}

const entryOf = ({ lijst_code, lijst_naam, code, waarde, release }: CodeRow): PresentCode => ({
  ...{ listCode: lijst_code, listName: lijst_naam, code, name: waarde, release },
});

function differences(present: readonly PresentCode[], added: readonly PresentCode[]): string[] {
  const lists = [...new Set(added.map(({ listCode }) => listCode))];
  return lists.flatMap((list) => {
    const newer = added.filter(({ listCode }) => listCode === list);
    const older = present.filter(({ listCode }) => listCode === list);
    const last = older
      .map(({ release }) => release)
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      .at(-1);
    const before = new Map(older.filter(({ release }) => release === last).map(({ code, name }) => [code, name]));
    const after = new Set(newer.map(({ code }) => code));
    const counts = [
      [newer.filter(({ code }) => !before.has(code)).length, 'new'],
      [newer.filter(({ code, name }) => before.has(code) && before.get(code) !== name).length, 'with another name'],
      [[...before.keys()].filter((code) => !after.has(code)).length, 'gone'],
    ] as const;
    const said = counts.flatMap(([count, says]) => (count > 0 ? [`${count} ${says}`] : []));
    return [
      `${list}: ${newer.length} codes of ${newer[0]?.release}${said.length > 0 ? `, ${said.join(', ')}` : ', as before'}.`,
    ];
  });
}

export const presentCodes = (tx: EntityManager): Promise<PresentCode[]> => tx.find(CodeListEntry);

export async function adoptCodes(tx: EntityManager, { added }: CodeChanges): Promise<void> {
  await tx.insert(CodeListEntry, [...added]);
}

const problem = (en: string, nl: string): Problem => ({ field: 'file', en, nl });
const EMPTY = problem('has a row with an empty or too long cell.', 'heeft een rij met een lege of te lange cel.');
const TWICE = problem('has a code twice in one release.', 'heeft een code twee keer in één release.');
const ANOTHER = problem(
  'says something else of a release that is there already: a release does not change, give it another name.',
  'zegt iets anders van een release die er al is: een release verandert niet, geef haar een andere naam.',
);
