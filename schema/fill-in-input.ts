import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { InputType } from 'type-graphql';
import { described } from './described';
import { always, Count, Identity, Some, Text } from './leaves';
import { idOf, remedy } from './remedy';

/** The id of a delivery, and what to do when it is none. */
export const DELIVERY_ID = [
  idOf('Delivery'),
  remedy(
    'Give the id of a delivery, as Delivery.id gives it.',
    'Geef het kenmerk van een aanlevering, zoals Delivery.id het geeft.',
  ),
] as const;
const CODE = /^[A-Za-z0-9.-]{1,40}$/;
const CODE_REMEDY = remedy(
  'Give a code, as Draft.sections gives it.',
  'Geef een code, zoals Draft.sections die geeft.',
);
const ROW = remedy(
  'Give 0 for single items, or the number of a row up to 5,000.',
  'Geef 0 voor losse gegevens, of het nummer van een rij tot 5.000.',
);
const VERSION = remedy(
  'Give the version of the value as you saw it, or 0.',
  'Geef de versie van de waarde zoals u die zag, of 0.',
);
const LONG = remedy('Write at most 4,000 characters.', 'Schrijf hoogstens 4.000 tekens.');
const MANY = remedy('Send 1 to 1,000 values at once.', 'Stuur 1 tot 1.000 waarden tegelijk.');

@InputType({ description: described('waarde', 'One value of a draft, and the version that you saw.') })
export class ValueInput {
  @Text('onderdeel', 'Code of the section.', always) @Matches(CODE, CODE_REMEDY) section: string;
  @Count('rij', '0 for single items, 1 and up in a list.', always) @Min(0, ROW) @Max(5000, ROW) row: number;
  @Text('veld', 'Code of the field.', always) @Matches(CODE, CODE_REMEDY) field: string;
  @Text('waarde', 'As people write it: "1.250.000", "18,5%", "ja", "31-12-2026". Null or empty empties it.')
  @IsOptional()
  @MaxLength(4000, LONG)
  text?: string | null;
  @Count('versie', 'The version that you saw: DraftCell.version, or 0.', always) @Min(0, VERSION) version: number;
}

@InputType({ description: described('in te vullen', 'Which values of which draft.') })
export class FillInInput {
  @Identity('aanlevering', 'The delivery: its id, such as "Delivery:<uuid>".', always)
  @Matches(...DELIVERY_ID)
  deliveryId: string;
  @Some(() => ValueInput, 'waarden', 'At most 1,000 at once: all are saved, or none.', always)
  @ArrayMinSize(1, MANY)
  @ArrayMaxSize(1000, MANY)
  @ValidateNested({ each: true })
  values: ValueInput[];
}
