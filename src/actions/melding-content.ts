import type { Melding } from '../../entities';
import type { MeldingContent } from '../../schema/melding-input';
import { meldingProblems } from '../domain/meldpunt';
import { Invalid } from '../errors';

type Content = Omit<Melding, 'id' | 'reporterPartyId' | 'providerId' | 'reportedKvkNumber' | 'receivedAt'>;

/**
 * What a melding says, whoever reports it.
 * @throws Invalid with everything that is wrong with it by the rules of the covenant (3.1.2)
 */
export function contentOf(input: MeldingContent): Content {
  const { clientKey, reason, moment, careFormCode, effectiveOn, explanation } = input;
  const problems = meldingProblems({ clientKey, reason, moment, careForm: careFormCode, effectiveOn, explanation });
  if (problems.length > 0) {
    throw new Invalid(problems.map((problem) => ({ ...problem, field: FIELD[problem.field] ?? problem.field })));
  }
  return {
    clientKey: clientKey.trim(),
    reason,
    moment: moment ?? null,
    municipalityCode: input.municipalityCode ?? null,
    regionCode: input.regionCode ?? null,
    careFormCode: careFormCode ?? null,
    effectiveOn: effectiveOn ?? null,
    explanation: explanation.trim(),
  };
}

/** The domain speaks of a care form; the input calls it by its code. */
const FIELD: Readonly<Record<string, string>> = { careForm: 'careFormCode' };
