/** A delivery that is being filled in: put together when it is asked for, of what the party filled in and what is known. */
import { one } from '../shape';
import { allSaid, answer, several } from '../worked-out';

const choice = several('FieldChoice', { code: 'text', label: 'text' });
export const fieldChoice = choice.shape;

const field = several(
  'DraftField',
  {
    ...{
      code: 'text',
      label: 'said',
      type: 'text',
      isRequired: 'boolean',
      isCumulative: 'boolean',
      legalBasis: 'text',
    },
    ...{ choices: 'jsonb', previous: 'text', yearBefore: 'text' },
  },
  { choices: choice.inside('choices') },
);
export const draftField = field.shape;

const cell = several('DraftCell', { field: 'text', value: 'text', written: 'said', version: 'int', origin: 'text' });
export const draftCell = cell.shape;

const row = several('DraftRow', { row: 'int', cells: 'jsonb' }, { cells: cell.inside('cells') });
export const draftRow = row.shape;

const section = several(
  'DraftSection',
  {
    ...{ code: 'text', label: 'said', kind: 'text', state: 'text', isRequired: 'boolean', mayStayAsItWas: 'boolean' },
    ...{ isBulk: 'boolean', asked: 'int', filled: 'int', lines: 'int', errors: 'int' },
    ...{ fields: 'jsonb', rows: 'jsonb', suggested: 'jsonb' },
  },
  { fields: field.inside('fields'), rows: row.inside('rows'), suggested: row.inside('suggested') },
);
export const draftSection = section.shape;

const finding = several('DraftFinding', {
  ...{ id: 'text', severity: 'text', step: 'text', rule: 'text', section: 'text', row: 'int', field: 'text' },
  ...{ sheet: 'text', cell: 'text', value: 'text', expected: 'said', message: 'said' },
  explanation: 'text',
});
export const draftFinding = finding.shape;

export const draft = answer(
  'Draft',
  {
    ...{
      deliveryId: 'uuid',
      maySubmit: 'boolean',
      obstacles: 'jsonb',
      sections: 'jsonb',
      findings: 'jsonb',
      remark: 'text',
    },
    ...{ asked: 'int', prefilled: 'int', reused: 'int' },
  },
  {
    delivery: one('Delivery', { id: 'delivery_id' }),
    obstacles: allSaid('obstacles'),
    sections: section.inside('sections'),
    findings: finding.inside('findings', (args) => {
      const severity = args('severity', 'text');
      return severity && `i.severity = ${severity}`;
    }),
  },
);

const oneTask = several(
  'Task',
  {
    ...{ deliveryId: 'uuid', name: 'said', state: 'text', isLate: 'boolean', isOpen: 'boolean', daysLeft: 'int' },
    ...{ asked: 'int', filled: 'int', progress: 'numeric', says: 'said' },
  },
  { delivery: one('Delivery', { id: 'delivery_id' }) },
);
export const task = oneTask.shape;

export const taskList = answer(
  'TaskList',
  { open: 'int', dueSoon: 'int', tasks: 'jsonb' },
  { tasks: oneTask.inside('tasks') },
);

const times = several('TimeTakenCount', { timeTaken: 'text', deliveries: 'int' });
export const timeTakenCount = times.shape;

const oneBurden = several(
  'UitvraagBurden',
  {
    ...{ uitvraagKey: 'text', name: 'said', periodStart: 'date', periodEnd: 'date', deliveries: 'int' },
    ...{ asked: 'int', prefilled: 'int', reused: 'int', times: 'jsonb', says: 'said' },
  },
  { times: times.inside('times') },
);
export const uitvraagBurden = oneBurden.shape;

export const burdenOverview = answer(
  'BurdenOverview',
  { uitvragen: 'jsonb' },
  { uitvragen: oneBurden.inside('uitvragen') },
);

const trend = several('OwnTrend', { ratio: 'text', values: 'numeric[]', trend: 'text', says: 'said', peers: 'said' });
export const ownTrend = trend.shape;

export const deliveryMeaning = answer(
  'DeliveryMeaning',
  { quarter: 'date', trede: 'int', met: 'jsonb', near: 'jsonb', trends: 'jsonb', says: 'said' },
  { met: allSaid('met'), near: allSaid('near'), trends: trend.inside('trends') },
);

export const calendarFeed = answer('CalendarFeed', { path: 'text', openedAt: 'timestamptz' });
