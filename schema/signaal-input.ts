import { ArrayNotEmpty, IsIn, IsOptional, Matches } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  DEVELOPMENTS,
  type Supply as How,
  type Development as Reason,
  SUPPLIES,
  valuesOf,
} from '../src/domain/vocabulary';
import { described } from './described';
import { Development, Supply } from './enums';
import { always, Identity, Of, Some, Text } from './leaves';
import { CARE_FORM_CODES, idOf, MUNICIPALITY_CODE, PROVIDER_ID, REGION_CODE, remedy } from './remedy';

@InputType({
  description: described(
    'signaal',
    'A signaal to one municipality or region: the five items of Regeling Jeugdwet art. 8h. There is no place in it for a figure.',
  ),
})
export class SignaalInput {
  @Text('gemeente', 'The municipality that it is for, such as "GM0014". Give this or a region.')
  @IsOptional()
  @Matches(...MUNICIPALITY_CODE)
  municipalityCode?: string | null;

  @Text('jeugdregio', 'The region that it is for, such as "JZ01". Give this or a municipality.')
  @IsOptional()
  @Matches(...REGION_CODE)
  regionCode?: string | null;

  @Some(() => String, 'zorgvormen', 'The forms of care concerned, such as "JH1221": at least one.', always)
  @ArrayNotEmpty(remedy('Name at least one form of care.', 'Noem ten minste één zorgvorm.'))
  @Matches(...CARE_FORM_CODES)
  careFormCodes: string[];

  @Of(() => Supply, 'risico of tekort', 'A possible risk, or a shortage that exists.', always)
  @IsIn(valuesOf(SUPPLIES), remedy('Choose a risk or a shortage.', 'Kies een risico of een tekort.'))
  supply: How;

  @Some(() => Development, 'ontwikkelingen', 'The developments that led to it: at least one.', always)
  @ArrayNotEmpty(remedy('Name at least one development.', 'Noem ten minste één ontwikkeling.'))
  @IsIn(valuesOf(DEVELOPMENTS), {
    ...remedy('Choose from the list of developments.', 'Kies uit de lijst van ontwikkelingen.'),
    each: true,
  })
  developments: Reason[];

  @Identity('aanbieder', 'The provider concerned, as far as it applies: its id, such as "Provider:<uuid>".')
  @IsOptional()
  @Matches(...PROVIDER_ID)
  providerId?: string | null;

  @Identity('melding', 'The melding that it follows from, for its date; leave it out when it follows from analysis.')
  @IsOptional()
  @Matches(
    idOf('Melding'),
    remedy(
      'Give the id of a melding, as Melding.id gives it.',
      'Geef het kenmerk van een melding, zoals Melding.id het geeft.',
    ),
  )
  meldingId?: string | null;

  @Identity('signaal voor de JA', 'The signal that it follows from: it is marked as seen.')
  @IsOptional()
  @Matches(
    idOf('Signal'),
    remedy(
      'Give the id of a signal, as Signal.id gives it.',
      'Geef het kenmerk van een signaal, zoals Signal.id het geeft.',
    ),
  )
  signalId?: string | null;
}
