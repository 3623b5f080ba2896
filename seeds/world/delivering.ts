import type { DeliveryStatus } from '../../src/domain/vocabulary';
import { AS_OF, addDays, HISTORY_TO, type QuarterNumber, quarterEnd, quarterStart, yearStart } from './calendar';
import { Chance } from './chance';
import type { Party } from './parties';
import type { WorldSize } from './size';

export const COVENANT = 'convenant-bijlage-4';
export const REGELING = 'regeling-jeugdwet-8g';
export type UitvraagKey = typeof COVENANT | typeof REGELING;

export interface Delivery {
  readonly id: string;
  readonly party: Party;
  readonly uitvraag: UitvraagKey;
  readonly start: string;
  readonly end: string;
  readonly version: number;
  readonly status: DeliveryStatus;
  readonly dueOn: string;
  /** Null when it is missing. */
  readonly submittedAt: string | null;
  readonly correctionReason: string | null;
}

/** How often a deliverer is late, and how often something never comes: 5-15 % together over all (domain.md 11). */
export interface Habit {
  readonly late: number;
  readonly missing: number;
  /** Of the latest quarter, whose due date has just passed. */
  readonly missingLast: number;
  /** From this day nothing comes any more: the world stands still, or the provider has failed. */
  readonly until: string;
}
export const PUNCTUAL: Habit = { late: 0.03, missing: 0.006, missingLast: 0.05, until: AS_OF };
export const SLOW: Habit = { late: 0.24, missing: 0.05, missingLast: 0.3, until: AS_OF };
export const ALWAYS: Habit = { late: 0, missing: 0, missingLast: 0, until: AS_OF };
/** The last deliveries before a failure: nobody has time for them. */
export const FAILING: Habit = { late: 0.35, missing: 0.3, missingLast: 0.3, until: AS_OF };
/** Who did not answer one uitvraag for a quarter mostly does not answer the other either. */
export const alike = (habit: Habit): Habit => ({ ...habit, missing: 0.6, missingLast: 0.6 });

const CORRECTED = 0.012;
const REASONS = [
  'Tweede kwartaal opgenomen in de verkeerde kolom.',
  'Resultaat bijgesteld na controle door de accountant.',
  'Nagekomen facturen van onderaannemers verwerkt.',
];

const STATUSES = {
  earlier: [
    ['ACCEPTED', 96],
    ['SUBMITTED', 3],
    ['RETURNED', 1],
  ],
  latest: [
    ['SUBMITTED', 7],
    ['ACCEPTED', 3],
  ],
} as const;

/** An answer is due on the last day of the month after the quarter; what is asked per year on 31 March of that year. */
export const dueAfter = (quarter: QuarterNumber) =>
  addDays(quarterEnd(quarter), [29, 30, 30, 30][quarter % 4] as number);
export const dueIn = (year: number) => `${year}-03-31`;

/** Asks parties for deliveries, and lets each answer by its habit. Keeps all of them in order. */
export class Asking {
  readonly all: Delivery[] = [];
  private readonly ids: Chance;
  private readonly chance: Chance;

  constructor(size: WorldSize) {
    this.ids = new Chance(`${size}/delivery-ids`);
    this.chance = new Chance(`${size}/filing`);
  }

  quarter(party: Party, uitvraag: UitvraagKey, quarter: QuarterNumber, habit: Habit): Delivery {
    return this.ask(
      party,
      uitvraag,
      [quarterStart(quarter), quarterEnd(quarter)],
      dueAfter(quarter),
      habit,
      quarter === HISTORY_TO,
    );
  }

  /** Two quarters, of which the first is given. */
  halfYear(party: Party, uitvraag: UitvraagKey, first: QuarterNumber, habit: Habit): Delivery {
    return this.ask(party, uitvraag, [quarterStart(first), quarterEnd(first + 1)], dueAfter(first + 1), habit, false);
  }

  year(party: Party, uitvraag: UitvraagKey, year: number, habit: Habit): Delivery {
    return this.ask(party, uitvraag, [yearStart(year), yearStart(year + 1)], dueIn(year), habit, false);
  }

  /**
   * Now and then a delivery is corrected some weeks later: a second version, with the reason. Null when it is not.
   * @param reason why it is corrected, when it must be
   */
  correction(wrong: Delivery, { until }: Habit, reason?: string): Delivery | null {
    if (wrong.submittedAt === null || !(reason || this.chance.yes(CORRECTED))) return null;
    const day = addDays(wrong.submittedAt.slice(0, 10), this.chance.whole(12, 40));
    if (day >= until) return null;
    return this.keep({
      ...wrong,
      id: this.ids.uuid(),
      version: 2,
      status: 'ACCEPTED',
      submittedAt: `${day}T09:30:00Z`,
      correctionReason: reason ?? this.chance.pick(REASONS),
    });
  }

  private ask(
    party: Party,
    uitvraag: UitvraagKey,
    [start, end]: readonly [string, string],
    dueOn: string,
    habit: Habit,
    isLatest: boolean,
  ): Delivery {
    const { chance } = this;
    const isMissing = chance.yes(isLatest ? habit.missingLast : habit.missing);
    const day = addDays(dueOn, chance.yes(habit.late) ? chance.whole(1, 14) : -chance.whole(1, 20));
    const isDelivered = !isMissing && day < habit.until;
    return this.keep({
      id: this.ids.uuid(),
      party,
      uitvraag,
      start,
      end,
      version: 1,
      status: isDelivered
        ? chance.weighted<DeliveryStatus>(STATUSES[isLatest ? 'latest' : 'earlier'])
        : unfinished(party, isLatest),
      dueOn,
      submittedAt: isDelivered ? `${day}T${two(chance.whole(8, 17))}:${two(chance.whole(0, 59))}:00Z` : null,
      correctionReason: null,
    });
  }

  private keep(delivery: Delivery): Delivery {
    this.all.push(delivery);
    return delivery;
  }
}

const two = (number: number) => String(number).padStart(2, '0');
const unfinished = ({ wantsFourEyes }: Party, isLatest: boolean): DeliveryStatus =>
  wantsFourEyes && isLatest ? 'AWAITING_SECOND_PERSON' : 'CONCEPT';
