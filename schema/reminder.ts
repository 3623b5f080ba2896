import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { orders } from './described';
import { ReminderKind } from './enums';
import { Day, Filter, Of, Type } from './leaves';

@Type('herinnering', 'That a party was reminded of a delivery, or that its silence was put before the JA.')
export class Reminder {
  @Of(() => ReminderKind, 'soort', 'Before it is due, after, or put before the JA.') kind: words.ReminderKind | null;
  @Day('verzonden op', 'On which day.') sentOn: string | null;
}

@Filter('herinneringen', 'reminders')
export class ReminderFilter {
  @Of(() => ReminderKind, 'soort', 'Only reminders of this kind.') kind?: words.ReminderKind | null;
}

export const ReminderSort = orders('ReminderSort', 'herinneringen', { SENT_ON_DESC: 'Last sent first.' });

export const Reminders = listing({
  node: 'Reminder',
  nl: 'herinneringen',
  type: () => Reminder,
  filter: () => ReminderFilter,
  orderBy: ReminderSort,
});
