import fc from 'fast-check';
import type { Viewer } from '../../src/policy/viewer';
import { withCursors } from '../support/operations/cursors';
import type { Wish } from '../support/operations/wish';
import { wishes } from '../support/operations/wishes';
import { wordsOf } from '../support/operations/words';
import { type Operation, writeOperation } from '../support/operations/write';
import { answerOf, differences } from '../support/oracle/answer';
import { Oracle, type Question } from '../support/oracle/oracle';
import { openProduct, type Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

/** EWS_SEED asks the same again, EWS_PATH only the smallest operation that failed; EWS_OPERATIONS says how many. */
const OPERATIONS = Number(process.env.EWS_OPERATIONS ?? 2_000);
const SEED = Number(process.env.EWS_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Ample: five operations a second. */
const PATIENCE_MS = 60_000 + OPERATIONS * 200;

const oracle = new Oracle();
let stage: Stage;
let product: Product;

beforeAll(async () => {
  stage = await openStage('STILL');
  product = await openProduct(stage.database);
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

/** What could hold too many objects is refused by the planner alone: the oracle knows no such bound. It is to stay rare. */
const IS_TOO_MUCH = /This question could return more than \d+ objects/;
let refused = 0;

/** Asks both. Returns what was answered; throws when the answers differ. */
async function askBoth(question: Question, viewer: Viewer): Promise<unknown> {
  const [text, expected] = await Promise.all([
    product.ask(question, viewer, stage.now),
    oracle.answer(question, stage.see(viewer)),
  ]);
  if (IS_TOO_MUCH.test(text)) {
    refused += 1;
    return null;
  }
  const found = differences(answerOf(text), expected, expected.foreseen);
  if (found.length === 0) return expected.data;
  const { data, errors } = expected;
  throw new Error(
    [
      ...found,
      `Viewer: ${JSON.stringify(viewer)}`,
      `Operation: ${question.text}`,
      `Variables: ${JSON.stringify(question.variables)}`,
      `Product: ${text}`,
      `Oracle: ${JSON.stringify({ errors, data })}`,
    ].join('\n'),
  );
}

interface Case {
  readonly wish: Wish;
  readonly viewer: Viewer;
  /** Who asks the same document afterwards, for whom the plan may or may not be the same. */
  readonly next: Viewer | null;
}

/** A document is asked at first, then with cursors out of its own answer, then by somebody else. */
async function holds({ text, variables, ...operation }: Operation, { viewer, next }: Case): Promise<void> {
  const answer = await askBoth({ text, variables }, viewer);
  const further = withCursors({ text, variables, ...operation }, answer);
  if (further) await askBoth({ text, variables: further }, viewer);
  if (next) await askBoth({ text, variables: further ?? variables }, next);
}

describe(`random operations (EWS_OPERATIONS=${OPERATIONS} EWS_SEED=${SEED})`, () => {
  it(
    'are answered by the planner as by graphql-js over ordinary resolvers, for every kind of party',
    async () => {
      const { world, cast } = stage;
      const cases: fc.Arbitrary<Case> = fc.record({
        wish: wishes(oracle.schema, wordsOf(world, cast.all)),
        viewer: fc.oneof(fc.constant(cast.analyst), fc.constantFrom(...cast.all)),
        next: fc.oneof(
          { weight: 3, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom(...cast.all) },
        ),
      });
      const run = await fc.check(
        fc.asyncProperty(cases, (asked) => holds(writeOperation(oracle.schema, asked.wish), asked)),
        { numRuns: OPERATIONS, seed: SEED, ...(process.env.EWS_PATH && { path: process.env.EWS_PATH }) },
      );
      expect(refused).toBeLessThan(OPERATIONS / 20 + 3);
      if (!run.failed) return;
      const { message } = run.errorInstance as Error;
      throw new Error(`EWS_SEED=${run.seed} EWS_PATH=${run.counterexamplePath} (after ${run.numRuns})\n${message}`);
    },
    PATIENCE_MS,
  );
});
