/** Mismatches of municipalities: their budgets beside their costs, and beside the budgets of providers. */
import { MISMATCH, toldOf } from './6-mismatches';
import { alone, lastYear, round, type Sides, shareOfYear, yearTo } from './6-sides';
import { type Known, quarterOf, startOf, sum, total } from './calculator';
import { ask, every, type Told } from './desk';
import { dossiers } from './providers';

const REPORT = 'budgetCents realisedCents periodStart careForm { code } municipality { code }';
const KIND_3 = { kind: 'MUNICIPAL_BUDGET_VS_COSTS' };
const ROW = `${MISMATCH} careForm { code } municipality { code } region { code }`;

/** What a municipality told of a quarter, of one form of care or of all together; not known when nothing was told. */
function told(reports: readonly Told[], { municipality, careForm }: Told, quarter: string, what: string): Known {
  const own = reports.filter(
    (report) =>
      report.periodStart === startOf(quarter) &&
      report.municipality.code === municipality.code &&
      (careForm === null || report.careForm.code === careForm.code),
  );
  return own.length === 0 ? null : sum(own.map((report) => report[what]));
}

function sidesOf(reports: readonly Told[], row: Told): Sides {
  const { quarter } = row;
  const realised = (of: readonly string[]) => of.map((one) => told(reports, row, one, 'realisedCents'));
  const year = shareOfYear(quarter, realised(lastYear(quarter)));
  const budget = told(reports, row, quarter, 'budgetCents');
  return { ...alone(budget === null ? null : round(budget * year.share), sum(realised(yearTo(quarter)))), ...year };
}

/** The municipalities of which both sides are known. */
function addedUp({ expectedShare }: Told, rows: readonly Told[]): Sides {
  const known = rows.filter(({ expected, actual }) => expected !== null && actual !== null);
  const ways = new Set(known.map(({ way }) => way));
  const of = (side: string): Known => (known.length === 0 ? null : total(known.map((row) => row[side])));
  return {
    ...{ expected: of('expected'), actual: of('actual'), covered: known.length, coverable: rows.length },
    ...{ share: expectedShare, way: ways.size > 1 ? 'MIXED' : ([...ways][0] ?? null) },
  };
}

const isSameForm = (a: Told, b: Told) => a.careForm?.code === b.careForm?.code;

export function municipalities(): void {
  it('lay a budget to date beside the costs to date, for all forms of care and for each', async () => {
    const seat = (await dossiers())[0]?.seat;
    const reports = await every('municipalReports', 'MunicipalReportFilter', {}, REPORT, `region(code: "${seat}")`);
    const rows = await every(
      'mismatches',
      'MismatchFilter',
      { ...KIND_3, regionCode: seat, subject: 'MUNICIPALITY' },
      ROW,
    );
    for (const row of rows) expect({ name: row.kind, ...row }).toMatchObject(toldOf(row, sidesOf(reports, row)));
    expect(rows.filter(({ verdict }) => verdict !== 'INCOMPLETE').length).toBeGreaterThan(100);
  });

  it('add up to regions and the country', async () => {
    const { quarter } = (await ask('{ riskDashboard { quarter } }')).riskDashboard;
    const rows = await every('mismatches', 'MismatchFilter', { ...KIND_3, quarter }, ROW);
    const of = (subject: string) => rows.filter((row) => row.subject === subject);
    for (const area of [...of('REGION'), ...of('COUNTRY')]) {
      const there = of('MUNICIPALITY').filter(
        (row) => isSameForm(row, area) && (area.region === null || row.region.code === area.region.code),
      );
      expect({ name: area.kind, ...area }).toMatchObject(toldOf(area, addedUp(area, there)));
    }
    expect(of('REGION').length).toBeGreaterThan(20);
  });

  it('have budgets that are laid beside those of providers', async () => {
    const rows = await every(
      'mismatches',
      'MismatchFilter',
      { kind: 'MUNICIPAL_VS_PROVIDER_BUDGETS', subject: 'REGION' },
      ROW,
    );
    const latest = rows.filter(
      ({ quarter }) =>
        quarter === quarterOf(new Date(Math.max(...rows.map((row) => Date.parse(startOf(row.quarter))))).toISOString()),
    );
    for (const row of latest) {
      const {
        quarter,
        region: { code },
      } = row;
      const filter = { quarter, regionCode: code };
      const reports = await every('municipalReports', 'MunicipalReportFilter', {}, REPORT, `region(code: "${code}")`);
      const asked = await every('mismatches', 'MismatchFilter', { ...filter, ...KIND_3, subject: 'MUNICIPALITY' }, ROW);
      const budgets = asked
        .filter(({ careForm }) => careForm === null)
        .map((one) => told(reports, one, quarter, 'budgetCents'));
      const [allotted] = await every(
        'mismatches',
        'MismatchFilter',
        { ...filter, kind: 'BUDGET_VS_CONTRACTS', subject: 'REGION' },
        'parts(first: 100) { nodes { expected } }',
      );
      const [ours, theirs] = [budgets, allotted.parts.nodes.map(({ expected }: Told) => expected)].map(
        (amounts: Known[]) => {
          const known = amounts.filter((amount) => amount !== null);
          return { sum: known.length === 0 ? null : total(known), covered: known.length, coverable: amounts.length };
        },
      ) as [Told, Told];
      // The coverage is that of the side of which less is known.
      const less = theirs.covered * ours.coverable < ours.covered * theirs.coverable ? theirs : ours;
      const sides = {
        expected: ours.sum,
        actual: theirs.sum,
        covered: less.covered,
        coverable: less.coverable,
        share: 1,
        way: null,
      };
      expect({ name: row.kind, ...row }).toMatchObject(toldOf(row, sides));
    }
    expect(latest.length).toBeGreaterThan(3);
  });
}
