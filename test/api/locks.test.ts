/**
 * Each lock alone, asked at random: nobody chose the questions. With the shield alone is what test/reading does, whose
 * oracle has it in front.
 */
import fc from 'fast-check';
import type { Viewer } from '../../src/policy/viewer';
import { wishes } from '../support/operations/wishes';
import { wordsOf } from '../support/operations/words';
import { writeOperation } from '../support/operations/write';
import { answerOf, differences, differencesOfData } from '../support/oracle/answer';
import { withDatabaseAlone, withNoLock, withPlannerAlone } from '../support/oracle/locks';
import { Oracle } from '../support/oracle/oracle';
import type { Product } from '../support/oracle/product';
import { BY_READING, ROWS_ALONE } from '../support/oracle/reading';
import { guardedBySight } from '../support/oracle/resolvers';
import type { Rules } from '../support/oracle/sight';
import { openStage, type Stage } from '../support/oracle/stage';

const OPERATIONS = Number(process.env.EWS_OPERATIONS ?? 2_000) / 10;
const SEED = Number(process.env.EWS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PATIENCE_MS = 60_000 + OPERATIONS * 200;

const byReading = new Oracle(guardedBySight);
let stage: Stage;

beforeAll(async () => {
  stage = await openStage('STILL');
}, PATIENCE_MS);

afterAll(() => stage?.database.drop());

/** Asks at random. Returns what is wrong with the first answer that is. */
async function wrongAnswer(product: Product, rules: Rules, judge: typeof differences): Promise<string | null> {
  const { world, cast, now } = stage;
  const wish = wishes(byReading.schema, wordsOf(world, cast.all));
  const holds = async (asked: Parameters<typeof writeOperation>[1], viewer: Viewer) => {
    const question = writeOperation(byReading.schema, asked);
    const expected = await byReading.answer(question, stage.see(viewer, rules));
    const found = judge(answerOf(await product.ask(question, viewer, now)), expected, expected.foreseen);
    if (found.length > 0) throw new Error([...found, JSON.stringify({ viewer, ...question })].join('\n'));
  };
  const property = fc.asyncProperty(wish, fc.constantFrom(...cast.all), holds);
  const { failed, errorInstance } = await fc.check(property, { numRuns: OPERATIONS, seed: SEED });
  await product.close();
  return failed ? (errorInstance as Error).message : null;
}

/** Without the guard in front, a wrong id is noticed before it is noticed that the question may not be asked. */
const differencesBehindNoGuard: typeof differences = (given, expected, foreseen) => {
  const refusals = new Map(expected.errors.map((error) => [error.path, error]));
  const errors = given.errors.map((error) => {
    const isEarly = error.code === 'BAD_USER_INPUT' && foreseen.refused.has(error.path);
    return isEarly ? (refusals.get(error.path) ?? error) : error;
  });
  return differences({ ...given, errors }, expected, foreseen);
};

describe(`a lock alone (EWS_SEED=${SEED})`, () => {
  it(
    'gives the right answer when it is the planner',
    async () => {
      expect(await wrongAnswer(await withPlannerAlone(stage), BY_READING, differencesBehindNoGuard)).toBeNull();
    },
    PATIENCE_MS,
  );

  it(
    'gives the right data when it is the database',
    async () => {
      expect(await wrongAnswer(await withDatabaseAlone(stage), ROWS_ALONE, differencesOfData)).toBeNull();
    },
    PATIENCE_MS,
  );

  it(
    'is needed: without any, the answer is soon wrong',
    async () => {
      expect(await wrongAnswer(await withNoLock(stage), ROWS_ALONE, differencesOfData)).not.toBeNull();
    },
    PATIENCE_MS,
  );
});
