import type { FillInInput } from '../../schema/fill-in-input';
import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { type DraftCell, readCells, type Written, writeCells } from '../delivery/draft/draft';
import { type Choices, indexOf } from '../domain/intake/choices';
import type { Field, Form, Section } from '../domain/intake/form';
import { type Parsed, parseValue } from '../domain/intake/parse-value';
import { personalIn } from '../domain/intake/shown-value';
import { refusalOf } from '../domain/personal-data/explain';
import { EwsError, Invalid, type Problem } from '../errors';
import { inDraft } from './in-draft';

/** Rows of a list that can be filled in by hand; longer ones come in a file. */
const ROWS_MAX = 5_000;

/**
 * Fills in values of a draft, as people write them. All of them are saved, or none: Invalid with every value that cannot be
 * read; Conflict with both values where a colleague was first.
 * @returns the API id of the delivery
 */
export function fillIn(ctx: Context, { deliveryId, values }: FillInInput): Promise<string> {
  return inDraft(ctx, 'fillIn', deliveryId, 'draft filled in', async ({ tx, form, hand, isNew, ...filling }) => {
    const choices = await readChoices(tx);
    const problems: Problem[] = [];
    const written = values.map((value, at): Written & { readonly version: number } => {
      const { section, row, field, version } = value;
      const asked = askedFor(form, section, row, field);
      const read = asked ? keptText(asked, value.text ?? '', choices) : NOT_ASKED;
      if (typeof read === 'object' && read) problems.push({ field: `values.${at}`, ...read });
      return { section, row, field, version, value: typeof read === 'string' ? read : null };
    });
    if (problems.length > 0) throw new Invalid(problems);
    // What was taken over just now was no colleague's.
    if (!isNew) refuseOvertaken(await readCells(tx, filling.delivery.id), written);
    await writeCells(tx, filling, written, hand);
    // What a file had to say of these cells was about what stood there.
    await tx.query(
      `delete from draft_finding f using jsonb_to_recordset($2) as n (section text, "row" integer, field text)
       where f.delivery_id = $1 and f.is_from_file and f.section = n.section and f."row" = n."row" and f.field = n.field`,
      [filling.delivery.id, JSON.stringify(written)],
    );
  });
}

/** The field of the form; null when nobody asked for it there. */
function askedFor(form: Form, code: string, row: number, field: string): Field | null {
  const section: Section | undefined = form.sections.find((one) => one.code === code);
  const isThere = section && (section.kind === 'ITEMS' ? row === 0 : row >= 1 && row <= ROWS_MAX && !section.isBulk);
  return (isThere && section.fields.find((one) => one.code === field)) || null;
}

/** As it is kept; null when it is empty; what is wrong with it otherwise. */
function keptText(field: Field, text: string, choices: Choices): string | null | Omit<Problem, 'field'> {
  const parsed: Parsed | null = parseValue(
    field,
    { text, place: null },
    indexOf((field.list && choices.get(field.list)) ?? []),
  );
  if (!parsed) return null;
  if (!('kept' in parsed)) return parsed.problem.message;
  const personal = field.type === 'TEXT' && refusalOf(personalIn(text, field.label.nl, field.isContact === true));
  return personal || parsed.kept;
}

/** Throws Conflict when a value has changed since the caller saw it, with both: who fills in decides which one holds. */
function refuseOvertaken(
  cells: readonly DraftCell[],
  written: readonly (Written & { readonly version: number })[],
): void {
  const keyOf = ({ section, row, field }: Pick<DraftCell, 'section' | 'row' | 'field'>) => `${section} ${row} ${field}`;
  const there = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const overtaken = written.flatMap((mine) => {
    const theirs = there.get(keyOf(mine));
    const isSame = (theirs?.version ?? 0) === mine.version || (theirs?.value ?? null) === mine.value;
    if (isSame) return [];
    const { section, row, field, value } = mine;
    return [{ section, row, field, yours: value, theirs: theirs?.value ?? null, version: theirs?.version ?? 0 }];
  });
  if (overtaken.length > 0) throw new EwsError('CONFLICT', OVERTAKEN, { values: overtaken });
}

const NOT_ASKED = {
  en: 'This is not asked in this delivery. See Draft.sections for what is.',
  nl: 'Dit wordt in deze aanlevering niet gevraagd. Zie Draft.sections voor wat wel.',
};
const OVERTAKEN = {
  en: 'A colleague has changed this since you saw it. Both values are given: choose, and send it again with the version that is given.',
  nl: 'Een collega heeft dit gewijzigd nadat u het zag. Beide waarden staan erbij: kies, en stuur het opnieuw met de versie die erbij staat.',
};
