import type { TaskState as State } from '../src/domain/intake/tasks';
import { Delivery } from './delivery';
import { Language, TaskState } from './enums';
import { Count, Flag, Of, Ratio, type Ref, Some, Text, Type, With } from './leaves';

const taal = ['taal', 'The language of the text. Without it: Dutch.'] as const;

@Type('taak', 'What your party has to deliver, how far it is, and how long there is (covenant 3.1.2).')
export class Task {
  @Of(() => Delivery, 'aanlevering', 'What has to be delivered.') delivery: Ref<Delivery> | null;
  @With('language', () => Language, ...taal)
  @Text('naam', 'What it is called, such as "Kwartaalcijfers 2026Q3".')
  name: string | null;
  @Of(() => TaskState, 'stand', 'How far it has come.') state: State | null;
  @Flag('te laat', 'Whether the last day has passed and it was not submitted.') isLate: boolean | null;
  @Flag('open', 'Whether your party has to do something.') isOpen: boolean | null;
  @Count('dagen over', 'Calendar days left; 0 on the last day, below zero when it has passed.') daysLeft: number | null;
  @Count('gevraagd', 'Values that must be there, as in the sections of its draft.') asked: number | null;
  @Count('ingevuld', 'Number of those that are there.') filled: number | null;
  @Ratio('voortgang', 'Filled of asked, from 0 to 1.') progress: number | null;
  @With('language', () => Language, ...taal)
  @Text('luidt', 'What to do now, in a sentence.')
  says: string | null;
}

@Type('mijn taken', 'Everything that your party has to deliver: what is open first, the least time left first.')
export class TaskList {
  @Count('open taken', 'Tasks for which your party still has to do something itself.') open: number | null;
  @Count('binnenkort', 'Of those: due within 14 days from today, or late already.') dueSoon: number | null;
  @Some(() => Task, 'taken', 'What is open, and for 100 days what was submitted.') tasks: Ref<Task>[] | null;
}
