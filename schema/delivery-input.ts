import { IsIn, Matches, MaxLength, MinLength } from 'class-validator';
import { InputType } from 'type-graphql';
import { TIME_CLASSES, type TimeClass as Time } from '../src/domain/intake/burden';
import { FREE_TEXT_MIN } from '../src/domain/intake/free-text';
import { valuesOf } from '../src/domain/vocabulary';
import { described } from './described';
import { TimeClass } from './enums';
import { DELIVERY_ID } from './fill-in-input';
import { always, Identity, Of, Text } from './leaves';
import { NoPersonalData } from './no-personal-data';
import { idOf, remedy } from './remedy';

const SHORT = remedy(`Write at least ${FREE_TEXT_MIN} characters.`, `Schrijf ten minste ${FREE_TEXT_MIN} tekens.`);
const LONG = remedy('Write at most 1,000 characters.', 'Schrijf hoogstens 1.000 tekens.');

@InputType({ description: described('aanlevering met reden', 'Which delivery, and why.') })
export class ReasonInput {
  @Identity('aanlevering', 'The delivery: its id, such as "Delivery:<uuid>".', always)
  @Matches(...DELIVERY_ID)
  deliveryId: string;
  @Text('reden', `Why, in ${FREE_TEXT_MIN} to 1,000 characters, without data of people.`, always)
  @MinLength(FREE_TEXT_MIN, SHORT)
  @MaxLength(1000, LONG)
  @NoPersonalData()
  reason: string;
}

@InputType({ description: described('antwoord op een controlevraag', 'Which question, and why the value is right.') })
export class AnswerInput {
  @Identity('bevinding', 'The question: its id, as DraftFinding.id gives it.', always)
  @Matches(
    idOf('DraftFinding'),
    remedy(
      'Give the id of a finding, as DraftFinding.id gives it.',
      'Geef het kenmerk van een bevinding, zoals DraftFinding.id het geeft.',
    ),
  )
  findingId: string;
  @Text(
    'toelichting',
    `Why the value is right, in ${FREE_TEXT_MIN} to 1,000 characters, without data of people.`,
    always,
  )
  @MinLength(FREE_TEXT_MIN, SHORT)
  @MaxLength(1000, LONG)
  @NoPersonalData()
  explanation: string;
}

@InputType({ description: described('ongewijzigde lijst', 'Which list of which draft stays as it was.') })
export class NoChangeInput {
  @Identity('aanlevering', 'The delivery: its id, such as "Delivery:<uuid>".', always)
  @Matches(...DELIVERY_ID)
  deliveryId: string;
  @Text('onderdeel', 'Code of the section, such as "providerContracts".', always)
  @Matches(
    /^[A-Za-z]{1,40}$/,
    remedy('Give a code, as Draft.sections gives it.', 'Geef een code, zoals Draft.sections die geeft.'),
  )
  section: string;
}

@InputType({ description: described('tijd', 'How long which delivery took.') })
export class TimeTakenInput {
  @Identity('aanlevering', 'The delivery: its id, such as "Delivery:<uuid>".', always)
  @Matches(...DELIVERY_ID)
  deliveryId: string;
  @Of(() => TimeClass, 'tijd', 'About how long it took all of you.', always)
  @IsIn(valuesOf(TIME_CLASSES), remedy('Choose one of the four.', 'Kies een van de vier.'))
  timeTaken: Time;
}
