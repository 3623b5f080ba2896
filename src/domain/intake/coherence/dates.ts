/** Days that must follow each other, in every list that has them. */
import type { ListCode } from '../lists';
import { type CoherenceRule, type Found, named } from './rule';

interface Order {
  readonly list: ListCode;
  readonly first: string;
  readonly second: string;
}
const FIRST_AND_LAST: readonly Order[] = [
  { list: 'providerContracts', first: 'startsOn', second: 'endsOn' },
  { list: 'clientContracts', first: 'startsOn', second: 'endsOn' },
  { list: 'tariffs', first: 'validFrom', second: 'validTo' },
];
const TENDER: readonly Order[] = [{ list: 'tenders', first: 'opensOn', second: 'startsOn' }];

const outOfOrder =
  (orders: readonly Order[], maySame: boolean): CoherenceRule['find'] =>
  (delivery) =>
    orders.flatMap(({ list, first, second }) =>
      delivery.rows(list).flatMap((row): Found[] => {
        const [from, to] = [row.cell(first), row.cell(second)];
        if (!from || !to || from.kept < to.kept || (maySame && from.kept === to.kept)) return [];
        return [{ cells: [to, from], words: { from: named(from), to: named(to) } }];
      }),
    );

export const STARTS_BEFORE_ENDS: CoherenceRule = {
  code: 'coherence.starts-before-ends',
  severity: 'ERROR',
  says: { nl: '{to} ligt vóór {from}. Controleer beide datums.', en: '{to} lies before {from}. Check both days.' },
  expected: null,
  find: outOfOrder(FIRST_AND_LAST, true),
};

export const TENDER_BEFORE_START: CoherenceRule = {
  code: 'coherence.tender-before-start',
  severity: 'ERROR',
  says: {
    nl: '{to} moet na {from} liggen: eerst wordt de aanbesteding gepubliceerd, daarna gaan de contracten in. Controleer beide datums.',
    en: '{to} must lie after {from}: a tender is published first, and the contracts start later. Check both days.',
  },
  expected: null,
  find: outOfOrder(TENDER, false),
};

export const CONTRACT_IN_PERIOD: CoherenceRule = {
  code: 'coherence.contract-in-period',
  severity: 'QUESTION',
  says: {
    nl: 'Dit contract loopt niet in de gevraagde periode: {from}, {to}. Haal de rij weg, of leg uit waarom het erbij hoort.',
    en: 'This contract does not run in the period that is asked: {from}, {to}. Remove the row, or explain why it belongs here.',
  },
  expected: null,
  yieldsTo: ['coherence.starts-before-ends'],
  find: (delivery) =>
    (['providerContracts', 'clientContracts'] as const).flatMap((list) =>
      delivery.rows(list).flatMap((row): Found[] => {
        const [from, to] = [row.cell('startsOn'), row.cell('endsOn')];
        const { periodStart, periodEnd } = delivery.form;
        if (!from || !to || (from.kept < periodEnd && to.kept >= periodStart)) return [];
        return [{ cells: [to, from], words: { from: named(from), to: named(to) } }];
      }),
    ),
};
