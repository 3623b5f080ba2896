import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { type DraftCell, keptOf, readCells } from '../delivery/draft/draft';
import { type Filling, seeFilling } from '../delivery/draft/filling';
import { readFindings, type StoredFinding } from '../delivery/draft/findings';
import { readKnown } from '../delivery/draft/known';
import { obstaclesOf } from '../delivery/draft/obstacles';
import { linesThere } from '../delivery/lines';
import { readSuggestions, type Suggestion } from '../delivery/prefill/suggestions';
import { burdenOf } from '../domain/intake/burden';
import type { Choices } from '../domain/intake/choices';
import type { Known } from '../domain/intake/coherence/known';
import type { Field, Section } from '../domain/intake/form';
import { frequencyOf, QUARTERS_IN } from '../domain/intake/frequency';
import { type Progress, progressOf } from '../domain/intake/section-state';
import { writeValue } from '../domain/intake/write-value';
import { addQuarters } from '../domain/period';
import { Conflict } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { ownParty } from './own-party';

/** Rows of a list that are shown; longer ones are worked on in a file. */
const ROWS_SHOWN = 200;

/**
 * A delivery of the viewer's party that is being filled in: what is asked, what is there, what is known, what is wrong.
 * @throws Forbidden for who has no drafts at all
 * @throws NotFound when it is not there, or not the party's
 * @throws Conflict when it was submitted
 */
export async function draft(ctx: Context, id: string) {
  const partyId = ownParty(ctx);
  const key = keyOfId('Delivery', id, 'deliveryId');
  return ctx.transaction(async (tx) => {
    const filling = await seeFilling(tx, key, partyId);
    if (!['CONCEPT', 'AWAITING_SECOND_PERSON'].includes(filling.delivery.status)) throw new Conflict(SUBMITTED);
    const cells = await readCells(tx, key);
    const [choices, known] = [await readChoices(tx), await readKnown(tx, filling)];
    const findings = await readFindings(tx, key);
    const lines = await linesThere(tx, filling);
    const suggestions = await readSuggestions(tx, filling);
    const kept = keptOf(filling.form, cells);
    const sections = filling.form.sections.map((section) => ({
      ...told(section, choices, known, filling),
      ...counted(progressOf(section, kept.get(section.code) ?? [], findings, lines.get(section.code))),
      lines: lines.get(section.code) ?? kept.get(section.code)?.length ?? 0,
      rows: rowsOf(section, cells, choices),
      suggested: rowsOf(section, suggestions.map(asCell), choices),
    }));
    const obstacles = await obstaclesOf(tx, filling);
    return {
      ...{ deliveryId: key, sections, findings: findings.map(toldFinding), maySubmit: obstacles.length === 0 },
      obstacles: obstacles.map(({ en, nl }) => ({ en, nl })),
      ...burdenOf(filling.form, kept, lines, cells),
    };
  });
}

const toldFinding = ({ id, place, ...finding }: StoredFinding) => ({
  ...finding,
  id: `DraftFinding:${id}`,
  sheet: place?.sheet ?? null,
  cell: place?.cell ?? null,
});

const counted = ({ state, asked, filled, errors }: Progress) => ({ state, asked, filled, errors });

const asCell = ({ section, row, field, value, origin }: Suggestion): DraftCell => ({
  ...{ section, row, field, value, origin },
  ...{ version: 0, sheet: null, cell: null },
});

/** What is asked in a section, with what may be chosen, and what was delivered of it before. */
function told(section: Section, choices: Choices, { figures }: Known, { form }: Filling) {
  const { code, label, kind, isRequired, mayStayAsItWas, isBulk } = section;
  const before = (field: Field, quarters: number): string | null => {
    const [start, end] = [addQuarters(form.periodStart, -quarters), addQuarters(form.periodEnd, -quarters)];
    const item = field.figureItem ?? field.code;
    const figure = figures.find((one) => one.item === item && one.periodStart === start && one.periodEnd === end);
    return figure && kind === 'ITEMS' ? writeValue(field, figure.value, 'nl') : null;
  };
  return {
    ...{ code, label, kind, isRequired, mayStayAsItWas, isBulk },
    fields: section.fields.map((field) => ({
      ...{ code: field.code, label: field.label, type: field.type, isRequired: field.isRequired },
      ...{ isCumulative: field.isCumulative ?? false, legalBasis: field.legalBasis ?? null },
      choices: (field.list && choices.get(field.list)) ?? [],
      previous: before(field, QUARTERS_IN[frequencyOf(form.periodStart, form.periodEnd)]),
      yearBefore: before(field, 4),
    })),
  };
}

/** The values of a section, by row; each as it is kept and as people write it. */
function rowsOf({ code, fields }: Section, cells: readonly DraftCell[], choices: Choices) {
  const rows = new Map<number, object[]>();
  for (const { section, row, field: name, value, version, origin } of cells) {
    const field = section === code && fields.find((one) => one.code === name);
    if (!field || (rows.size >= ROWS_SHOWN && !rows.has(row))) continue;
    const listed = field.list && choices.get(field.list);
    const written =
      value === null
        ? null
        : { nl: writeValue(field, value, 'nl', listed), en: writeValue(field, value, 'en', listed) };
    rows.set(row, [...(rows.get(row) ?? []), { field: name, value, written, version, origin }]);
  }
  return [...rows].map(([row, all]) => ({ row, cells: all }));
}

const SUBMITTED = {
  en: 'This delivery was submitted: see Delivery.values for what it holds, and correctDelivery to change it.',
  nl: 'Deze aanlevering is ingediend: zie Delivery.values voor wat erin staat, en correctDelivery om haar te wijzigen.',
};
