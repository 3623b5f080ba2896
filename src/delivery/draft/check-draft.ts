/** Checks all of a draft, and writes down what there is to say of it. */
import type { EntityManager } from 'typeorm';
import { checkCells } from '../../domain/intake/check-cells';
import type { Choices } from '../../domain/intake/choices';
import { checkCoherence } from '../../domain/intake/coherence/check-coherence';
import type { FilledSection, RawValue } from '../../domain/intake/filled';
import type { CheckFinding } from '../../domain/intake/finding';
import type { Field, Form } from '../../domain/intake/form';
import type { KeptRow, KeptSections } from '../../domain/intake/kept';
import { writeValue } from '../../domain/intake/write-value';
import { readChoices } from '../choices';
import { linesThere } from '../lines';
import { checkRegister } from './check-register';
import { keptOf, readCells } from './draft';
import type { Filling } from './filling';
import { dropMended, findingsOfFile, writeFindings } from './findings';
import { readDeclared, readKnown } from './known';

/** Checks a draft anew. What a file had to say of a cell stays until the cell is filled in, and goes before "nothing is there". */
export async function checkDraft(tx: EntityManager, filling: Filling): Promise<void> {
  const { delivery, form } = filling;
  const kept = keptOf(form, await readCells(tx, delivery.id));
  const choices = await readChoices(tx);
  await dropMended(tx, delivery.id);
  const unread = await findingsOfFile(tx, delivery.id);
  const isSaid = (finding: CheckFinding) => unread.has(`${finding.section} ${finding.row} ${finding.field}`);
  const lines = await linesThere(tx, filling);
  const { findings } = checkCells(form, filled(form, kept, choices), choices, new Set(lines.keys()));
  await writeFindings(tx, filling, {
    kept,
    findings: [
      ...findings.filter((finding) => !isSaid(finding)),
      ...(await checkRegister(tx, form, kept)),
      ...checkCoherence(form, kept, { ...(await readKnown(tx, filling)), declared: await readDeclared(tx, filling) }),
    ],
  });
}

/** What is kept, as it would be filled in again. */
const filled = ({ sections }: Form, kept: KeptSections, choices: Choices): FilledSection[] =>
  sections.map(({ code, fields }) => ({
    code,
    rows: (kept.get(code) ?? []).map((row) => ({ row: row.row, values: written(row, fields, choices) })),
  }));

function written({ values, places }: KeptRow, fields: readonly Field[], choices: Choices): Map<string, RawValue> {
  const raw = new Map<string, RawValue>();
  for (const field of fields) {
    const value = values.get(field.code);
    if (value === undefined) continue;
    const text = writeValue(field, value, 'nl', field.list && choices.get(field.list));
    raw.set(field.code, { text, place: places?.get(field.code) ?? null });
  }
  return raw;
}
