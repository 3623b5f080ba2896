/**
 * The matrix: every kind of party asks everything, by every path, about what is its own and what is another's. The answers
 * are compared with the authorization table as a person read it (test/support/oracle/reading.ts). Four times: with all
 * locks on, and with each of the three alone.
 */
import type { GraphQLObjectType } from 'graphql';
import type { Viewer } from '../../src/policy/viewer';
import { Paths } from '../support/operations/paths';
import { wordsOf } from '../support/operations/words';
import { type Answer, answerOf, differences, differencesOfData } from '../support/oracle/answer';
import { withAllLocks, withDatabaseAlone, withNoLock, withPlannerAlone } from '../support/oracle/locks';
import { Oracle, type Question } from '../support/oracle/oracle';
import type { Product } from '../support/oracle/product';
import { BY_READING, decidedByRow, ROWS_ALONE } from '../support/oracle/reading';
import { guardedBySight } from '../support/oracle/resolvers';
import type { Rules, Sight } from '../support/oracle/sight';
import { openStage, type Stage } from '../support/oracle/stage';
import type { Row } from '../support/oracle/world';

const PATIENCE_MS = 180_000;

/** Answers by the reading alone: no shield, no grant, no statement. */
const byReading = new Oracle(guardedBySight);
const byShield = new Oracle();

let stage: Stage;
let paths: Paths;

beforeAll(async () => {
  stage = await openStage('STILL');
  const { world, cast } = stage;
  paths = new Paths(byReading.schema, wordsOf(world, cast.all), stage.see(cast.analyst, BY_READING));
}, PATIENCE_MS);

afterAll(() => stage?.database.drop());

/** A row that the viewer may see, and one that it may not, where there are such rows. */
function ownAndOthers(type: string, see: Sight): { own: Row[]; others: Row[] } {
  const own: Row[] = [];
  const others: Row[] = [];
  for (const row of see.world.all(type)) {
    const found = see.sees(type, row) ? own : others;
    if (found.length === 0) found.push(row);
    if (own.length + others.length === 2) break;
  }
  return { own, others };
}

function questionsOf(viewer: Viewer): Question[] {
  const see = stage.see(viewer, BY_READING);
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
  const worked = [
    ...rowsOf('ProviderQuarter').map(({ providerId }) => paths.toWorkedOut(providerId)),
    ...rowsOf('Declaration').map(({ careFormCode, regionCode }) => paths.toMarket(careFormCode, regionCode)),
    // One that is being filled in, and one that was delivered: of a party itself, and of another.
    ...[...rowsOf('DraftValue'), ...rowsOf('DeliveredValue')].map(({ deliveryId }) => paths.toDraft(deliveryId)),
  ];
  return [...nodes, ...lists, paths.toDashboard(), ...worked].map((text) => ({ text, variables: {} }));
}

type Ask = (question: Question, viewer: Viewer) => Promise<Answer>;

/** Asks everything in the name of everybody. Returns the first answers that are wrong. */
async function wrongAnswers(ask: Ask, rules: Rules, judge = differences): Promise<string[]> {
  const wrong: string[] = [];
  for (const viewer of stage.cast.few) {
    for (const question of questionsOf(viewer)) {
      const expected = await byReading.answer(question, stage.see(viewer, rules));
      const given = await ask(question, viewer);
      const found = judge(given, expected, expected.foreseen);
      if (found.length === 0) continue;
      wrong.push([...found, JSON.stringify(viewer), question.text].join('\n'));
      if (wrong.length === 3) return wrong;
    }
  }
  return wrong;
}

async function through(product: Product, rules: Rules, judge = differences): Promise<string[]> {
  const ask: Ask = async (question, viewer) => answerOf(await product.ask(question, viewer, stage.now));
  return wrongAnswers(ask, rules, judge).finally(() => product.close());
}

describe('the matrix of who may see what', () => {
  it('has rows of their own and of others for every kind of party whose rows a scope decides', () => {
    const typeOf = (table: string) =>
      stage.database.owner.entityMetadatas.find(({ tableName }) => tableName === table)?.name as string;
    const missing = decidedByRow().filter(({ table, kind }) => {
      const viewers = stage.cast.few.filter((viewer) => viewer.kind === kind);
      const seen = viewers.map((viewer) => ownAndOthers(typeOf(table), stage.see(viewer, BY_READING)));
      return !seen.some(({ own }) => own.length > 0) || !seen.every(({ others }) => others.length > 0);
    });
    expect(missing).toEqual([]);
  });

  it(
    'holds with all locks on',
    async () => {
      expect(await through(await withAllLocks(stage), BY_READING)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the shield alone, in front of ordinary resolvers that know the rule of rows',
    async () => {
      // Ordinary resolvers refuse a value once for each row that holds it.
      const ask: Ask = async (question, viewer) => {
        const { data, errors } = await byShield.answer(question, stage.see(viewer));
        const once = new Map(errors.map((error) => [`${error.code} ${error.path}`, error]));
        return { data, errors: [...once.values()] };
      };
      expect(await wrongAnswers(ask, BY_READING)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the planner alone, asking as the owner whom no policy binds',
    async () => {
      expect(await through(await withPlannerAlone(stage), BY_READING)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'holds with the database alone: what may not be asked is not there',
    async () => {
      expect(await through(await withDatabaseAlone(stage), ROWS_ALONE, differencesOfData)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'would see it if no lock held',
    async () => {
      expect(await through(await withNoLock(stage), ROWS_ALONE, differencesOfData)).not.toEqual([]);
    },
    PATIENCE_MS,
  );
});
