/** What providers deliver, and how it was delivered. */
import * as entity from '../../../entities';
import { computed, many, one, quotient, shape } from '../shape';
import { said } from '../worked-out';
import { anyOf, ascending, atLeast, before, descending, is, ofProvider } from './filters';
import { isMissing } from './missing';

const provider = one('Provider', { id: 'provider_id' });

export const delivery = shape('Delivery', entity.Delivery, {
  fields: {
    party: one('Party', { id: 'party_id' }),
    provider,
    isMissing: computed(isMissing, false),
    timeTaken: computed((row) => `${row}.minutes`),
    receipt: one('Receipt', { delivery_id: 'id' }),
    values: many('DeliveredValue', { delivery_id: 'id' }),
    answers: many('DeliveredAnswer', { delivery_id: 'id' }),
    reminders: many('Reminder', { delivery_id: 'id' }),
  },
  filters: {
    providerId: ofProvider,
    status: anyOf('status'),
    isMissing: { cast: 'boolean', holds: (row, value, sql) => `${isMissing(row, sql)} = ${value}` },
    uitvraagKey: is('uitvraag_key'),
  },
  sorts: { DUE_ON_ASC: ascending('due_on', 'date'), DUE_ON_DESC: descending('due_on') },
});

export const receipt = shape('Receipt', entity.Receipt, { key: 'delivery_id' });
export const deliveredValue = shape('DeliveredValue', entity.DeliveredValue, {
  key: 'field',
  filters: { section: is('section') },
  sorts: {
    PLACE_ASC: {
      by: (row) => `${row}.section || ' ' || lpad(${row}."row"::text, 8, '0')`,
      cast: 'text',
      descending: false,
    },
  },
});
export const deliveredAnswer = shape('DeliveredAnswer', entity.DeliveredAnswer, {
  fields: { question: said((row) => `jsonb_build_object('nl', ${row}.question_nl, 'en', ${row}.question_en)`) },
  filters: { section: is('section') },
  sorts: { POSITION_ASC: ascending('position', 'int') },
  tie: { column: 'position', cast: 'int' },
});
export const reminder = shape('Reminder', entity.Reminder, {
  key: 'kind',
  filters: { kind: is('kind') },
  sorts: { SENT_ON_DESC: descending('sent_on') },
});

export const figure = shape('Figure', entity.Figure, {
  fields: { provider, delivery: one('Delivery', { id: 'delivery_id' }) },
  filters: {
    providerId: ofProvider,
    item: anyOf('item'),
    from: atLeast('period_start'),
    to: before('period_start'),
    source: is('source'),
    isCurrent: is('is_current', 'boolean'),
  },
  sorts: { PERIOD_END_DESC: descending('period_end'), PERIOD_END_ASC: ascending('period_end', 'date') },
});

const share = (above: string, below: string) =>
  quotient(
    (row) => `${row}.${above}`,
    (row) => `${row}.${below}`,
  );

export const personnelReport = shape('PersonnelReport', entity.PersonnelReport, {
  fields: {
    provider,
    pnilRatio: share('hired_staff_costs_cents', 'personnel_costs_cents'),
    occupancyRatio: share('occupancy_total_fte', 'formation_total_fte'),
  },
  filters: { providerId: ofProvider, from: atLeast('period_start'), to: before('period_start') },
  sorts: { PERIOD_START_DESC: descending('period_start'), PERIOD_START_ASC: ascending('period_start', 'date') },
});
