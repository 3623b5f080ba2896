/** What the language says of tasks, drafts and what a delivery means: the rules of the domain, on rows in memory. */
import type { ExplainedFinding } from '../../../src/domain/intake/answers';
import type { Known, KnownFigure } from '../../../src/domain/intake/coherence/known';
import type { Field, Form, Section } from '../../../src/domain/intake/form';
import { frequencyOf } from '../../../src/domain/intake/frequency';
import { giveBack } from '../../../src/domain/intake/give-back';
import type { KeptRow, KeptSections } from '../../../src/domain/intake/kept';
import { obstacles } from '../../../src/domain/intake/may-submit';
import { type PeerCounts, placeAmongPeers } from '../../../src/domain/intake/place-among-peers';
import { progressOf } from '../../../src/domain/intake/section-state';
import { taskName } from '../../../src/domain/intake/task-name';
import { byUrgency, taskOf } from '../../../src/domain/intake/tasks';
import { writeValue } from '../../../src/domain/intake/write-value';
import { addDays, addQuarters } from '../../../src/domain/period';
import type { RatioCode } from '../../../src/domain/ratios';
import type { DeliveryStatus } from '../../../src/domain/vocabulary';
import { Conflict, NotFound } from '../../../src/errors';
import { choicesOf, definitionOf, figuresBefore, formOf, historyBefore } from './drafts-known';
import { type Cell, suggestionsOf } from './drafts-suggested';
import { peersOf } from './peers';
import type { Sight } from './sight';
import type { Arguments } from './told';
import type { Row } from './world';

const DAY_IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
const NOTHING = { en: '', nl: '' };

/** By their codes, letter by letter. */
const inOrder = (cells: readonly Row[]): Cell[] =>
  ([...cells] as unknown as Cell[]).sort((a, b) => {
    if (a.section !== b.section) return a.section < b.section ? -1 : 1;
    return a.row - b.row || (a.field < b.field ? -1 : 1);
  });

export function tasks(_args: Arguments, see: Sight): Row {
  const today = DAY_IN_THE_NETHERLANDS.format(see.now);
  const since = addDays(today, -100);
  const dayOf = (moment: unknown) => DAY_IN_THE_NETHERLANDS.format(moment as Date);
  const own = see
    .where('Delivery', 'partyId', see.viewer.partyId)
    .filter(({ submittedAt, status }) => status === 'RETURNED' || submittedAt === null || dayOf(submittedAt) > since);
  const isLast = (row: Row) =>
    !own.some(
      (other) =>
        (other.submittedAt !== null || row.status !== 'RETURNED') &&
        ['uitvraagKey', 'periodStart', 'periodEnd'].every((name) => other[name] === row[name]) &&
        Number(other.version) > Number(row.version),
    );
  const byName = (row: Row) => `${row.uitvraagKey} ${row.periodStart} ${row.periodEnd} ${1000 - Number(row.version)}`;
  const all = own
    .filter(isLast)
    .sort((a, b) => (byName(a) < byName(b) ? -1 : 1))
    .map((row) => {
      const form = formOf(row, see);
      const [start, end] = [String(row.periodStart), String(row.periodEnd)];
      const name = taskName(String(definitionOf(row, see).name), start, end);
      const values = ['DraftValue', 'DeliveredValue'].flatMap((type) => see.where(type, 'deliveryId', row.id));
      const kept = keptOf(form, values as unknown as Cell[]);
      const blocks = see.where('DraftLines', 'deliveryId', row.id);
      const amounts = form.sections.map((section) => {
        const rows = kept.get(section.code) ?? [];
        const isThere = row.submittedAt !== null || blocks.some((block) => block.section === section.code);
        const { asked, filled } = progressOf(section, rows, [], section.isBulk && isThere ? 1 : 0);
        return { asked, filled, isBegun: rows.length > 0 || (section.isBulk && isThere) };
      });
      const asked = amounts.reduce((sum, one) => sum + one.asked, 0);
      const filled = amounts.reduce((sum, one) => sum + one.filled, 0);
      const isBegun = amounts.some((one) => one.isBegun);
      const [status, dueOn] = [row.status as DeliveryStatus, String(row.dueOn)];
      const isCorrection = Number(row.version) > 1;
      const task = taskOf({ name, status, isCorrection, dueOn, today, filled, asked, isBegun });
      return { ...task, deliveryId: row.id, name, asked, filled, says: { nl: task.nl, en: task.en } };
    })
    .sort(byUrgency);
  const open = all.filter(({ isOpen }) => isOpen);
  return {
    tasks: all,
    open: open.length,
    dueSoon: open.filter(({ isDue, daysLeft }) => isDue && daysLeft <= 14).length,
  };
}

