/** Signals: every number that one rests on is told somewhere else as well, of this quarter and of the one before. */
import { before, days, type Known, periodOf } from './calculator';
import { ask, by, every, type Told } from './desk';
import { dossiers } from './providers';

/** What the API tells of a provider in a quarter and in the one before: what a signal can rest on. */
interface Beside {
  readonly now: Told;
  readonly then: Told;
  readonly deliveries: readonly Told[];
  readonly meldingen: readonly Told[];
  /** The day on which it was last computed. */
  readonly today: string;
}

const KNOWN = `query ($id: ID!, $quarter: Quarter!) { provider(id: $id) {
  assessments(filter: { quarter: $quarter }) { nodes { trede computedAt criteria { code trede holds value } } }
  indicators(filter: { quarter: $quarter }, first: 100) { nodes { code value crossed inputs { name value } } }
  mismatches(filter: { quarter: $quarter }, first: 100) { nodes { kind aspect verdict differenceShare } }
  findings(filter: { quarter: $quarter }, first: 100) { nodes { severity figures { name value } } }
  quarters(filter: { from: $quarter, to: $quarter }) { nodes { quarter quarterEnd foreseesRisk
    revenueCents netResultCents yearToDateResultCents equityCents balanceTotalCents currentAssetsCents currentLiabilitiesCents
    cashCents overdueCreditorsCents employedStaffCostsCents hiredStaffCostsCents otherCostsCents } }
} }`;

async function knownOf(id: string, quarter: string): Promise<Told> {
  const { provider } = await ask(KNOWN, { id, quarter });
  const [assessment] = provider.assessments.nodes;
  const mismatches = provider.mismatches.nodes.map((one: Told) => ({
    ...one,
    name: one.aspect ? `${one.kind} ${one.aspect}` : one.kind,
  }));
  return {
    ...{
      assessment,
      criteria: by('code', assessment?.criteria ?? []),
      indicators: by('code', provider.indicators.nodes),
    },
    ...{ mismatches: by('name', mismatches), findings: provider.findings.nodes, quarter: provider.quarters.nodes[0] },
  };
}

async function besideOf(id: string, quarter: string): Promise<Beside> {
  const [now, then] = [await knownOf(id, quarter), await knownOf(id, before(quarter))];
  const filter = { providerId: id };
  return {
    ...{ now, then, today: now.assessment.computedAt.slice(0, 10) },
    deliveries: await every(
      'deliveries',
      'DeliveryFilter',
      filter,
      'uitvraagKey periodStart periodEnd dueOn submittedAt',
    ),
    meldingen: await every('meldingen', 'MeldingFilter', filter, 'moment receivedAt'),
  };
}

type Evidence = readonly [value: Known, previous: Known];
type Lookup = (name: string, beside: Beside) => Evidence;

const onTheLadder: Lookup = (name, { now, then }) => {
  if (name === 'trede') return [now.assessment.trede, then.assessment.trede];
  const cents = `${name}Cents`;
  if (cents in now.quarter) return [now.quarter[cents], then.quarter[cents]];
  const lens = now.criteria.has(name) ? 'criteria' : 'indicators';
  return [now[lens].get(name).value, then[lens].get(name)?.value ?? null];
};
/** Meldingen since the end of the quarter, by their moment. */
const MOMENTS: Readonly<Record<string, string | null>> = { actual: 'ACTUAL', foreseen: 'FORESEEN', other: null };
const counted: Lookup = (name, { now, meldingen }) => {
  const isNew = ({ moment, receivedAt }: Told) => moment === MOMENTS[name] && receivedAt >= now.quarter.quarterEnd;
  return [meldingen.filter(isNew).length, null];
};
const daysLate: Lookup = (name, { deliveries, today }) => {
  const late = deliveries.find((one) => name === `${one.uitvraagKey} ${periodOf(one.periodStart, one.periodEnd)}`);
  expect(late.submittedAt).toBeNull();
  return [[14, 30, 60].filter((term) => term <= days(late.dueOn, today)).at(-1) ?? 0, null];
};
const yes = (answer: boolean | null): Known => (answer === null ? null : Number(answer));

