/** The dashboard: every count of it is a count of assessments. */
import { before, type Known, sum } from './calculator';
import { ask, every, type Told } from './desk';

const COUNTS = 'providers trede1 trede2 trede3 trede4 trede5 notAssessable high middle low';
const DASHBOARD = `query ($quarter: Quarter) { riskDashboard(quarter: $quarter) { quarter national { ${COUNTS} }
  regions(first: 100) { nodes { areaCode ${COUNTS} } } } }`;

function counted(assessments: readonly Told[]): Told {
  const on = (trede: Known) => assessments.filter((one) => one.trede === trede).length;
  const of = (riskClass: string) => assessments.filter((one) => one.riskClass === riskClass).length;
  return {
    providers: assessments.length,
    ...{ trede1: on(1), trede2: on(2), trede3: on(3), trede4: on(4), trede5: on(5), notAssessable: on(null) },
    ...{ high: of('HIGH'), middle: of('MIDDLE'), low: of('LOW') },
  };
}

/** Not assessable is looked at as trede 3. */
const urgencyOf = ({ trede, assessment }: Told): number => (trede ?? 3) * 1000 + (assessment.points ?? 0);

export function dashboard(): void {
  it('counts the assessments of a quarter, of the country and of every region', async () => {
    const { quarter: latest } = (await ask('{ riskDashboard { quarter } }')).riskDashboard;
    for (const quarter of [latest, before(latest), before(latest, 8)]) {
      const { national, regions } = (await ask(DASHBOARD, { quarter })).riskDashboard;
      const all = await every(
        'assessments',
        'AssessmentFilter',
        { quarter },
        'trede riskClass provider { seatRegion { code } }',
      );
      expect(national).toEqual(counted(all));
      expect(regions.nodes.length).toBeGreaterThan(40);
      for (const { areaCode, ...region } of regions.nodes) {
        const there = all.filter(({ provider }) => provider.seatRegion.code === areaCode);
        expect({ areaCode, ...region }).toEqual({ areaCode, ...counted(there) });
      }
    }
  });

  it('orders providers by their latest assessment', async () => {
    const { riskDashboard } = await ask(`{ riskDashboard { quarter top(first: 100) { totalCount nodes {
      quarter trede previousTrede riskClass urgency revenueYouthCents region { code }
      assessment { quarter trede previousTrede riskClass points }
      provider { seatRegion { code } assessment { quarter trede }
        quarters(first: 20) { nodes { quarter revenueYouthCents } } } } } } }`);
    const { totalCount, nodes } = riskDashboard.top;
    expect(nodes).toHaveLength(totalCount);
    for (const risk of nodes) {
      const { quarter, trede, previousTrede, riskClass } = risk.assessment;
      const known = risk.provider.quarters.nodes.filter((one: Told) => one.revenueYouthCents !== null);
      const year = known.sort((a: Told, b: Told) => (a.quarter < b.quarter ? 1 : -1)).slice(0, 4);
      expect(risk).toMatchObject({
        ...{ quarter, trede, previousTrede, riskClass, urgency: urgencyOf(risk) },
        revenueYouthCents: year.length < 4 ? null : sum(year.map((one: Told) => one.revenueYouthCents)),
        region: risk.provider.seatRegion,
      });
      expect(risk.provider.assessment).toEqual({ quarter, trede });
    }
    const urgencies = nodes.map(({ urgency }: Told) => urgency);
    expect(urgencies).toEqual([...urgencies].sort((a, b) => b - a));
  });

  it('misses a delivery that was due and did not come', async () => {
    const of = 'isMissing submittedAt dueOn provider { designation { validTo } }';
    const all = await every('deliveries', 'DeliveryFilter', {}, of);
    const today = new Date().toISOString().slice(0, 10);
    const hasLeft = ({ provider }: Told) => (provider?.designation?.validTo ?? today) < today;
    const open = all.filter((one) => one.submittedAt === null && one.dueOn < today && !hasLeft(one));
    expect(all.filter(({ isMissing }) => isMissing)).toEqual(open);
    expect(open.length).toBeGreaterThan(5);
    const { missingDeliveries } = (await ask('{ riskDashboard { missingDeliveries { totalCount } } }')).riskDashboard;
    expect(missingDeliveries.totalCount).toBe(open.length);
  });
}
