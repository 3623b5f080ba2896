/** Mismatch 6: the forms of care that clients contracted with a provider beside those that it offers. */
import { disagreementOnForm } from '../../../domain/mismatch/disagreement';
import { contractedForms, formsBeside, formsSides, NATIONAL } from '../../../domain/mismatch/forms-offered';
import { COUNTRY, regionOf } from './area';
import { type Added, type Laid, type Moment, NOTHING_WEIGHED, WHOLE_YEAR } from './laid';

/** Of subcontractors only name and number are asked (8g b16), not what they do: whether they offer a form is not known. */
const SUBCONTRACTED = null;

/** Nothing when no form is contracted or offered. */
export function forms({ known: { provider, facts, offered }, day }: Moment): Laid[] {
  const contracted = contractedForms(facts.contracts, day);
  const { inRegions, findings } = formsBeside({
    ...{ providerId: provider.id, contracted, offered, subcontracted: SUBCONTRACTED },
  });
  if (inRegions.length === 0 && findings.length === 0) return [];
  const sides = formsSides(inRegions);
  const inRegion = inRegions.flatMap((one): Added[] => {
    if (one.region === NATIONAL) return [];
    return [{ to: regionOf(one.region), ...formsSides([one]), weight: NOTHING_WEIGHED }];
  });
  const adds = [...inRegion, { to: COUNTRY, ...sides, weight: NOTHING_WEIGHED }];
  const disagreements = findings.map(disagreementOnForm);
  return [{ kind: 'FORMS_CONTRACTED_VS_OFFERED', sides, share: WHOLE_YEAR, way: null, disagreements, adds }];
}
