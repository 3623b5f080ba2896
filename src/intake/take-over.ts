import type { Draft } from '../actions/in-draft';
import { readChoices } from '../delivery/choices';
import { emptyOthers, type Written, writeCells } from '../delivery/draft/draft';
import { writeFindings } from '../delivery/draft/findings';
import { checkCells } from '../domain/intake/check-cells';
import type { FilledSection } from '../domain/intake/filled';
import type { CheckFinding } from '../domain/intake/finding';
import type { KeptSections } from '../domain/intake/kept';
import type { ValueOrigin } from '../domain/vocabulary';

/** What a check of the draft says again, so that nobody else need. It does not know the cell that was left empty. */
const SAID_OF_THE_DRAFT: ReadonlySet<string> = new Set(['cell.required', 'cell.section-empty', 'cell.duplicate-row']);
const isSaidAgain = ({ rule, place }: CheckFinding) =>
  SAID_OF_THE_DRAFT.has(rule) && !(rule === 'cell.required' && place);

/**
 * Takes sections over into a draft: what is sound replaces all of each section, and what is not is said until it is filled in.
 * @param said what there is to say already of where they came from
 * @returns what there is to say of it all
 */
export async function takeOver(
  { tx, hand: person, ...filling }: Draft,
  sections: readonly FilledSection[],
  origin: ValueOrigin,
  said: readonly CheckFinding[] = [],
): Promise<readonly CheckFinding[]> {
  const { kept, findings } = checkCells(filling.form, sections, await readChoices(tx));
  const hand = { ...person, origin };
  const written = cellsOf(kept);
  const codes = sections.map(({ code }) => code);
  await emptyOthers(tx, filling, codes, written, hand);
  await writeCells(tx, filling, written, hand);
  const ofCells = findings.filter((finding) => !isSaidAgain(finding));
  await writeFindings(tx, filling, { findings: [...said, ...ofCells], kept, ofFile: codes });
  return [...said, ...findings];
}

/** Every value that was sound, with where it stood. */
const cellsOf = (kept: KeptSections): Written[] =>
  [...kept].flatMap(([section, rows]) =>
    rows.flatMap(({ row, values, places }) =>
      [...values].map(([field, value]) => ({ section, row, field, value, place: places?.get(field) ?? null })),
    ),
  );
