import type { Context } from '../context';
import { FIGURES } from '../domain/figures';
import { RATIO_CODES, RATIOS } from '../domain/ratios';
import { changeProblems, changesOf, type GivenChange } from '../domain/what-if/given';
import { whatIf as outcomeOf, type WhatIf } from '../domain/what-if/what-if';
import { Invalid } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { historyOf, quarterIn } from './history';

export interface Supposition {
  /** The API id. */
  readonly providerId: string;
  /** As "2026Q3"; null for the latest of its history. */
  readonly quarter?: string | null;
  readonly changes: readonly GivenChange[];
}

/**
 * The trede and the ratios of a provider if some of its figures were others. Nothing is stored, and nothing of it is
 * written in a log. Null when nothing is known of the provider in that quarter. Throws Invalid with all that is wrong with the changes.
 */
export async function whatIf(ctx: Context, { providerId, quarter, changes }: Supposition) {
  const provider = keyOfId('Provider', providerId, 'providerId');
  const problems = changeProblems(changes);
  if (problems.length > 0) throw new Invalid(problems);
  const history = await historyOf(ctx, provider);
  const asked = quarterIn(history, quarter ?? null);
  if (asked === null) return null;
  return { providerId: provider, ...told(outcomeOf(history, asked, changesOf(changes))) };
}

function told({ quarter, figures, present, supposed, criteria, isPlausible, notes, en, nl }: WhatIf) {
  return {
    quarter,
    isPlausible,
    notes,
    ...{ presentTrede: present.assessment.trede, supposedTrede: supposed.assessment.trede },
    ...{ presentRiskClass: present.riskClass, supposedRiskClass: supposed.riskClass },
    figures: figures.map(({ figure, before, after }) => ({
      ...{ figure, name: FIGURES[figure] },
      ...{ presentCents: before, supposedCents: after },
    })),
    ratios: RATIO_CODES.map((ratio) => ({
      ...{ ratio, name: { en: RATIOS[ratio].en, nl: RATIOS[ratio].nl }, unit: RATIOS[ratio].unit },
      ...{ present: present.ratios[ratio], supposed: supposed.ratios[ratio] },
    })),
    criteria: criteria.map(({ code, trede, before, after, ...says }) => ({
      ...{ code, trede, says },
      ...{ present: before, supposed: after },
    })),
    explanation: { en, nl },
  };
}
