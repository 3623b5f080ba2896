import type { FillInInput } from '../../schema/fill-in-input';
import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { type DraftCell, readCells, type Written, writeCells } from '../delivery/draft/draft';
import { type Choices, indexOf } from '../domain/intake/choices';
import type { Field, Form, Section } from '../domain/intake/form';
import { type Parsed, parseValue } from '../domain/intake/parse-value';
import { personalIn } from '../domain/intake/shown-value';
import { writeValue } from '../domain/intake/write-value';
import type { Language, Said } from '../domain/language';
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
    const problems: Problem[] = namedTwice(values);
    const filled = values.flatMap(({ section, row, field, version, text }, at): Filled[] => {
      const asked = askedFor(form, section, row, field);
      const read = asked ? keptText(asked, text ?? '', choices) : NOT_ASKED;
      if (typeof read === 'object' && read) problems.push({ field: `values.${at}`, ...read });
      return asked ? [{ section, row, field, version, asked, value: typeof read === 'string' ? read : null }] : [];
    });
    if (problems.length > 0) throw new Invalid(problems);
    // What was taken over just now was no colleague's.
    if (!isNew) refuseOvertaken(await readCells(tx, filling.delivery.id), filled, choices);
    await writeCells(tx, filling, filled, hand);
    // What a file had to say of these cells was about what stood there.
    await tx.query(
      `delete from draft_finding f using jsonb_to_recordset($2) as n (section text, "row" integer, field text)
       where f.delivery_id = $1 and f.is_from_file and f.section = n.section and f."row" = n."row" and f.field = n.field`,
      [filling.delivery.id, JSON.stringify(filled)],
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

type Place = Pick<Written, 'section' | 'row' | 'field'>;
const placeOf = ({ section, row, field }: Place) => `${section} ${row} ${field}`;

/** Which of two values is meant cannot be told: each of the two is named. */
function namedTwice(values: readonly Place[]): Problem[] {
  const firstOf = new Map<string, number>();
  return values.flatMap((value, at) => {
    const first = firstOf.get(placeOf(value));
    if (first === undefined) firstOf.set(placeOf(value), at);
    return first === undefined ? [] : [{ field: `values.${at}`, ...twice(first) }];
  });
}

const twice = (first: number) => ({
  en: `This value is in here twice: see values.${first}. Send the one that holds.`,
  nl: `Deze waarde staat er twee keer in: zie values.${first}. Stuur alleen de waarde die geldt.`,
});

/** A value to write, with the version that was seen of it and the field that asks for it. */
interface Filled extends Written {
  readonly version: number;
  readonly asked: Field;
}

/** Throws Conflict when a value has changed since the caller saw it, with both: who fills in decides which one holds. */
function refuseOvertaken(cells: readonly DraftCell[], filled: readonly Filled[], choices: Choices): void {
  const there = new Map(cells.map((cell) => [placeOf(cell), cell]));
  const overtaken = filled.flatMap(({ asked, version: seen, ...mine }) => {
    const { value: theirs = null, version = 0 } = there.get(placeOf(mine)) ?? {};
    if (version === seen || theirs === mine.value) return [];
    const { section, row, field, value: yours } = mine;
    const written = { yours: asWritten(asked, yours, choices), theirs: asWritten(asked, theirs, choices) };
    return [{ section, row, field, yours, theirs, written, version }];
  });
  if (overtaken.length > 0) throw new EwsError('CONFLICT', OVERTAKEN, { values: overtaken });
}

/** As people read it; null when it is empty. */
function asWritten(field: Field, kept: string | null, choices: Choices): Said | null {
  const listed = field.list && choices.get(field.list);
  const write = (language: Language) => writeValue(field, kept ?? '', language, listed);
  return kept === null ? null : { nl: write('nl'), en: write('en') };
}

const NOT_ASKED = {
  en: 'This is not asked in this delivery. See Draft.sections for what is.',
  nl: 'Dit wordt in deze aanlevering niet gevraagd. Zie Draft.sections voor wat wel.',
};
const OVERTAKEN = {
  en: 'A colleague has changed this since you saw it. Both values are given: choose, and send it again with the version that is given.',
  nl: 'Een collega heeft dit gewijzigd nadat u het zag. Beide waarden staan erbij: kies, en stuur het opnieuw met de versie die erbij staat.',
};
