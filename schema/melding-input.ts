import { IsDateString, IsIn, IsOptional, Length, Matches } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  MELDING_MOMENTS,
  MELDING_REASONS,
  type MeldingMoment as Moment,
  type MeldingReason as Reason,
  valuesOf,
} from '../src/domain/vocabulary';
import { described } from './described';
import { MeldingMoment, MeldingReason } from './enums';
import { always, Day, Identity, Of, Text } from './leaves';
import { NoPersonalData } from './no-personal-data';
import { CARE_FORM_CODE, KVK_NUMBER, MUNICIPALITY_CODE, PROVIDER_ID, REGION_CODE, remedy } from './remedy';

/** What every melding says, whoever reports it. */
@InputType()
export abstract class MeldingContent {
  @Text(
    'kenmerk van de melder',
    'Your own key for this melding, 1 to 100 characters: sending it again registers nothing new.',
    always,
  )
  @NoPersonalData()
  @Length(1, 100, remedy('Give your own key, of 1 to 100 characters.', 'Geef een eigen kenmerk van 1 tot 100 tekens.'))
  clientKey: string;

  @Of(() => MeldingReason, 'reden', 'Which of the eight reasons of the covenant (3.1.2).', always)
  @IsIn(valuesOf(MELDING_REASONS), remedy('Choose one of the eight reasons.', 'Kies een van de acht redenen.'))
  reason: Reason;

  @Of(() => MeldingMoment, 'moment', 'Foreseen or actual, when services stop (Jeugdwet 9a.2(4)(b)).')
  @IsOptional()
  @IsIn(valuesOf(MELDING_MOMENTS), remedy('Choose foreseen or actual.', 'Kies voorzien of feitelijk.'))
  moment?: Moment | null;

  @Text('gemeente', 'The municipality that it is about, such as "GM0014".')
  @IsOptional()
  @Matches(...MUNICIPALITY_CODE)
  municipalityCode?: string | null;

  @Text('jeugdregio', 'The region that it is about, such as "JZ01".')
  @IsOptional()
  @Matches(...REGION_CODE)
  regionCode?: string | null;

  @Text('zorgvorm', 'The form of care that it is about, such as "JH1221".')
  @IsOptional()
  @Matches(...CARE_FORM_CODE)
  careFormCode?: string | null;

  @Day('datum van ingang', 'When the change or interruption is expected or happened.')
  @IsOptional()
  @IsDateString({ strict: true }, remedy('Give a day, such as 2026-07-01.', 'Geef een dag, zoals 2026-07-01.'))
  effectiveOn?: string | null;

  @Text(
    'toelichting',
    'What is the matter, in your own words: 1 to 4000 characters, never about a recognisable child.',
    always,
  )
  @NoPersonalData()
  @Length(
    1,
    4000,
    remedy('Say what is the matter, in 1 to 4000 characters.', 'Vertel wat er aan de hand is, in 1 tot 4000 tekens.'),
  )
  explanation: string;
}

@InputType({
  description: described(
    'melding',
    'A melding to the meldpunt (covenant 3.1.2). Never name a child or a parent in it.',
  ),
})
export class MeldingInput extends MeldingContent {
  @Identity('aanbieder', 'The provider that it is about: its id, such as "Provider:<uuid>".')
  @IsOptional()
  @Matches(...PROVIDER_ID)
  providerId?: string | null;
}

@InputType({
  description: described(
    'melding zonder aanmelden',
    'A melding to the meldpunt by whoever has not signed in (covenant 3.1.2). Never name a child, a parent or yourself in it.',
  ),
})
export class AnonymousMeldingInput extends MeldingContent {
  @Text(
    'KvK-nummer',
    'The number in the register of the Chamber of Commerce, of 8 digits, of the provider that it is about. Name the provider in the explanation as well: it is not told whether the number is known here.',
  )
  @IsOptional()
  @Matches(...KVK_NUMBER)
  kvkNumber?: string | null;
}
