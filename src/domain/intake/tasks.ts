/** What a party has to do, in the words of its page (portal S1): the status, how far it is, how long there is, what to press. */
import { fill } from '../fill';
import type { Language, Said } from '../language';
import { daysInPeriod } from '../period';
import { inWords } from '../quantity';
import type { DeliveryStatus, Words } from '../vocabulary';
import { said } from './coherence/rule';

/** As people read them. LATE is shown beside one of the others and is no status of its own. */
export const TASK_STATES = {
  NOT_BEGUN: { nl: 'Nog niet begonnen', says: 'Nothing was filled in yet.' },
  CONCEPT: { nl: 'Concept: nog niet ingediend', says: 'Being filled in; not submitted.' },
  AWAITING_SECOND_PERSON: { nl: 'Wacht op tweede persoon', says: 'A colleague has to submit it.' },
  SUBMITTED: { nl: 'Ingediend: wordt gecontroleerd', says: 'Submitted; the JA checks it.' },
  RETURNED: { nl: 'Terug voor correctie', says: 'The JA returned it with a question.' },
  ACCEPTED: { nl: 'Geaccepteerd', says: 'Submitted and accepted.' },
  LATE: { nl: 'Te laat', says: 'The due date has passed and it was not submitted.' },
} as const satisfies Words;
export type TaskState = Exclude<keyof typeof TASK_STATES, 'LATE'>;

export interface TaskFacts {
  readonly name: Said;
  readonly status: DeliveryStatus;
  readonly dueOn: string;
  readonly today: string;
  /** Values that must be there, and those of them that are: as in the sections of its draft. */
  readonly filled: number;
  readonly asked: number;
  /** Whether anything is there, also what may be left out. */
  readonly isBegun: boolean;
}

export interface Task extends Said {
  readonly state: TaskState;
  readonly isLate: boolean;
  /** Something has to be done by this party. */
  readonly isOpen: boolean;
  /** 0 on the day itself, below zero when it has passed. */
  readonly daysLeft: number;
  /** Filled of asked, at most 1; 0 when nothing is asked. */
  readonly progress: number;
}

const OPEN: ReadonlySet<TaskState> = new Set(['NOT_BEGUN', 'CONCEPT', 'AWAITING_SECOND_PERSON', 'RETURNED']);
/** Submitted once: the due date was met or missed, and says nothing any more. */
const WAS_SUBMITTED: ReadonlySet<TaskState> = new Set(['SUBMITTED', 'RETURNED', 'ACCEPTED']);

const TO_DO = {
  NOT_BEGUN: { nl: 'Begin met {name}', en: 'Begin with {name}' },
  CONCEPT: {
    nl: 'Ga verder met {name}: {filled} van {asked} velden zijn ingevuld',
    en: 'Continue with {name}: {filled} of {asked} fields are filled in',
  },
  AWAITING_SECOND_PERSON: {
    nl: '{name} is ingevuld. Een collega moet het nakijken en indienen',
    en: '{name} is filled in. A colleague has to check and submit it',
  },
  SUBMITTED: {
    nl: '{name} is ingediend. De JA controleert het; u hoeft niets te doen.',
    en: '{name} was submitted. The JA checks it; you need not do anything.',
  },
  RETURNED: {
    nl: 'De JA heeft een vraag over {name}. Maak een correctie en dien die in.',
    en: 'The JA has a question about {name}. Make a correction and submit it.',
  },
  ACCEPTED: {
    nl: '{name} is geaccepteerd. U hoeft niets te doen.',
    en: '{name} was accepted. You need not do anything.',
  },
} as const satisfies Readonly<Record<TaskState, Said>>;
const WHEN = {
  future: { nl: ', uiterlijk {due} (nog {days}).', en: ', by {due} ({days} left).' },
  today: { nl: ', uiterlijk vandaag.', en: ', by today.' },
  past: { nl: '. Dit had {due} gemoeten: {days} te laat.', en: '. This was due on {due}: {days} late.' },
} as const satisfies Readonly<Record<string, Said>>;

export function taskOf(facts: TaskFacts): Task {
  const { status, dueOn, today, filled, asked, isBegun } = facts;
  const state: TaskState = status === 'CONCEPT' && !isBegun ? 'NOT_BEGUN' : status;
  const daysLeft = daysInPeriod(today, dueOn);
  const isLate = daysLeft < 0 && !WAS_SUBMITTED.has(state);
  const progress = asked === 0 ? 0 : Math.min(1, filled / asked);
  const say = (language: Language) => sentence(facts, state, daysLeft, language);
  return { state, isLate, isOpen: OPEN.has(state), daysLeft, progress, nl: say('nl'), en: say('en') };
}

function sentence(
  { name, dueOn, filled, asked }: TaskFacts,
  state: TaskState,
  daysLeft: number,
  language: Language,
): string {
  const when = WAS_SUBMITTED.has(state) ? null : WHEN[daysLeft > 0 ? 'future' : daysLeft === 0 ? 'today' : 'past'];
  return fill(`${TO_DO[state][language]}${when?.[language] ?? ''}`, {
    name: name[language],
    filled: String(filled),
    asked: String(asked),
    due: said('DAY', dueOn)[language],
    days: inWords(Math.abs(daysLeft), 'DAYS', language),
  });
}

type Urgency = Pick<Task, 'state' | 'isOpen' | 'daysLeft'>;

/** What is open first, and of that the least time left first; a question of the JA before what is due on the same day. */
export function byUrgency(a: Urgency, b: Urgency): number {
  const isAsked = ({ state }: Urgency) => Number(state === 'RETURNED');
  return Number(b.isOpen) - Number(a.isOpen) || a.daysLeft - b.daysLeft || isAsked(b) - isAsked(a);
}
