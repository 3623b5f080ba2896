/** What if: the quarter with another figure, judged by hand by the same ladder and scorecard. */
import { RATIOS } from './2-ratios';
import { climb, historyAt, ladderOfModel } from './3-criteria';
import { score, scorecardOfModel } from './4-scorecard';
import { minus, over, shown } from './calculator';
import { ask, by, type Told } from './desk';
import { dossiers } from './providers';

const WHAT_IF = `query ($input: WhatIfInput!) { whatIf(input: $input) { quarter presentTrede supposedTrede presentRiskClass supposedRiskClass
  figures { figure presentCents supposedCents } ratios { ratio unit present supposed } criteria { code trede present supposed } } }`;
const DISTANCES = `query ($id: ID!) { distanceToLimits(providerId: $id) { quarter trede criteria { code trede holds
  distances { figure nowCents neededCents changeCents share tredeThen reason } } } }`;

const UNITS: Readonly<Record<string, string>> = { daysCash: 'DAYS', currentRatio: 'TIMES' };

/** The quarters of a provider, the latest first, in which one figure of the latest is another. */
const supposing = ([now, ...earlier]: readonly Told[], figure: string, cents: number) => [
  { ...now, [`${figure}Cents`]: cents },
  ...earlier,
];

export function whatIf(): void {
  it('climbs the ladder again with the supposed figure', async () => {
    const [ladder, scorecard] = [await ladderOfModel(), await scorecardOfModel()];
    const steps = new Set<string>();
    for (const dossier of await dossiers()) {
      const history = historyAt(dossier, 15);
      for (const [figure, toCents] of [
        ['equity', -100],
        ['cash', 0],
        ['netResult', -1],
      ] as const) {
        const input = { providerId: dossier.id, changes: [{ figure, toCents }] };
        const { whatIf: told } = await ask(WHAT_IF, { input });
        const imagined = supposing(history, figure, toCents);
        const [now, then] = [climb(history, ladder), climb(imagined, ladder)];
        const turned = now.criteria.flatMap(({ code, trede, holds }, at) => {
          const supposed = then.criteria[at]?.holds ?? null;
          return supposed === holds ? [] : [{ code, trede, present: holds, supposed }];
        });
        expect({ name: dossier.name, ...told }).toEqual({
          ...{ name: dossier.name, quarter: history[0].quarter, presentTrede: now.trede, supposedTrede: then.trede },
          ...{
            presentRiskClass: score(history[0], scorecard).riskClass,
            supposedRiskClass: score(imagined[0], scorecard).riskClass,
          },
          figures: [{ figure, presentCents: history[0][`${figure}Cents`], supposedCents: toCents }],
          ratios: Object.entries(RATIOS).map(([ratio, of]) => ({
            ratio,
            unit: UNITS[ratio] ?? 'FRACTION',
            present: shown(of(history[0])),
            supposed: shown(of(imagined[0])),
          })),
          criteria: turned,
        });
        expect(told.presentTrede).toBe(dossier.assessments.at(-1).trede);
        steps.add(`${told.presentTrede} ${told.supposedTrede}`);
      }
    }
    expect(steps.size).toBeGreaterThan(3);
  });

  it('finds the amount at which a criterion turns round: a cent less, and it does not', async () => {
    const ladder = await ladderOfModel();
    let turned = 0;
    for (const dossier of await dossiers()) {
      const history = historyAt(dossier, 15);
      const { distanceToLimits: told } = await ask(DISTANCES, { id: dossier.id });
      expect(told).toMatchObject({ quarter: history[0].quarter, trede: climb(history, ladder).trede });
      for (const { code, trede, holds, distances } of told.criteria) {
        expect(trede).toBe(by('code', ladder).get(code).trede);
        for (const { figure, nowCents, neededCents, changeCents, share, tredeThen, reason } of distances) {
          expect(nowCents).toBe(history[0][`${figure}Cents`]);
          expect(reason === null).toBe(neededCents !== null);
          if (neededCents === null) continue;
          const at = (cents: number) => climb(supposing(history, figure, cents), ladder);
          const answer = (cents: number) => at(cents).criteria.find((one) => one.code === code)?.holds;
          expect(changeCents).toBe(minus(neededCents, nowCents));
          expect(share).toBe(shown(over(changeCents, Math.abs(nowCents))));
          expect(answer(neededCents)).toBe(!holds);
          expect(answer(neededCents - Math.sign(changeCents))).toBe(holds);
          expect(at(neededCents).trede).toBe(tredeThen);
          turned += 1;
        }
      }
    }
    expect(turned).toBeGreaterThan(20);
  });
}
