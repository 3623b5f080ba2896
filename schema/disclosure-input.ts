import { ArrayNotEmpty, IsDate, IsIn, IsOptional, Length, Matches } from 'class-validator';
import { InputType } from 'type-graphql';
import { type DisclosureCategory as Category, DISCLOSURE_CATEGORIES, valuesOf } from '../src/domain/vocabulary';
import { described } from './described';
import { DisclosureCategory } from './enums';
import { always, Moment, Some, Text } from './leaves';
import { NoPersonalData } from './no-personal-data';
import { idOf, MUNICIPALITY_CODES, PARTY_KEY, REGION_CODE, remedy } from './remedy';

const MOMENT = remedy('Give a moment, such as 2027-01-01T00:00:00Z.', 'Geef een moment, zoals 2027-01-01T00:00:00Z.');
const WORDS = remedy('Say it in 5 to 500 characters.', 'Zeg het in 5 tot 500 tekens.');

@InputType({
  description: described(
    'verstrekking',
    'What is shared by name, of whom, with whom, why and how long (covenant Bijlage 3). Each party concerned gets a notice at the same time; that cannot be switched off.',
  ),
})
export class DisclosureInput {
  @Text('ontvanger', 'The party that may read, by its key, such as "inspection:IGJ".', always)
  @Matches(...PARTY_KEY)
  recipientKey: string;

  @Some(() => String, 'aanbieders', 'The providers whose information is shared: ids such as "Provider:<uuid>".')
  @IsOptional()
  @Matches(idOf('Provider'), {
    ...remedy(
      'Give ids of providers, as Provider.id gives them.',
      'Geef kenmerken van aanbieders, zoals Provider.id ze geeft.',
    ),
    each: true,
  })
  providerIds?: string[] | null;

  @Some(() => String, 'gemeenten', 'The municipalities whose information is shared, such as "GM0014".')
  @IsOptional()
  @Matches(...MUNICIPALITY_CODES)
  municipalityCodes?: string[] | null;

  @Text(
    'jeugdregio',
    'The region whose information is shared, such as "JZ01", and with it all its municipalities: each gets a notice of its own.',
  )
  @IsOptional()
  @Matches(...REGION_CODE)
  regionCode?: string | null;

  @Some(() => DisclosureCategory, 'onderdelen', 'The kinds of information: at least one.', always)
  @ArrayNotEmpty(remedy('Name at least one kind of information.', 'Noem ten minste één onderdeel.'))
  @IsIn(valuesOf(DISCLOSURE_CATEGORIES), { ...remedy('Choose from the list.', 'Kies uit de lijst.'), each: true })
  categories: Category[];

  @Text('doel', 'What it is for, in 5 to 500 characters. The party concerned reads it.', always)
  @Length(5, 500, WORDS)
  @NoPersonalData()
  purpose: string;

  @Text('grondslag', 'The legal basis, in 5 to 500 characters. The party concerned reads it.', always)
  @Length(5, 500, WORDS)
  @NoPersonalData()
  legalBasis: string;

  @Moment('vanaf', 'From this moment it may be read. Without it: at once.')
  @IsOptional()
  @IsDate(MOMENT)
  validFrom?: Date | null;

  @Moment('tot', 'Until this moment.', always)
  @IsDate(MOMENT)
  validTo: Date;
}
