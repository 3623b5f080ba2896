/**
 * Non-interference: whatever is added, changed or removed among the rows that a viewer may not see, the viewer is told
 * the same, to the byte.
 */
import fc from 'fast-check';
import type { Viewer } from '../../src/policy/viewer';
import { type Change, changes, makeHiddenChange } from '../support/operations/changes';
import { listsOfNodes } from '../support/operations/lists';
import type { Part, Wish } from '../support/operations/wish';
import { wishes } from '../support/operations/wishes';
import { wordsOf } from '../support/operations/words';
import { writeOperation } from '../support/operations/write';
import { withAllLocks } from '../support/oracle/locks';
import { Oracle, type Question } from '../support/oracle/oracle';
import type { Product } from '../support/oracle/product';
import { BY_READING } from '../support/oracle/reading';
import { openStage, type Stage } from '../support/oracle/stage';

/** Every change stays: after many more there would be little left to change. */
const WORLDS = Math.min(1_000, Number(process.env.EWS_OPERATIONS ?? 2_000) / 10);
const SEED = Number(process.env.EWS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PATIENCE_MS = 60_000 + WORLDS * 500;

const { schema } = new Oracle();
let stage: Stage;
let product: Product;

beforeAll(async () => {
  stage = await openStage('STILL');
  product = await withAllLocks(stage);
}, PATIENCE_MS);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

/** Everything that there is to count, and the first of everything. */
const LISTS = listsOfNodes(schema);
const CENSUS: Question = {
  text: `{ ${LISTS.map((list) => `${list}(first: 3) { totalCount nodes { id } edges { cursor } }`).join(' ')} }`,
  variables: {},
};

/** The one thing that is made of others' figures is not asked: a place among ten or more, as counts (Indicator.peers). */
const withoutPeers = (parts: readonly Part[]): Part[] =>
  parts.map((part) => {
    if (part.kind === 'typename' || part.parts === null) return part;
    if (part.kind === 'field' && part.name === 'peers') return { kind: 'typename', isAliased: false, flag: null };
    return { ...part, parts: withoutPeers(part.parts) };
  });

const told = async (questions: readonly Question[], viewer: Viewer) => {
  const answers: string[] = [];
  for (const question of questions) answers.push(await product.ask(question, viewer, stage.now));
  return answers.join('\n');
};

test(
  `what is hidden may change without a trace (EWS_SEED=${SEED})`,
  async () => {
    const { analyst, all } = stage.cast;
    const others = all.filter((viewer) => viewer !== analyst);
    let made = 0;
    let noticed = 0;
    const property = async (viewer: Viewer, wanted: readonly Wish[], hidden: readonly Change[]) => {
      const asked = wanted.map((wish) => ({ ...wish, parts: withoutPeers(wish.parts) }));
      const questions = [CENSUS, ...asked.map((wish) => writeOperation(schema, wish))];
      for (const { text } of questions) expect(text).not.toMatch(/\bpeers\b/);
      const before = [await told(questions, viewer), await told(questions, analyst)];
      let count = 0;
      for (const change of hidden)
        count += await makeHiddenChange(stage.database.owner, stage.see(viewer, BY_READING), change);
      const after = [await told(questions, viewer), await told(questions, analyst)];
      made += count;
      if (before[1] !== after[1]) noticed += 1;
      if (before[0] !== after[0])
        throw new Error([JSON.stringify({ viewer, questions, hidden }), before[0], after[0]].join('\n'));
    };
    const words = wordsOf(stage.world, all);
    const run = await fc.check(
      fc.asyncProperty(
        fc.constantFrom(...others),
        fc.array(wishes(schema, words), { minLength: 1, maxLength: 2 }),
        fc.array(changes, { minLength: 2, maxLength: 8 }),
        property,
      ),
      { numRuns: WORLDS, seed: SEED, endOnFailure: true },
    );
    expect(run.failed ? (run.errorInstance as Error).message.slice(0, 4_000) : null).toBeNull();
    // The changes were real: who may see everything was told so.
    expect(made).toBeGreaterThan(WORLDS);
    expect(noticed).toBeGreaterThan(WORLDS / 4);
  },
  PATIENCE_MS,
);
