import type * as words from '../src/domain/vocabulary';
import { ReminderKind } from './enums';
import { Day, Of, Type } from './leaves';

@Type('herinnering', 'That a party was reminded of a delivery, or that its silence was put before the JA.')
export class Reminder {
  @Of(() => ReminderKind, 'soort', 'Before it is due, after, or put before the JA.') kind: words.ReminderKind | null;
  @Day('verzonden op', 'On which day.') sentOn: string | null;
}