/** A delivery of the viewer's own party. */
function ownDelivery({ deliveryId }: Arguments, see: Sight): Row {
  const key = String(deliveryId).slice('Delivery:'.length).toLowerCase();
  const [found] = see.where('Delivery', 'id', key).filter(({ partyId }) => partyId === see.viewer.partyId);
  if (!found) throw new NotFound(NOTHING);
  return found;
}

const keptOf = ({ sections }: Form, cells: readonly Cell[]): KeptSections =>
  new Map(
    sections.map(({ code }) => {
      const own = cells.filter(({ section, value }) => section === code && value !== null);
      const numbers = [...new Set(own.map(({ row }) => row))];
      const rows = numbers.map((row): KeptRow => {
        const values = own
          .filter((cell) => cell.row === row)
          .map(({ field, value }) => [field, value as string] as const);
        return { row, values: new Map(values) };
      });
      return [code, rows];
    }),
  );

const GRAVITY = ['ERROR', 'QUESTION', 'INFO'];
function findingsOf(delivery: Row, see: Sight) {
  const rank = (row: Row) => GRAVITY.indexOf(String(row.severity)) * 2 + (row.isFromFile ? 0 : 1);
  return [...see.where('DraftFinding', 'deliveryId', delivery.id)]
    .sort((a, b) => rank(a) - rank(b) || Number(a.position) - Number(b.position))
    .map(({ expectedNl, expectedEn, messageNl, messageEn, sheet, cell, ...row }) => ({
      ...row,
      ...{ sheet: cell === null ? null : sheet, cell },
      expected: expectedNl === null ? null : { nl: expectedNl, en: expectedEn },
      message: { nl: messageNl, en: messageEn },
    })) as unknown as ExplainedFinding[];
}

const QUARTERS = { QUARTER: 1, HALF_YEAR: 2, YEAR: 4 } as const;

