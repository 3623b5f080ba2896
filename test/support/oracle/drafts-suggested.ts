/** What can be taken over in a draft, from rows in memory: what stands, and what was delivered before. */
import { figurePeriod } from '../../../src/domain/intake/figure-period';
import type { Form, Section } from '../../../src/domain/intake/form';
import { addDays } from '../../../src/domain/period';
import { partyOf, trimmed } from './drafts-known';
import type { Sight } from './sight';
import type { Row } from './world';

export interface Cell {
  readonly section: string;
  readonly row: number;
  readonly field: string;
  readonly value: string | null;
  readonly version: number;
  readonly origin: string;
}
type Values = Readonly<Record<string, string | null>>;
type List = (delivery: Row, see: Sight) => Values[];

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
const lastDay = (end: unknown) => (end === null ? null : addDays(String(end), -1));

/** In the order of these values; those with a minus the other way round. */
const ordered = (rows: Values[], ...names: string[]): Values[] =>
  rows.sort((a, b) => {
    const name = names.find((one) => a[one.replace('-', '')] !== b[one.replace('-', '')]);
    if (name === undefined) return 0;
    const isBefore = String(a[name.replace('-', '')]) < String(b[name.replace('-', '')]);
    return isBefore === name.startsWith('-') ? 1 : -1;
  });

const clientOf = (row: Row) => text(row.clientMunicipalityCode ?? row.clientRegionCode ?? 'LTA');
const asClient = (delivery: Row, see: Sight) => {
  const { municipalityCode, regionCode } = partyOf(delivery, see);
  return text(municipalityCode ?? regionCode ?? 'LTA');
};
const providerOf = ({ providerId }: Row, see: Sight) => see.find('Provider', 'id', providerId) as Row;

function contract(row: Row, see: Sight): Values {
  return {
    client: clientOf(row),
    kvkNumber: text(providerOf(row, see)?.kvkNumber),
    ...{ reference: text(row.reference), careForm: text(row.careFormCode), startsOn: text(row.startsOn) },
    ...{ endsOn: lastDay(row.endsOn), annualValue: text(row.annualValueCents), type: text(row.type) },
    ...{ procurement: text(row.procurement), funding: text(row.funding) },
  };
}
const runs = (row: Row, delivery: Row) => String(row.endsOn) > String(delivery.periodStart);
const bought = (delivery: Row, see: Sight) =>
  see
    .all('Contract')
    .filter((row) => row.reportedBy === 'CLIENT' && runs(row, delivery) && clientOf(row) === asClient(delivery, see));

const LISTS: Readonly<Record<string, List>> = {
  providerContracts: (delivery, see) =>
    ordered(
      see
        .where('Contract', 'providerId', delivery.providerId)
        .filter((row) => row.reportedBy === 'PROVIDER' && runs(row, delivery))
        .map((row) => contract(row, see)),
      ...['client', 'reference', 'careForm', '-startsOn'],
    ),
  clientContracts: (delivery, see) =>
    ordered(
      bought(delivery, see).map((row) => contract(row, see)),
      ...['kvkNumber', 'reference', 'careForm', '-startsOn'],
    ),
  contractedProviders: (delivery, see) =>
    ordered(
      bought(delivery, see).map((row) => {
        const { kvkNumber, name } = providerOf(row, see);
        return { kvkNumber: text(kvkNumber), name: text(name), careForm: text(row.careFormCode) };
      }),
      ...['name', 'careForm'],
    ),
  tariffs: (delivery, see) =>
    ordered(
      see
        .all('Tariff')
        .filter((row) => row.clientKind !== 'LTA' && clientOf(row) === asClient(delivery, see))
        .filter(({ validTo }) => validTo === null || String(validTo) > String(delivery.periodStart))
        .map((row) => ({
          ...{ kvkNumber: text(providerOf(row, see).kvkNumber), careForm: text(row.careFormCode) },
          ...{ productCode: text(row.productCode), unit: text(row.unit), amount: text(row.amountCents) },
          ...{ validFrom: text(row.validFrom), validTo: lastDay(row.validTo) },
        })),
      ...['kvkNumber', 'productCode', 'careForm', 'validFrom'],
    ),
  tenders: (delivery, see) =>
    ordered(
      see
        .where('TenderCalendarEntry', 'regionCode', partyOf(delivery, see).regionCode)
        .filter(({ startsOn }) => String(startsOn) > String(delivery.periodStart))
        .map((row) => ({
          ...{ careForm: text(row.careFormCode), subject: text(row.subject), opensOn: text(row.opensOn) },
          ...{ startsOn: text(row.startsOn), funding: text(row.funding), durationMonths: text(row.durationMonths) },
        })),
      ...['opensOn', 'careForm', 'subject'],
    ),
  formsOffered: (delivery, see) =>
    ordered(
      see
        .where('ProviderCareForm', 'providerId', delivery.providerId)
        .map(({ careFormCode }) => ({ careForm: text(careFormCode) })),
      'careForm',
    ),
  // The budget of a year is the same in each of its quarters.
  municipalReport: (delivery, see) =>
    ordered(
      see
        .where('MunicipalReport', 'municipalityCode', partyOf(delivery, see).municipalityCode)
        .filter(({ periodStart }) => String(periodStart) < String(delivery.periodStart))
        .map((row) => ({
          ...{ careForm: text(row.careFormCode), periodStart: text(row.periodStart) },
          budget:
            String(row.periodStart).slice(0, 4) === String(delivery.periodStart).slice(0, 4)
              ? text(row.budgetCents)
              : null,
        })),
      ...['careForm', '-periodStart'],
    ),
};

