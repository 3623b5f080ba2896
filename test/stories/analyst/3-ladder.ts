/** Kruger's ladder, climbed by hand: from the quarters of a provider and the limits of the risk model to its trede. */
import { climb, historyAt, ladderOfModel } from './3-criteria';
import { type Known, lastDayOf } from './calculator';
import { ask, type Told } from './desk';
import { everybody } from './providers';

/** The figures that a criterion of the quarter itself is judged on. */
const JUDGED_ON: Readonly<Record<string, readonly string[]>> = {
  equity: ['equity'],
  solvency: ['equity', 'balanceTotal'],
};

export function ladder(): void {
  it('gives every criterion its value and answer, and the provider its trede', async () => {
    const model = await ladderOfModel();
    const answers = new Set<string>();
    for (const dossier of await everybody()) {
      let previousTrede: Known = null;
      for (const [at, assessment] of dossier.assessments.entries()) {
        const { criteria, trede } = climb(historyAt(dossier, at), model);
        const { quarter } = assessment;
        const about = { name: dossier.name, quarter };
        expect({ ...about, ...assessment }).toMatchObject({ ...about, criteria, trede, previousTrede });
        expect(assessment.isAssessable).toBe(trede !== null);
        for (const { code, holds } of criteria) answers.add(`${code} ${holds}`);
        previousTrede = trede;
      }
    }
    // Nothing here is so by accident: nearly every criterion held somewhere, and did not elsewhere.
    expect([...answers].filter((answer) => answer.endsWith('true')).length).toBeGreaterThan(10);
    expect([...answers].filter((answer) => answer.endsWith('false'))).toHaveLength(15);
    expect([...answers].filter((answer) => answer.endsWith('null')).length).toBeGreaterThan(5);
  });

  it('says of every criterion of which day and source it is, and what is missing', async () => {
    for (const { quarters, assessments } of await everybody()) {
      for (const [at, { quarter, criteria }] of assessments.entries()) {
        const sources = new Map<string, string>(
          quarters[at].origins.map((origin: Told) => [origin.figure, origin.source]),
        );
        for (const { figure, holds, value, asOf, source, missing } of criteria) {
          expect(missing !== null).toBe(holds === null);
          expect(asOf).toBe(value === null ? null : lastDayOf(quarter));
          const weakest = ['ESTIMATE', 'DIGIMV'].find((one) =>
            JUDGED_ON[figure]?.some((name) => sources.get(name) === one),
          );
          if (JUDGED_ON[figure] && value !== null) expect(source).toBe(weakest ?? 'DELIVERY');
          for (const [, name, period, why] of (missing ?? '').matchAll(/(\w+) (\d{4}Q\d)( \(not above zero\))?/g)) {
            const then = quarters.find((one) => one.quarter === period);
            const known = then?.[`${name}Cents`] ?? null;
            expect(why ? known <= 0 : known === null).toBe(true);
          }
        }
      }
    }
  });

  it('tells of every criterion how it is measured', async () => {
    const { ladder } = (await ask('{ riskModel { ladder { code says(language: EN) formula(language: EN) } } }'))
      .riskModel;
    for (const { says, formula } of ladder) expect(says.length * formula.length).toBeGreaterThan(200);
    const formulas = new Map<string, string>(ladder.map(({ code, formula }: Told) => [code, formula]));
    expect(formulas.get('SOLVENCY_WORRYING')).toBe('equity / balance total');
    expect(formulas.get('ARREARS_STRUCTURAL')).toMatch(/overdue creditors above 0, or a current ratio below/);
  });
}