/** Where the numbers of each kind of signal are told. */
const EVIDENCE: Readonly<Record<string, Lookup>> = {
  ...{ CARE_STOPPED: counted, NEW_MELDING: counted, SILENCE: daysLate },
  ...{ TREDE_UP_TWO: onTheLadder, TREDE_UP: onTheLadder, LIMIT_CROSSED: onTheLadder },
  ...{ BECAME_ASSESSABLE: onTheLadder, BECAME_UNASSESSABLE: onTheLadder },
  RISK_FORESEEN: (_, { now, then }) => [yes(now.quarter.foreseesRisk), yes(then.quarter.foreseesRisk)],
  CONTRACT_ENDS: (name, { now }) => {
    const { inputs } = now.indicators.get('contractsExpiring');
    return [inputs.find((input: Told) => input.name === name).value, null];
  },
  NEW_MISMATCH: (name, { now, then }) => [
    now.mismatches.get(name).differenceShare,
    then.mismatches.get(name)?.differenceShare ?? null,
  ],
  IMPLAUSIBLE_FIGURE: (name, { now }) => {
    const figures = now.findings.flatMap((finding: Told) => finding.figures);
    return [figures.find((figure: Told) => figure.name === name).value, null];
  },
};

/** How urgent each kind is: as SignalKind says. */
const URGENCY: Readonly<Record<string, (evidence: readonly Told[], beside: Beside) => number>> = {
  CARE_STOPPED: () => 900,
  TREDE_UP_TWO: ([trede]) => 250 + 100 * trede.value,
  TREDE_UP: ([trede]) => 200 + 100 * trede.value,
  BECAME_ASSESSABLE: ([trede]) => 200 + 100 * trede.value,
  BECAME_UNASSESSABLE: ([trede]) => 190 + 100 * Math.max(trede.previous, 3),
  LIMIT_CROSSED: ([first], { now }) => 100 + 100 * (now.criteria.get(first.name)?.trede ?? 1),
  RISK_FORESEEN: () => 520,
  NEW_MELDING: (evidence) => (by('name', evidence).get('foreseen').value > 0 ? 580 : 480),
  SILENCE: (evidence) => {
    const longest = Math.max(...evidence.map(({ value }) => value));
    return 350 + 100 * ([14, 30, 60].filter((term) => term <= longest).length - 1);
  },
  CONTRACT_ENDS: () => 320,
  NEW_MISMATCH: ([largest]) => 300 + 5 * Math.trunc(Math.min(10 * Math.abs(largest.value ?? 0), 10)),
  IMPLAUSIBLE_FIGURE: (_, { now }) =>
    now.findings.some(({ severity }: Told) => severity === 'DO_NOT_COUNT') ? 300 : 250,
};

const SIGNAL = 'kind urgency quarter provider { id name } evidence { name value previous }';

async function check(signals: readonly Told[]): Promise<void> {
  for (const { kind, urgency, quarter, provider, evidence } of signals) {
    const beside = await besideOf(provider.id, quarter);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { name, value, previous } of evidence) {
      const told = (EVIDENCE[kind] as Lookup)(name, beside);
      expect([provider.name, kind, name, value, previous]).toEqual([provider.name, kind, name, ...told]);
    }
    expect([provider.name, kind, urgency]).toEqual([
      provider.name,
      kind,
      (URGENCY[kind] as (typeof URGENCY)[string])(evidence, beside),
    ]);
  }
}

export function signals(): void {
  it('rest on numbers that are told elsewhere', async () => {
    const all = await every('signals', 'SignalFilter', {}, SIGNAL);
    await check(all);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  });

  it('come of a melding that is told as well', async () => {
    const [, { id: providerId }] = (await dossiers()) as [Told, Told];
    const input = {
      ...{ clientKey: 'by-hand', reason: 'CARE_CHANGE', moment: 'ACTUAL', providerId, careFormCode: 'JH1221' },
      ...{ effectiveOn: '2026-11-02', explanation: 'De zorg is gestopt.' },
    };
    await ask('mutation ($input: MeldingInput!) { registerMelding(input: $input) { id } }', { input });
    const [signal] = await every('signals', 'SignalFilter', { providerId, kind: ['CARE_STOPPED'] }, SIGNAL);
    await check([signal]);
    expect(signal.evidence).toEqual([{ name: 'actual', value: 1, previous: null }]);
  });
}
