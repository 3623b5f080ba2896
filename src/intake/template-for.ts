/** The workbook, or the CSV of one section, in which a party fills in a delivery: with everything that is known in it. */
import { ownParty } from '../answers/own-party';
import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { type DraftCell, keptOf, readCells } from '../delivery/draft/draft';
import { type Filling, seeFilling } from '../delivery/draft/filling';
import { readKnown } from '../delivery/draft/known';
import { readSuggestions } from '../delivery/prefill/suggestions';
import type { Known } from '../domain/intake/coherence/known';
import { frequencyOf, QUARTERS_IN } from '../domain/intake/frequency';
import { labelOf } from '../domain/intake/period-label';
import { addQuarters } from '../domain/period';
import { NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import type { KeptSection } from './files/template-input';
import { writeCsv } from './files/write-csv';
import { writeTemplate } from './files/write-template';
import { metaFor, type Seal } from './template-token';

export interface Template {
  /** For the browser, such as "ews-2026Q4.xlsx". */
  readonly name: string;
  readonly content: Buffer;
}

/** A workbook with all sections that are not too long for one. */
export async function workbookFor(ctx: Context, id: string, seal: Seal): Promise<Template> {
  const { filling, choices, filled, previous } = await read(ctx, id);
  const content = await writeTemplate({
    ...{ form: filling.form, choices, filled, previous },
    ...{ meta: metaFor(filling, seal), partyName: filling.party.name },
  });
  return { name: `${nameOf(filling)}.xlsx`, content };
}

/** The CSV of one section. @throws NotFound when the delivery has no such section */
export async function csvFor(ctx: Context, id: string, code: string, seal: Seal): Promise<Template> {
  const { filling, filled } = await read(ctx, id);
  const section = filling.form.sections.find((one) => one.code === code);
  if (!section) throw new NotFound(NO_SECTION);
  const rows = filled.find((one) => one.code === code)?.rows ?? [];
  const content = writeCsv({ section, meta: metaFor(filling, seal), rows });
  return { name: `${nameOf(filling)}-${code}.csv`, content };
}

const nameOf = ({ delivery: { uitvraagKey, periodStart, periodEnd } }: Filling) =>
  `ews-${uitvraagKey}-${labelOf(periodStart, periodEnd)}`;

async function read(ctx: Context, id: string) {
  return ctx.transaction(async (tx) => {
    const filling = await seeFilling(tx, keyOfId('Delivery', id, 'deliveryId'), ownParty(ctx));
    const there = await readCells(tx, filling.delivery.id);
    const suggested: DraftCell[] = (await readSuggestions(tx, filling)).map((one) => ({
      ...one,
      ...{ version: 0, sheet: null, cell: null },
    }));
    // A section that was begun is shown as it is; what is not is shown as it may become.
    const begun = new Set(there.filter(({ value }) => value !== null).map(({ section }) => section));
    const cells = [...there, ...suggested.filter(({ section }) => !begun.has(section))];
    const filled = [...keptOf(filling.form, cells)].map(([code, rows]) => ({ code, rows }));
    const choices = await readChoices(tx);
    return { filling, choices, filled, previous: previousOf(filling, await readKnown(tx, filling)) };
  });
}

/** The values of the period before, of single items. */
function previousOf({ form }: Filling, { figures }: Known): KeptSection[] {
  const back = -QUARTERS_IN[frequencyOf(form.periodStart, form.periodEnd)];
  const [start, end] = [addQuarters(form.periodStart, back), addQuarters(form.periodEnd, back)];
  const before = new Map(
    figures.filter((one) => one.periodStart === start && one.periodEnd === end).map((one) => [one.item, one.value]),
  );
  return form.sections.map(({ code, fields }) => ({
    code,
    rows: [
      {
        row: 0,
        values: new Map(
          fields.flatMap((field) => {
            const value = before.get(field.figureItem ?? field.code);
            return value === undefined ? [] : [[field.code, value] as const];
          }),
        ),
      },
    ],
  }));
}

const NO_SECTION = {
  en: 'This delivery has no such section. See Draft.sections for those that it has.',
  nl: 'Deze aanlevering heeft dit onderdeel niet. Zie Draft.sections voor de onderdelen die er zijn.',
};
