/** Our own scorecard: from the ratios and the bands of the model to the points and the class. */
import { RATIOS } from './2-ratios';
import { type Known, shown, total } from './calculator';
import { ask, by, type Told } from './desk';
import { everybody } from './providers';

const MODEL =
  '{ riskModel { scorecard { code riskIs unit pointsMax bands { than points } } cuts { riskClass from } } }';

export const scorecardOfModel = async (): Promise<Told> => (await ask(MODEL)).riskModel;

/** The first band that a value falls in; the last one is for what falls in none. Of an answer the first band is yes. */
function pointsOf(value: Known, { riskIs, bands }: Told): Known {
  if (value === null) return null;
  if (riskIs === null) return bands[value === 1 ? 0 : 1].points;
  const isIn = ({ than }: Told) => than === null || (riskIs === 'BELOW' ? value < than : value > than);
  return bands.find(isIn).points;
}

export interface Score {
  readonly scorecard: readonly { readonly code: string; readonly value: Known; readonly points: Known }[];
  readonly points: Known;
  readonly riskClass: string | null;
}

/** Points of 100: what the known indicators gave, as a share of the most they could give. */
export function score(quarter: Told, model: Told): Score {
  const scored = model.scorecard.map((indicator: Told) => {
    const answer = quarter[indicator.code] === null ? null : Number(quarter[indicator.code]);
    const value = indicator.riskIs === null ? answer : (RATIOS[indicator.code] as (of: Told) => Known)(quarter);
    return {
      code: indicator.code,
      value: shown(value),
      points: pointsOf(value, indicator),
      pointsMax: indicator.pointsMax,
      unit: indicator.unit,
    };
  });
  const known = scored.filter(({ points }: Told) => points !== null);
  const of = (key: string) => total(known.map((one: Told) => one[key]));
  const points = known.length * 2 < scored.length ? null : Math.round((100 * of('points')) / of('pointsMax'));
  const cut = points === null ? null : model.cuts.find(({ from }: Told) => points >= from);
  return { scorecard: scored, points, riskClass: cut?.riskClass ?? null };
}

export function scorecard(): void {
  it('adds up to the points and the class', async () => {
    const model = await scorecardOfModel();
    const classes = new Set<string | null>();
    for (const { name, quarters, assessments } of await everybody()) {
      const told = by('quarter', assessments);
      for (const quarter of quarters) {
        const byHand = score(quarter, model);
        expect({ name, ...told.get(quarter.quarter) }).toMatchObject({ name, quarter: quarter.quarter, ...byHand });
        classes.add(byHand.riskClass);
      }
    }
    expect(classes).toEqual(new Set(['HIGH', 'MIDDLE', 'LOW', null]));
  });
}
