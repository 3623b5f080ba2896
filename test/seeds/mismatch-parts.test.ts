/** Postgres adds up the parts of a comparison, by the rules that the domain has for it: the two are held beside each other. */
import { addUpPairs } from '../../src/domain/mismatch/add-up';
import { ASPECTS, type CareAspect } from '../../src/domain/mismatch/aspects';
import { combinedWay } from '../../src/domain/mismatch/expected-share';
import { meanPlannedCare, type PlannedCare } from '../../src/domain/mismatch/planned-care';
import { fromDecimal, type Ratio, toDecimal } from '../../src/domain/ratio';
import type { MismatchAspect, MismatchKind, YearWay } from '../../src/domain/vocabulary';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

interface Part {
  readonly expected: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly covered: number;
  readonly way: YearWay | null;
}
interface Whole {
  readonly id: string;
  readonly aspect: MismatchAspect | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly way: YearWay | null;
  readonly covered: number;
  readonly coverable: number;
  readonly parts: readonly Part[];
}

/** Every comparison of a kind over areas, with its parts. */
const wholesOf = (kind: MismatchKind): Promise<Whole[]> =>
  database.owner.query(
    `select m.id, m.aspect, m.expected, m.actual, m.way, m.covered, m.coverable,
       jsonb_agg(jsonb_build_object('expected', p.expected::text, 'actual', p.actual::text, 'weight', p.weight::text,
         'covered', p.covered, 'way', p.way)) as parts
     from mismatch m join mismatch_part p on p.mismatch_id = m.id
     where m.kind = $1
     group by m.id`,
    [kind],
  );

const decimal = (text: string | null) => (text === null ? null : fromDecimal(text));
const cents = (text: string | null) => (text === null ? null : BigInt(text));
const written = (value: Ratio | null) => value && toDecimal(value);

test('occupancy and duration of an area are the mean of its providers, weighted by budgeted revenue', async () => {
  const wholes = await wholesOf('PLANNED_VS_REALISED_CARE');
  expect(new Set(wholes.map(({ aspect }) => aspect)).size).toBe(2);
  const careOf = ({ expected, actual, weight }: Part): PlannedCare => ({
    providerId: '',
    weight: cents(weight),
    hasBeds: true,
    year: {
      year: 2025,
      bedOccupancyBudgeted: decimal(expected),
      bedOccupancyRealised: decimal(actual),
      treatmentDaysEstimated: decimal(expected),
      treatmentDaysRealised: decimal(actual),
    },
  });
  for (const { aspect, expected, actual, covered, coverable, parts } of wholes) {
    const { unit, ...mean } = meanPlannedCare(aspect as CareAspect, parts.map(careOf));
    expect(unit).toBe(ASPECTS[aspect as CareAspect].unit);
    expect({ expected, actual, covered, coverable }).toEqual({
      ...mean,
      expected: written(mean.expected),
      actual: written(mean.actual),
    });
  }
});

test.each<MismatchKind>(['BUDGET_VS_DECLARED', 'BUDGET_VS_CONTRACTS', 'FORECAST_VS_BUDGET'])(
  'the amounts of an area are the sum over who has both, and its way that of those: %s',
  async (kind) => {
    const wholes = await wholesOf(kind);
    expect(wholes.length).toBeGreaterThan(16);
    for (const { expected, actual, way, covered, coverable, parts } of wholes) {
      const pairs = parts.map((part) => ({ expected: cents(part.expected), actual: cents(part.actual) }));
      const counted = parts.filter((part) => part.covered > 0);
      const sides = { expected: cents(expected), actual: cents(actual), covered, coverable };
      expect(sides).toEqual(addUpPairs(pairs));
      expect(way).toBe(combinedWay(counted.map((part) => part.way)));
    }
  },
);
