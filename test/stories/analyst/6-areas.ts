/** Mismatches of areas: what providers add to them, and what they come to. */
import { lineOf, pairsOn } from './6-contracts';
import { MISMATCH, toldOf } from './6-mismatches';
import { alone, type Sides, whoReported } from './6-sides';
import { divided, type Known, lastDayOf, over, shown, sum, times } from './calculator';
import { ask, by, every, type Told } from './desk';
import { type Dossier, dossiers } from './providers';

const PART =
  'expected actual difference differenceShare covered coverable coverage weight way provider { id } mismatch { id }';
const AREA = `${MISMATCH} region { code } municipality { code } parts(first: 100) { totalCount nodes { ${PART} } }`;

const latestQuarter = async (): Promise<string> => (await ask('{ riskDashboard { quarter } }')).riskDashboard.quarter;
const addedUpFrom = ({ kind }: Told): boolean => !kind.startsWith('MUNICIPAL');

/** Those of the latest quarter, and of the end of the latest year, when care is compared. */
async function areaMismatches(): Promise<Told[]> {
  const quarter = await latestQuarter();
  const quarters = [quarter, `${Number(quarter.slice(0, 4)) - 1}Q4`];
  const asked = quarters.flatMap((quarter) =>
    ['REGION', 'COUNTRY', 'MUNICIPALITY'].map((subject) => ({ quarter, subject })),
  );
  const rows = await Promise.all(
    asked.map(({ quarter, subject }) => {
      const kind = subject === 'MUNICIPALITY' ? { kind: 'CONTRACT_BOTH_SIDES' } : {};
      return every('mismatches', 'MismatchFilter', { quarter, subject, ...kind }, AREA);
    }),
  );
  return rows.flat().filter(addedUpFrom);
}

/** Of amounts and numbers the sum, of fractions and days the mean by weight: over the parts of which both sides are known. */
function addedUp({ unit, expectedShare }: Told, parts: readonly Told[]): Sides {
  const known = parts.filter(({ expected, actual }) => expected !== null && actual !== null);
  const isMean = unit === 'FRACTION' || unit === 'DAYS';
  const weighed = isMean ? known.filter(({ weight }) => weight !== null) : known;
  const side = (key: string): Known => {
    if (weighed.length === 0) return null;
    const whole = sum(weighed.map((part) => times(part[key], isMean ? part.weight : 1)));
    return isMean ? shown(over(whole, sum(weighed.map(({ weight }) => weight)))) : whole;
  };
  const ways = new Set(parts.filter(({ way, covered }) => way !== null && covered > 0).map(({ way }) => way));
  return {
    ...{ expected: side('expected'), actual: side('actual') },
    ...{
      covered: sum(parts.map(({ covered }) => covered)) ?? 0,
      coverable: sum(parts.map(({ coverable }) => coverable)) ?? 0,
    },
    ...{ share: expectedShare, way: ways.size > 1 ? 'MIXED' : ([...ways][0] ?? null) },
  };
}

/** Contract value by region as the provider reported it, else its clients; national contracts beside the regions. */
function byRegion(
  { contracts }: Dossier,
  quarter: string,
): { regions: readonly string[]; values: readonly number[]; isOwn: boolean } {
  const day = lastDayOf(quarter);
  const of = (side: string) =>
    contracts.filter(
      ({ reportedBy, startsOn, endsOn, annualValueCents }) =>
        reportedBy === side && startsOn <= day && (endsOn === null || endsOn > day) && annualValueCents !== null,
    );
  const isOwn = of('PROVIDER').length > 0;
  const values = new Map<string, number>();
  for (const { region, annualValueCents } of of(isOwn ? 'PROVIDER' : 'CLIENT')) {
    values.set(region?.code ?? 'LTA', (values.get(region?.code ?? 'LTA') ?? 0) + annualValueCents);
  }
  const regions = [...values.keys()].sort();
  return { regions, values: regions.map((region) => values.get(region) as number), isOwn };
}

/** What of an amount falls to a region, by contract value. */
function allotted(dossier: Dossier, quarter: string, region: string, amount: Known): Known {
  const { regions, values } = byRegion(dossier, quarter);
  return amount === null || values.length === 0 ? null : (divided(amount, values)[regions.indexOf(region)] ?? null);
}

type Part = Pick<Sides, 'expected' | 'actual'> & Partial<Sides> & { readonly weight?: Known };

/** What a provider adds to a region, from its own comparison. */
function partOf(dossier: Dossier, own: Told, region: string, reported: ReadonlySet<string>): Part | null {
  const { quarter } = own;
  const there = (amount: Known) => allotted(dossier, quarter, region, amount);
  if (own.kind === 'PLANNED_VS_REALISED_CARE') {
    const budget = by('quarter', dossier.quarters).get(quarter).budgetRevenueYouthCents;
    return { expected: own.expected, actual: own.actual, weight: there(budget) };
  }
  if (own.kind === 'BUDGET_VS_CONTRACTS') {
    const { regions, values, isOwn } = byRegion(dossier, quarter);
    return alone(there(own.expected), isOwn ? (values[regions.indexOf(region)] ?? null) : null);
  }
  if (own.kind === 'CONTRACT_BOTH_SIDES') {
    const pairs = pairsOn(dossier, quarter).filter(
      ({ byProvider, byClient }) => (byClient ?? byProvider).region?.code === region,
    );
    const lines = pairs
      .map((pair) => ({ pair, ...lineOf(dossier, pair, quarter, reported) }))
      .filter(({ differenceCents }) => differenceCents !== null);
    const of = (key: 'byClientCents' | 'byProviderCents') =>
      lines.length === 0 ? null : sum(lines.map((line) => line[key] ?? 0));
    return { expected: of('byClientCents'), actual: of('byProviderCents'), coverable: pairs.length };
  }
  return own.kind === 'FORMS_CONTRACTED_VS_OFFERED' ? null : alone(there(own.expected), there(own.actual));
}

export function areas(): void {
  it('add up from what each provider adds', async () => {
    const seen = new Set<string>();
    for (const { parts, ...mismatch } of await areaMismatches()) {
      expect(parts.nodes).toHaveLength(parts.totalCount);
      const sides = addedUp(mismatch, parts.nodes);
      expect({ name: [mismatch.kind, mismatch.aspect].filter(Boolean).join(' '), ...mismatch }).toMatchObject(
        toldOf(mismatch, sides),
      );
      seen.add(`${mismatch.subject} ${mismatch.kind} ${mismatch.aspect}`);
    }
    expect(seen.size).toBe(17);
  });

  it('take of a provider what falls to them by contract value', async () => {
    const reported = await whoReported();
    const all = await areaMismatches();
    let parts = 0;
    for (const dossier of await dossiers()) {
      const own = by('id', await every('mismatches', 'MismatchFilter', { providerId: dossier.id }, MISMATCH));
      for (const { subject, region, parts: of, kind, quarter } of all) {
        const part = of.nodes.find(({ provider }: Told) => provider.id === dossier.id);
        if (!part || subject === 'MUNICIPALITY') continue;
        const whole = own.get(part.mismatch.id);
        expect(whole).toMatchObject({ kind, quarter });
        const byHand =
          subject === 'COUNTRY'
            ? { expected: whole.expected, actual: whole.actual }
            : partOf(dossier, whole, region.code, reported);
        if (byHand)
          expect({ about: dossier.name, kind, quarter, region, ...part }).toMatchObject({
            about: dossier.name,
            ...byHand,
          });
        parts += 1;
      }
    }
    expect(parts).toBeGreaterThan(30);
  });
}