export function draft(args: Arguments, see: Sight): Row {
  const delivery = ownDelivery(args, see);
  if (!['CONCEPT', 'AWAITING_SECOND_PERSON'].includes(String(delivery.status))) throw new Conflict(NOTHING);
  const form = formOf(delivery, see);
  const [cells, findings] = [inOrder(see.where('DraftValue', 'deliveryId', delivery.id)), findingsOf(delivery, see)];
  const [kept, figures] = [keptOf(form, cells), figuresBefore(delivery, form, see)];
  const blocks = see.where('DraftLines', 'deliveryId', delivery.id);
  const linesOf = ({ code }: Section) =>
    blocks.filter(({ section }) => section === code).reduce((sum, { count }) => sum + Number(count), 0);
  const before = (section: Section, field: Field, quarters: number): string | null => {
    const [start, end] = [addQuarters(form.periodStart, -quarters), addQuarters(form.periodEnd, -quarters)];
    const isIt = (one: KnownFigure) =>
      one.item === (field.figureItem ?? field.code) && one.periodStart === start && one.periodEnd === end;
    const figure = section.kind === 'ITEMS' && figures.find(isIt);
    return figure ? writeValue(field, figure.value, 'nl') : null;
  };
  const back = QUARTERS[frequencyOf(form.periodStart, form.periodEnd)];
  const suggested = suggestionsOf(delivery, form, see);
  const sections = form.sections.map((section) => ({
    ...section,
    ...progressOf(section, kept.get(section.code) ?? [], findings, linesOf(section)),
    lines: linesOf(section) || (kept.get(section.code)?.length ?? 0),
    fields: section.fields.map((field) => ({
      ...{ isCumulative: false, legalBasis: null, ...field },
      choices: field.list ? choicesOf(field.list, see) : [],
      ...{ previous: before(section, field, back), yearBefore: before(section, field, 4) },
    })),
    rows: rowsOf(section, cells, see),
    suggested: rowsOf(section, suggested, see),
  }));
  const lined = form.sections.filter((section) => linesOf(section) > 0);
  const there = new Map([...kept, ...lined.map(({ code }) => [code, [{ row: 1, values: new Map() }]] as const)]);
  const found = obstacles({ form, kept: there, findings });
  const isAsked = ({ section: code, field: name }: Cell) =>
    form.sections.some(
      ({ code: own, fields }) => own === code && fields.some((field) => field.code === name && field.isRequired),
    );
  const of = (origin: string) =>
    cells.filter((cell) => cell.origin === origin && cell.value !== null && isAsked(cell)).length;
  return {
    ...{ deliveryId: delivery.id, sections, findings, obstacles: found, maySubmit: found.length === 0 },
    remark: see.find('DraftRemark', 'deliveryId', delivery.id)?.remark ?? null,
    ...{
      asked: sections.reduce((sum, one) => sum + one.asked, 0),
      prefilled: of('PREVIOUS'),
      reused: of('OTHER_UITVRAAG'),
    },
  };
}

function rowsOf({ code, fields }: Section, cells: readonly Cell[], see: Sight) {
  const own = cells.filter(({ section, field }) => section === code && fields.some((one) => one.code === field));
  return [...new Set(own.map(({ row }) => row))].slice(0, 200).map((row) => ({
    row,
    cells: own
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const field = fields.find((one) => one.code === cell.field) as Field;
        const choices = field.list && choicesOf(field.list, see);
        const write = (language: 'nl' | 'en') => writeValue(field, cell.value as string, language, choices);
        return { ...cell, written: cell.value === null ? null : { nl: write('nl'), en: write('en') } };
      }),
  }));
}

/** Of what was delivered; before that, of what is filled in. */
export function deliveryMeaning(args: Arguments, see: Sight): Row | null {
  const delivery = ownDelivery(args, see);
  const form = formOf(delivery, see);
  const submitted = see.where('DeliveredValue', 'deliveryId', delivery.id).filter(({ row }) => row === 0);
  const cells = inOrder(submitted.length > 0 ? submitted : see.where('DraftValue', 'deliveryId', delivery.id));
  const known: Known = {
    ...{ figures: figuresBefore(delivery, form, see), history: historyBefore(delivery, see), regionOf: new Map() },
    ...{ annualAccounts: [], ownContracts: [], counterpartContracts: [], realised: [], declared: [] },
  };
  const meaning = giveBack(form, keptOf(form, cells), known);
  if (!meaning) return null;
  const same = (row: Row) =>
    ['partyId', 'uitvraagKey', 'periodStart', 'periodEnd'].every((name) => row[name] === delivery[name]);
  const isCorrected = see
    .where('Delivery', 'partyId', delivery.partyId)
    .some((row) => same(row) && Number(row.version) > Number(delivery.version) && row.submittedAt !== null);
  const placeOf = (ratio: RatioCode) => {
    if (delivery.submittedAt === null) return placeAmongPeers(ratio, 'NOT_SUBMITTED');
    if (isCorrected) return placeAmongPeers(ratio, 'CORRECTED');
    const own = see
      .where('Indicator', 'providerId', delivery.providerId)
      .filter(({ code, quarter }) => code === ratio && quarter === meaning.quarter);
    return placeAmongPeers(ratio, own.flatMap((row) => peersOf(row, see.world)) as PeerCounts[]);
  };
  const trends = meaning.trends.map((trend) => ({ ...trend, says: trend, peers: placeOf(trend.ratio) }));
  return { ...meaning, says: meaning, trends };
}
