/** Every indicator: from the numbers that the API tells, by the formula of the risk model, to what it points at. */
import { judgedOn } from './5-dealings';
import { INDICATORS, work } from './5-formulas';
import { type Input, lastDay } from './5-inputs';
import { before, type Known, shown } from './calculator';
import { ask, by, every, type Told } from './desk';
import { dossiers } from './providers';

const MODEL = `{ riskModel { indicators { code better every comparesWith } limits { indicator code at } } }`;
const INDICATOR = `code quarter value previous trend crossed asOf source missing
  inputs { name value period source }`;

/** How many quarters before it is the period that it is compared with. */
const BACK: Readonly<Record<string, number>> = { QUARTER: 1, HALF_YEAR: 2, YEAR: 4 };
const backOf = ({ comparesWith, every }: Told): number =>
  comparesWith === 'PREVIOUS_PERIOD' ? (BACK[every] as number) : 4;

function trendOf({ better }: Told, value: Known, previous: Known): string | null {
  if (value === null || previous === null || better === 'NEITHER') return null;
  if (value === previous) return 'SAME';
  return value > previous === (better === 'HIGHER') ? 'BETTER' : 'WORSE';
}

function crossedBy({ code, better }: Told, limits: readonly Told[], value: Known): string[] {
  if (value === null) return [];
  const isBeyond = (at: number) => (better === 'HIGHER' ? value < at : value > at);
  return limits.filter((limit) => limit.indicator === code && isBeyond(limit.at)).map((limit) => limit.code);
}

const WEAKEST_FIRST = ['ESTIMATE', 'DIGIMV', 'DELIVERY'];
const weakest = (inputs: readonly Input[]) =>
  WEAKEST_FIRST.find((source) => inputs.some((one) => one.source === source)) ?? 'DELIVERY';
const sorted = (inputs: readonly Told[]) =>
  [...inputs].sort((a, b) => (`${a.name} ${a.period}` < `${b.name} ${b.period}` ? -1 : 1));

export function indicators(): void {
  it('are made of numbers that the API tells, by the formula of the risk model', async () => {
    const model = (await ask(MODEL)).riskModel;
    const definitions = by('code', model.indicators);
    expect([...definitions.keys()].sort()).toEqual(Object.keys(INDICATORS).sort());
    const [assessable, trends, crossed] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const dossier of await dossiers()) {
      const told = await every('indicators', 'IndicatorFilter', { providerId: dossier.id }, INDICATOR);
      expect(told).toHaveLength(16 * definitions.size);
      for (const { inputs, ...indicator } of told) {
        const { code, quarter } = indicator;
        const definition = definitions.get(code);
        const { value, inputs: byHand } = work(code, dossier, quarter);
        const previous = work(code, dossier, before(quarter, backOf(definition))).value;
        const isOfDeliveries = code.startsWith('deliveries');
        const asOf = isOfDeliveries ? judgedOn(dossier, quarter) : lastDay(definition.every, quarter);
        expect({ name: dossier.name, ...indicator, inputs: sorted(inputs) }).toEqual({
          ...{ name: dossier.name, code, quarter, value: shown(value), previous: shown(previous) },
          ...{ trend: trendOf(definition, value, previous), crossed: crossedBy(definition, model.limits, value) },
          asOf: value === null ? null : asOf,
          source: value === null ? null : weakest(byHand),
          missing: value === null ? expect.any(String) : null,
          inputs: sorted(byHand),
        });
        if (value !== null) assessable.add(code);
        trends.add(String(indicator.trend));
        for (const limit of indicator.crossed) crossed.add(limit);
      }
    }
    expect(assessable.size).toBe(definitions.size);
    expect(trends.size).toBe(4);
    expect(crossed.size).toBeGreaterThan(12);
  });

  it('are what an indication beside the trede points with', async () => {
    let seen = 0;
    for (const { id, assessments } of await dossiers()) {
      for (const { quarter, indications } of [assessments.at(-1)]) {
        const told = by(
          'code',
          await every('indicators', 'IndicatorFilter', { providerId: id, quarter }, 'code value unit'),
        );
        for (const { indicator, value, unit } of indications) {
          if (told.has(indicator)) expect(told.get(indicator)).toEqual({ code: indicator, value, unit });
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
}
