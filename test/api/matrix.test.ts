/**
 * The matrix: every kind of party asks everything, by every path, about what is its own and what is another's. The answers
 * are compared with the authorization table as a person read it (test/support/oracle/reading.ts). Four times: with all
 * locks on, and with each of the three alone.
 */
import type { GraphQLObjectType } from 'graphql';
import type { Viewer } from '../../src/policy/viewer';
import { freshDatabase, type TestDatabase } from '../support/database';
import { Paths } from '../support/operations/paths';
import { type Cast, castOf } from '../support/operations/viewers';
import { wordsOf } from '../support/operations/words';
import { type Answer, answerOf, differences, firstDifference } from '../support/oracle/answer';
import { Oracle, type Question } from '../support/oracle/oracle';
import { cursorSecretOf, openProduct, type Product } from '../support/oracle/product';
import { BY_READING, decidedByRow, ROWS_ALONE } from '../support/oracle/reading';
import { guardedBySight } from '../support/oracle/resolvers';
import { BY_POLICY, type Rules, Sight } from '../support/oracle/sight';
import { type Row, World } from '../support/oracle/world';

const PATIENCE_MS = 180_000;

/** Answers by the reading alone: no shield, no grant, no statement. */
const byReading = new Oracle(guardedBySight);
const byShield = new Oracle();

let database: TestDatabase;
let world: World;
let cast: Cast;
let paths: Paths;
let secret: Buffer;
const now = new Date(Date.now() + 3_600_000);

beforeAll(async () => {
  database = await freshDatabase();
  world = await World.load(database.owner);
  cast = castOf(world);
  secret = cursorSecretOf(database.contextKey);
  paths = new Paths(byReading.schema, wordsOf(world, cast.all), sightOf(cast.analyst, BY_READING));
}, PATIENCE_MS);

afterAll(() => database?.drop());

const sightOf = (viewer: Viewer, rules: Rules) => new Sight(world, viewer, now, secret, rules);

/** A row that the viewer may see, and one that it may not, where there are such rows. */
function ownAndOthers(type: string, see: Sight): { own: Row[]; others: Row[] } {
  const own: Row[] = [];
  const others: Row[] = [];
  for (const row of world.all(type)) {
    const found = see.sees(type, row) ? own : others;
    if (found.length === 0) found.push(row);
    if (own.length + others.length === 2) break;
  }
  return { own, others };
}

function questionsOf(viewer: Viewer): Question[] {
  const see = sightOf(viewer, BY_READING);
  const rowsOf = (type: string) => {
    const { own, others } = ownAndOthers(type, see);
    return [...own, ...others];
  };
  const nodes = paths.nodeTypes().flatMap((type: GraphQLObjectType) => {
    const { own, others } = ownAndOthers(type.name, see);
    return [...own, ...others].map((row) => paths.toNode(type, row));
  });
  const lists = paths
    .lists()
    .map((field) => paths.toList(field, rowsOf(field.type.toString().replace(/Connection!?$/, ''))));
  return [...nodes, ...lists, paths.toDashboard()].map((text) => ({ text, variables: {} }));
}

type Ask = (question: Question, viewer: Viewer) => Promise<Answer>;

/** Asks everything in the name of everybody. Returns the first answers that are wrong. */
async function wrongAnswers(ask: Ask, rules: Rules, judge = differences): Promise<string[]> {
  const wrong: string[] = [];
  for (const viewer of cast.few) {
    for (const question of questionsOf(viewer)) {
      const expected = await byReading.answer(question, sightOf(viewer, rules));
      const given = await ask(question, viewer);
      const found = judge(given, expected, expected.foreseen);
      if (found.length === 0) continue;
      wrong.push([...found, JSON.stringify(viewer), question.text].join('\n'));
      if (wrong.length === 3) return wrong;
    }
  }
  return wrong;
}

async function throughProduct(open: () => Promise<Product>, work: (ask: Ask) => Promise<string[]>): Promise<string[]> {
  const product = await open();
  const ask: Ask = async (question, viewer) => answerOf(await product.ask(question, viewer, now));
  return work(ask).finally(() => product.close());
}

/** Whatever the errors are: a lock that knows no fields reports none. */
const dataAlone: typeof differences = (given, expected) => {
  const difference = firstDifference(given.data, expected.data);
  return difference === null ? [] : [difference];
};

describe('the matrix of who may see what', () => {
  it('has rows of their own and of others for every kind of party whose rows a scope decides', () => {
    const typeOf = (table: string) =>
      database.owner.entityMetadatas.find(({ tableName }) => tableName === table)?.name as string;
    const missing = decidedByRow().filter(({ table, kind }) => {
      const viewers = cast.few.filter((viewer) => viewer.kind === kind);
      const seen = viewers.map((viewer) => ownAndOthers(typeOf(table), sightOf(viewer, BY_READING)));
      return !seen.some(({ own }) => own.length > 0) || !seen.every(({ others }) => others.length > 0);
    });
    expect(missing).toEqual([]);
  });

  it(
    'holds with all locks on',
    async () => {
      const open = () => openProduct(database);
      expect(await throughProduct(open, (ask) => wrongAnswers(ask, BY_READING))).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the shield alone, in front of ordinary resolvers that know the rule of rows',
    async () => {
      const ask: Ask = (question, viewer) => byShield.answer(question, sightOf(viewer, BY_POLICY));
      expect(await wrongAnswers(ask, BY_READING)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the planner alone, asking as the owner whom no policy binds',
    async () => {
      const parts = { ...database, app: database.owner, appUrl: database.ownerUrl };
      const open = () => openProduct(parts, { shield: false, planner: true, database: false });
      expect(await throughProduct(open, (ask) => wrongAnswers(ask, BY_READING))).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the database alone: what may not be asked is not there',
    async () => {
      const open = () => openProduct(database, { shield: false, planner: false, database: true });
      expect(await throughProduct(open, (ask) => wrongAnswers(ask, ROWS_ALONE, dataAlone))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
