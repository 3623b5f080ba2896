import { IsOptional, Matches, Max, Min } from 'class-validator';
import { InputType } from 'type-graphql';
import { described } from './described';
import { always, Count, Identity, Some, Text } from './leaves';
import { idOf, PARTY_KEY, PARTY_KEYS, PROVIDER_ID, REGION_CODE, remedy } from './remedy';

const TREDE = remedy(
  'The draaiboek is followed for trede 3 to 6.',
  'Het draaiboek wordt gevolgd voor trede 3 tot en met 6.',
);

@InputType({ description: described('casus', 'For which provider the draaiboek is followed, and who takes part.') })
export class CaseInput {
  @Identity('aanbieder', 'The provider: its id, such as "Provider:<uuid>".', always)
  @Matches(...PROVIDER_ID)
  providerId: string;

  @Count('trede', 'For which trede, 3 to 6.', always)
  @Min(3, TREDE)
  @Max(6, TREDE)
  trede: number;

  @Text('regievoerder', 'The region that leads, such as "JZ01". Without it: the accounthoudende region.')
  @IsOptional()
  @Matches(...REGION_CODE)
  leadRegionCode?: string | null;

  @Some(() => String, 'opdrachtgevers', 'The clients involved, by their keys, such as "municipality:GM0014".')
  @IsOptional()
  @Matches(...PARTY_KEYS)
  clientKeys?: string[] | null;
}

@InputType({ description: described('plan voorleggen', 'Of which case the plan is put before which inspection.') })
export class PlanInput {
  @Identity('casus', 'The open case: its id, such as "DraaiboekCase:<uuid>".', always)
  @Matches(
    idOf('DraaiboekCase'),
    remedy(
      'Give the id of a case, as DraaiboekCase.id gives it.',
      'Geef het kenmerk van een casus, zoals DraaiboekCase.id het geeft.',
    ),
  )
  caseId: string;

  @Text('inspectie', 'The inspection by its key, such as "inspection:IGJ".', always)
  @Matches(...PARTY_KEY)
  recipientKey: string;
}
