/** What a draft is filled in with: its form, what may be chosen, and what was delivered before. */
import { figuresOf, type ProviderQuarterRow, type QuarterFigures } from '../../../src/domain/figures';
import type { KnownFigure } from '../../../src/domain/intake/coherence/known';
import type { Choice, ChoiceList, Form } from '../../../src/domain/intake/form';
import { formFor } from '../../../src/domain/intake/form-for';
import { frequencyOf } from '../../../src/domain/intake/frequency';
import { daysInPeriod } from '../../../src/domain/period';
import type { UitvraagDefinition } from '../../../src/domain/uitvraag/definition';
import * as vocabulary from '../../../src/domain/vocabulary';
import type { Sight } from './sight';
import type { Row } from './world';

const ascendingBy =
  (...names: string[]) =>
  (a: Row, b: Row) => {
    const name = names.find((one) => String(a[one]) !== String(b[one]));
    return name === undefined ? 0 : String(a[name]) < String(b[name]) ? -1 : 1;
  };

export const partyOf = ({ partyId }: Row, see: Sight) => see.find('Party', 'id', partyId) as Row;

export const definitionOf = ({ uitvraagKey, uitvraagVersion }: Row, see: Sight): UitvraagDefinition => ({
  ...(see
    .where('Uitvraag', 'key', uitvraagKey)
    .find(({ version }) => version === uitvraagVersion) as unknown as UitvraagDefinition),
  items: see
    .where('UitvraagItem', 'uitvraagKey', uitvraagKey)
    .filter((item) => item.uitvraagVersion === uitvraagVersion)
    .sort(ascendingBy('code')) as never,
});

export function formOf(delivery: Row, see: Sight): Form {
  const [periodStart, periodEnd] = [String(delivery.periodStart), String(delivery.periodEnd)];
  const frequency = frequencyOf(periodStart, periodEnd);
  const kind = partyOf(delivery, see).kind as vocabulary.PartyKind;
  return formFor(definitionOf(delivery, see), { kind, frequency, periodStart, periodEnd });
}

const asChoice = ({ code, name }: Row): Choice => ({ code: String(code), label: String(name) });
const words = (all: vocabulary.Words) => Object.entries(all).map(([code, { nl }]): Choice => ({ code, label: nl }));
const byName = (type: string, see: Sight) => [...see.all(type)].sort(ascendingBy('name', 'code')).map(asChoice);

/** The last release of each code. */
function referrers(see: Sight): Choice[] {
  const all = see.where('CodeListEntry', 'listCode', 'COD327');
  const isLast = (row: Row) =>
    !all.some((other) => other.code === row.code && String(other.release) > String(row.release));
  return all.filter(isLast).sort(ascendingBy('code')).map(asChoice);
}

const LISTS: Readonly<Record<ChoiceList, (see: Sight) => readonly Choice[]>> = {
  careForms: (see) => [...see.all('CareForm')].sort(ascendingBy('code')).map(asChoice),
  municipalities: (see) => byName('Municipality', see),
  regions: (see) => byName('Region', see),
  clients: (see) => [
    ...byName('Region', see),
    ...byName('Municipality', see),
    { code: 'LTA', label: 'Landelijk (LTA)' },
  ],
  referrers,
  clientKinds: () => words(vocabulary.CLIENT_KINDS),
  contractTypes: () => words(vocabulary.CONTRACT_TYPES),
  fundings: () => words(vocabulary.FUNDINGS),
  procurements: () => words(vocabulary.PROCUREMENTS),
  trends: () => words(vocabulary.TRENDS),
  volumeUnits: () => words(vocabulary.VOLUME_UNITS),
};
const made = new WeakMap<Sight, Map<ChoiceList, readonly Choice[]>>();

export function choicesOf(list: ChoiceList, see: Sight): readonly Choice[] {
  const known = made.get(see) ?? new Map<ChoiceList, readonly Choice[]>();
  made.set(see, known);
  const choices = known.get(list) ?? LISTS[list](see);
  known.set(list, choices);
  return choices;
}

const inMonths = (day: string, months: number) => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
};
/** A number without noughts at its end. */
export const trimmed = (value: unknown) =>
  String(value)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** Bijlage 4, providers 5, in the words of the archive. */
const STAFF: Readonly<Record<string, string>> = {
  ...{ 'A5.1': 'staffInflow', 'A5.2': 'staffOutflow', 'A5.3': 'formationPrimaryFte', 'A5.4': 'occupancyPrimaryFte' },
  ...{ 'A5.5': 'formationTotalFte', 'A5.6': 'occupancyTotalFte', 'A5.7': 'sicknessPrimary' },
  ...{ 'A5.8': 'personnelCostsCents', 'A5.9': 'hiredStaffCostsCents', 'A5.10': 'vacancies' },
};

/** What was delivered over the 27 months before: of each item and period what began last. */
export function figuresBefore(delivery: Row, form: Form, see: Sight): KnownFigure[] {
  const since = inMonths(String(delivery.periodStart), -27);
  const isBefore = (row: Row) => String(row.periodEnd) > since && row.deliveryId !== delivery.id;
  const items = form.sections.flatMap(({ fields }) => fields.flatMap(({ figureItem }) => figureItem ?? []));
  const found = see
    .where('Figure', 'providerId', delivery.providerId)
    .filter((row) => isBefore(row) && row.isCurrent && row.source === 'DELIVERY' && items.includes(String(row.item)))
    .map((row): KnownFigure => {
      const [item, start, end] = [String(row.item), String(row.periodStart), String(row.periodEnd)];
      const isOfTheYearBefore = !row.isCumulative && daysInPeriod(start, end) > 364 && !item.startsWith('budget_');
      const late = isOfTheYearBefore ? 12 : 0;
      const periodStart = row.isCumulative ? inMonths(end, -3) : inMonths(start, late);
      return { item, periodStart, periodEnd: inMonths(end, late), value: trimmed(row.value) };
    });
  const asRow = (one: KnownFigure) => one as unknown as Row;
  const last = found
    .sort((a, b) => -ascendingBy('periodStart')(asRow(a), asRow(b)))
    .filter(
      (one, at) => found.findIndex(({ item, periodEnd }) => item === one.item && periodEnd === one.periodEnd) === at,
    );
  if (!form.sections.some(({ code }) => code === 'personnel')) return last;
  const staff = see
    .where('PersonnelReport', 'providerId', delivery.providerId)
    .filter(isBefore)
    .flatMap((row) =>
      Object.entries(STAFF).flatMap(([item, property]): KnownFigure[] =>
        row[property] === null
          ? []
          : [
              {
                item,
                periodStart: String(row.periodStart),
                periodEnd: String(row.periodEnd),
                value: trimmed(row[property]),
              },
            ],
      ),
    );
  return [...last, ...staff];
}

export const historyBefore = (delivery: Row, see: Sight): QuarterFigures[] =>
  see
    .where('ProviderQuarter', 'providerId', delivery.providerId)
    .filter(({ quarter }) => String(quarter) < String(delivery.periodEnd))
    .map((row) => figuresOf(row as unknown as ProviderQuarterRow))
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
