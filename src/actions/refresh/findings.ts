/** What was delivered and cannot be right, or hardly (src/domain/plausibility) -> finding: shown, and kept out of every judgement. */
import type { ProviderFacts } from '../../domain/facts';
import { sayImplausible } from '../../domain/missing';
import { quarterAt } from '../../domain/period';
import { type Finding, notCounted } from '../../domain/plausibility/finding';
import { halvesWithoutAbsurd } from '../../domain/plausibility/halves';
import type { WhyMissing } from './assessments';
import type { Counted } from './quarters';
import { type Columns, insertRows, type Queries } from './rows';

/** By provider. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;
type Facts = ReadonlyMap<string, ProviderFacts>;

/** The facts that count of every provider, and what was found in its quarters and half-years. */
export function withoutAbsurd(counted: Counted, facts: Facts): { facts: Facts; findings: Findings } {
  const kept = new Map<string, ProviderFacts>();
  const findings = new Map<string, readonly Finding[]>();
  for (const [id, known] of facts) {
    const { halves, findings: inHalves } = halvesWithoutAbsurd(known.halves);
    kept.set(id, { ...known, halves });
    findings.set(id, [...(counted.get(id)?.findings ?? []), ...inHalves]);
  }
  return { facts: kept, findings };
}

/** What was found in the quarters. */
export const findingsIn = (counted: Counted): Findings =>
  new Map([...counted].map(([id, { findings }]) => [id, findings]));

/** Says of what is missing in a judgement of a provider that it was delivered, when it was. */
export function whyMissing(findings: Findings): WhyMissing {
  return (providerId) => {
    const absurd = notCounted(findings.get(providerId) ?? []);
    return (missing) => sayImplausible(missing, absurd);
  };
}

/** The same finding has the same id every time. */
const COMPUTED = {
  id: "md5(concat_ws('|', 'finding', r.provider_id, r.period, r.code, (r.figures::jsonb -> 0 ->> 'name')))::uuid",
};

/** Replaces the findings of these providers. Gives how many there are: few, for most figures are in order. */
export async function writeFindings(tx: Queries, findings: Findings): Promise<number> {
  const rows = [...findings].flatMap(([id, found]) => found.map((finding) => ({ id, ...finding })));
  const text = (pick: (finding: Finding) => string) => ({ type: 'text' as const, values: rows.map(pick) });
  const columns: Columns = {
    provider_id: { type: 'uuid', values: rows.map(({ id }) => id) },
    quarter: { type: 'date', values: rows.map(({ period }) => quarterOf(period)) },
    period: text(({ period }) => period),
    code: text(({ code }) => code),
    severity: text(({ severity }) => severity),
    figures: { type: 'jsonb', values: rows.map(({ figures }) => JSON.stringify(figures)) },
    says_nl: text(({ nl }) => nl),
    says_en: text(({ en }) => en),
  };
  await tx.query('delete from finding where provider_id = any ($1)', [[...findings.keys()]]);
  return insertRows(tx, 'finding', columns, COMPUTED);
}

/** The quarter that a period ends with: "2026Q3" itself, and of "2026H1" the second. */
function quarterOf(period: string): string {
  const [year, number] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return quarterAt(year * 4 + (period[4] === 'H' ? number * 2 : number) - 1);
}
