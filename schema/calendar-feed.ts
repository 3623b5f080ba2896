import { Moment, Text, Type } from './leaves';

@Type(
  'agenda',
  'The address of a calendar with the dates of your deliveries. Who has the address can read it: names and dates, no figures.',
)
export class CalendarFeed {
  @Text(
    'adres',
    'Path on this server, shown once, when it is opened: "/v1/calendars/<secret>.ics". A new one ends your one before, and so does the end of your account.',
  )
  path: string | null;
  @Moment('geopend op', 'When it was made.') openedAt: Date | null;
}
