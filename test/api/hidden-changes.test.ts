/**
 * Non-interference: whatever is added, changed or removed among the rows that a viewer may not see, the viewer is told
 * the same, to the byte. With all locks on, and with each of the three alone.
 */
import fc from 'fast-check';
import type { Viewer } from '../../src/policy/viewer';
import { type Change, changes, makeHiddenChange } from '../support/operations/changes';
import { listsOfNodes } from '../support/operations/lists';
import type { Part, Wish } from '../support/operations/wish';
import { wishes } from '../support/operations/wishes';
import { wordsOf } from '../support/operations/words';
import { writeOperation } from '../support/operations/write';
import { withAllLocks, withDatabaseAlone, withPlannerAlone } from '../support/oracle/locks';
import { Oracle, type Question } from '../support/oracle/oracle';
import { cursorSecretOf, type Product } from '../support/oracle/product';
import { BY_READING } from '../support/oracle/reading';
import { Sight } from '../support/oracle/sight';
import { openStage, type Stage } from '../support/oracle/stage';
import { World } from '../support/oracle/world';

/** Every change stays: after many more there would be little left to change. */
const WORLDS = Math.min(1_000, Number(process.env.EWS_OPERATIONS ?? 2_000) / 10);
const SEED = Number(process.env.EWS_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Few, with many changes each: every row is read again. */
const WORLDS_IN_MEMORY = Math.ceil(WORLDS / 40);
const PATIENCE_MS = 60_000 + WORLDS * 1_000;

/** The shield of the product, in front of ordinary resolvers that know the rule of rows. */
const byShield = new Oracle();
const { schema } = byShield;
let stage: Stage;
let product: Product;
/** All locks, and those that hold alone. */
let products: Readonly<Record<string, Product>>;

beforeAll(async () => {
  stage = await openStage('STILL');
  product = await withAllLocks(stage);
  products = {
    'all locks': product,
    'the planner alone': await withPlannerAlone(stage),
    'the database alone': await withDatabaseAlone(stage),
  };
}, PATIENCE_MS);

afterAll(async () => {
  for (const opened of Object.values(products ?? {})) await opened.close();
  await stage?.database.drop();
});

/** Everything that there is to count, and the first of everything. */
const LISTS = listsOfNodes(schema);
const CENSUS: Question = {
  text: `{ ${LISTS.map((list) => `${list}(first: 3) { totalCount nodes { id } edges { cursor } }`).join(' ')} }`,
  variables: {},
};

/** The one thing that is made of others' figures is not asked: a place among ten or more (Indicator.peers, OwnTrend.peers). */
const withoutPeers = (parts: readonly Part[]): Part[] =>
  parts.map((part) => {
    if (part.kind === 'field' && part.name === 'peers') return { kind: 'typename', isAliased: false, flag: null };
    if (part.kind === 'typename' || part.parts === null) return part;
    return { ...part, parts: withoutPeers(part.parts) };
  });

const told = async (by: Product, questions: readonly Question[], viewer: Viewer) => {
  const answers: string[] = [];
  for (const question of questions) answers.push(await by.ask(question, viewer, stage.now));
  return answers.join('\n');
};

/** What each lock lets a viewer be told. */
async function toldByEach(questions: readonly Question[], viewer: Viewer): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const [name, by] of Object.entries(products)) answers[name] = await told(by, questions, viewer);
  return answers;
}

const asking = (wanted: readonly Wish[]): Question[] => [
  CENSUS,
  ...wanted.map((wish) => writeOperation(schema, { ...wish, parts: withoutPeers(wish.parts) })),
];

async function makeAll(hidden: readonly Change[], viewer: Viewer): Promise<number> {
  let made = 0;
  for (const change of hidden) {
    made += await makeHiddenChange(stage.database.owner, stage.see(viewer, BY_READING), change);
  }
  return made;
}

const cases = (least: number, most: number) => {
  const { analyst, all } = stage.cast;
  return [
    fc.constantFrom(...all.filter((viewer) => viewer !== analyst)),
    fc.array(wishes(schema, wordsOf(stage.world, all)), { minLength: 1, maxLength: 2 }),
    fc.array(changes, { minLength: least, maxLength: most }),
  ] as const;
};

test(
  `what is hidden may change without a trace, whichever lock stands alone (EWS_SEED=${SEED})`,
  async () => {
    const { analyst } = stage.cast;
    let made = 0;
    let noticed = 0;
    const property = async (viewer: Viewer, wanted: readonly Wish[], hidden: readonly Change[]) => {
      const questions = asking(wanted);
      for (const { text } of questions) expect(text).not.toMatch(/\bpeers\b/);
      const [before, seen] = [await toldByEach(questions, viewer), await told(product, questions, analyst)];
      made += await makeAll(hidden, viewer);
      const [after, seenNow] = [await toldByEach(questions, viewer), await told(product, questions, analyst)];
      if (seen !== seenNow) noticed += 1;
      for (const [lock, answer] of Object.entries(before)) {
        if (answer === after[lock]) continue;
        throw new Error([lock, JSON.stringify({ viewer, questions, hidden }), answer, after[lock]].join('\n'));
      }
    };
    const run = await fc.check(fc.asyncProperty(...cases(2, 8), property), {
      numRuns: WORLDS,
      seed: SEED,
      endOnFailure: true,
    });
    expect(run.failed ? (run.errorInstance as Error).message.slice(0, 4_000) : null).toBeNull();
    // The changes were real: who may see everything was told so.
    expect(made).toBeGreaterThan(WORLDS);
    expect(noticed).toBeGreaterThan(WORLDS / 4);
  },
  PATIENCE_MS,
);

test(
  `nor behind the shield alone, in front of ordinary resolvers (EWS_SEED=${SEED})`,
  async () => {
    const secret = cursorSecretOf(stage.database.contextKey);
    let made = 0;
    let world = await World.load(stage.database.owner);
    const answers = async (questions: readonly Question[], viewer: Viewer) => {
      const see = new Sight(world, viewer, stage.now, secret);
      const found = [];
      for (const question of questions) found.push(await byShield.answer(question, see));
      return JSON.stringify(found.map(({ data, errors }) => ({ data, errors })));
    };
    const property = async (viewer: Viewer, wanted: readonly Wish[], hidden: readonly Change[]) => {
      const questions = asking(wanted);
      const before = await answers(questions, viewer);
      made += await makeAll(hidden, viewer);
      world = await World.load(stage.database.owner);
      if ((await answers(questions, viewer)) !== before) throw new Error(JSON.stringify({ viewer, questions, hidden }));
    };
    const run = await fc.check(fc.asyncProperty(...cases(30, 60), property), {
      numRuns: WORLDS_IN_MEMORY,
      seed: SEED + 1,
      endOnFailure: true,
    });
    expect(run.failed ? (run.errorInstance as Error).message.slice(0, 4_000) : null).toBeNull();
    expect(made).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