/** The rows of what the party submitted last for an earlier period. What is new every time is left out. */
function submittedBefore(delivery: Row, { code, key, fields, mayStayAsItWas }: Section, see: Sight): Values[] {
  const [last] = see
    .where('Delivery', 'partyId', delivery.partyId)
    .filter(({ uitvraagKey, submittedAt }) => uitvraagKey === delivery.uitvraagKey && submittedAt !== null)
    .filter(({ periodEnd }) => String(periodEnd) <= String(delivery.periodStart))
    .sort((a, b) => (String(a.periodEnd) > String(b.periodEnd) ? -1 : Number(b.version) - Number(a.version)));
  const wanted = mayStayAsItWas ? fields.map((field) => field.code) : key;
  const cells = see
    .where('DeliveredValue', 'deliveryId', last?.id)
    .filter(({ section, field }) => section === code && wanted.includes(String(field)));
  const rows = [...new Set(cells.map(({ row }) => Number(row)))].sort((a, b) => a - b);
  return rows.map((row) =>
    Object.fromEntries(cells.filter((cell) => cell.row === row).map(({ field, value }) => [field, text(value)])),
  );
}

function ofItems(delivery: Row, form: Form, section: Section, see: Sight): Cell[] {
  const cell = (field: string, value: unknown, origin: string): Cell => ({
    ...{ section: section.code, row: 0, field, value: String(value), version: 0, origin },
  });
  if (section.code === 'identity') {
    const provider = see.find('Provider', 'id', delivery.providerId);
    const known = provider && [
      provider.name,
      `KvK ${provider.kvkNumber}`,
      provider.agbCode && `AGB ${provider.agbCode}`,
    ];
    const isAsked = section.fields.some(({ code }) => code === 'b1');
    return known && isAsked ? [cell('b1', known.filter(Boolean).join(', '), 'PREVIOUS')] : [];
  }
  const isOfAnother = ({ deliveryId }: Row) => {
    const other = see.find('Delivery', 'id', deliveryId);
    return other !== null && other.uitvraagKey !== delivery.uitvraagKey;
  };
  return section.fields.flatMap((field) => {
    const { start, end } = figurePeriod(field, form);
    return see
      .where('Figure', 'providerId', delivery.providerId)
      .filter((row) => field.figureItem && row.item === field.figureItem && row.isCurrent && isOfAnother(row))
      .filter((row) => row.periodStart === start && row.periodEnd === end)
      .map((row) => cell(field.code, trimmed(row.value), 'OTHER_UITVRAAG'));
  });
}

export function suggestionsOf(delivery: Row, form: Form, see: Sight): Cell[] {
  return form.sections.flatMap((section): Cell[] => {
    if (section.isBulk) return [];
    if (section.kind === 'ITEMS') return ofItems(delivery, form, section, see);
    const rows = LISTS[section.code]?.(delivery, see) ?? submittedBefore(delivery, section, see);
    const keyOf = (row: Values) => JSON.stringify(section.key.map((field) => row[field]));
    const firsts = rows.filter((row, at) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === at);
    return firsts.flatMap((row, at) =>
      section.fields
        .map(({ code }) => ({
          section: section.code,
          row: at + 1,
          field: code,
          value: row[code] ?? null,
          version: 0,
          origin: 'PREVIOUS',
        }))
        .filter(({ value }) => value !== null),
    );
  });
}
