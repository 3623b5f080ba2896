const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day on which a moment falls in the Netherlands, where those who deliver and read live: half past eleven in the
 * evening UTC is the next day already. SQL says the same as (moment at time zone 'Europe/Amsterdam')::date.
 */
export function dutchDay(moment: Date): string {
  return CALENDAR.format(moment);
}
