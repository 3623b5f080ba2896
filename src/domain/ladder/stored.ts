import type { JudgedCriterion } from './assess';

/** A judged criterion as it is stored with an assessment (entities/assessment.ts). Its words are those of the model. */
export interface StoredCriterion {
  code: string;
  trede: number;
  figure: string;
  basis: 'PUBLISHED' | 'OWN_DEFAULT';
  holds: boolean | null;
  value: number | null;
  limit: number | null;
  unit: string;
  as_of: string | null;
  source: string | null;
  missing: string | null;
}

export function toStored(criterion: JudgedCriterion): StoredCriterion {
  const { code, trede, figure, basis, holds, value, limit, unit, asOf, source, missing } = criterion;
  return { code, trede, figure, basis, holds, value, limit, unit, as_of: asOf, source, missing };
}
