import { addMonths } from '../domain/indicators/days';
import { QUARTERS_IN } from '../domain/intake/frequency';
import { reminderDays, type Terms, termDays } from '../domain/intake/terms';
import { FREQUENCIES, valuesOf } from '../domain/vocabulary';

/** The days of each frequency that become others, for its first period in the year in which they begin to hold. */
export function termsTold(before: Terms, after: Terms, validFrom: string): string[] {
  const start = `${validFrom.slice(0, 4)}-01-01`;
  const told = (terms: Terms, frequency: keyof Terms): string => {
    const end = addMonths(start, QUARTERS_IN[frequency] * 3);
    const { opensOn, dueOn } = termDays(terms[frequency], start, end);
    const { remindOn, escalateOn } = reminderDays(terms[frequency], dueOn, opensOn);
    const reminded = remindOn.length > 0 ? `reminded on ${remindOn.join(', ')}` : 'not reminded of';
    return `${frequency} ${start} to ${end}: opens ${opensOn}, due ${dueOn}, ${reminded}, silence told on ${escalateOn}.`;
  };
  return valuesOf(FREQUENCIES)
    .map((frequency) => [told(before, frequency), told(after, frequency)] as const)
    .flatMap(([was, is]) => (was === is ? [] : [is]));
}
