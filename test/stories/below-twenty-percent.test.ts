/**
 * A controller asks which figure would bring the provider below 20 % solvency, supposes that figure, and sees where the
 * provider would then stand. Nobody else learns of it; and when the figure is really delivered, that is where it stands.
 */
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import type { Viewer } from '../../src/policy/viewer';
import { withAllLocks } from '../support/oracle/locks';
import type { Product } from '../support/oracle/product';
import { openStage, type Stage } from '../support/oracle/stage';

let stage: Stage;
let product: Product;

beforeAll(async () => {
  stage = await openStage();
  product = await withAllLocks(stage);
}, 60_000);

afterAll(async () => {
  await product?.close();
  await stage?.database.drop();
});

async function ask<T>(viewer: Viewer, text: string): Promise<T> {
  const { data, errors } = JSON.parse(await product.ask({ text, variables: {} }, viewer, stage.now));
  expect(errors).toBeUndefined();
  return data as T;
}

interface Distances {
  readonly distanceToLimits: {
    readonly quarter: string;
    readonly trede: number | null;
    readonly criteria: readonly {
      readonly code: string;
      readonly distances: readonly {
        figure: string;
        neededCents: number | null;
        tredeThen: number;
        explanation: string;
      }[];
    }[];
  } | null;
}

interface Supposed {
  readonly whatIf: {
    readonly presentTrede: number;
    readonly supposedTrede: number;
    readonly ratios: readonly { ratio: string; present: number; supposed: number }[];
    readonly criteria: readonly { code: string; present: boolean; supposed: boolean }[];
    readonly explanation: string;
  } | null;
}

const actingFor = (providerId: string): Viewer => ({
  ...(stage.cast.few.find(({ kind }) => kind === 'PROVIDER') as Viewer),
  providerId,
});
const distances = (id: string) => `{ distanceToLimits(providerId: "Provider:${id}") {
  quarter trede criteria(only: HOLDS_NOT) { code distances { figure neededCents tredeThen explanation(language: EN) } } } }`;
const supposing = (id: string, cents: number) => `{ whatIf(input: {
  providerId: "Provider:${id}", changes: [{ figure: equity, toCents: ${cents} }] }) {
  presentTrede supposedTrede ratios { ratio present supposed } criteria { code present supposed } explanation(language: EN) } }`;

/** A provider of which the equity is all that stands between it and trede 3. */
async function healthyProvider() {
  for (const { id } of stage.world.all('Provider')) {
    const { distanceToLimits: found } = await ask<Distances>(actingFor(String(id)), distances(String(id)));
    const worrying = found?.criteria.find(({ code }) => code === 'SOLVENCY_WORRYING');
    const equity = worrying?.distances.find(({ figure }) => figure === 'equity');
    if (found?.trede && found.trede < 3 && equity?.neededCents) {
      return { id: String(id), viewer: actingFor(String(id)), trede: found.trede, equity, needed: equity.neededCents };
    }
  }
  throw new Error('No provider of this world stands below trede 3.');
}

test('the figure that brings a provider below 20 % is found, supposed, and delivered', async () => {
  const { id, viewer, trede, equity, needed } = await healthyProvider();
  expect(equity.tredeThen).toBe(3);
  expect(equity.explanation).toMatch(/^With equity of .* lower, .*%\) then holds: solvency is below 20%$/);

  const solvencyOf = ({ whatIf }: Supposed) => whatIf?.ratios.find(({ ratio }) => ratio === 'solvency')?.supposed;
  const below = await ask<Supposed>(viewer, supposing(id, needed));
  const at = await ask<Supposed>(viewer, supposing(id, needed + 1));
  expect(below.whatIf).toMatchObject({ presentTrede: trede, supposedTrede: 3 });
  expect(below.whatIf?.explanation).toBe(`trede ${trede} becomes trede 3`);
  expect(below.whatIf?.criteria).toContainEqual({ code: 'SOLVENCY_WORRYING', present: false, supposed: true });
  // Less than a millionth below, and not below.
  expect([solvencyOf(below), solvencyOf(at)]).toEqual([0.2, 0.2]);
  expect(at.whatIf?.supposedTrede).toBeLessThan(3);

  const other = actingFor(String(stage.world.all('Provider').find((row) => row.id !== id)?.id));
  expect(await ask(other, supposing(id, needed))).toEqual({ whatIf: null });

  const { owner } = stage.database;
  const [delivered] = await owner.query(
    `update figure set value = $2 where provider_id = $1 and item = 'equity' and is_current and period_end =
       (select max(quarter_end) from provider_quarter where provider_id = $1 and equity_cents is not null) returning id`,
    [id, needed],
  );
  expect(delivered).toHaveLength(1);
  await owner.transaction((tx) => refreshSummaries(tx, { providerIds: [id] }, stage.now));
  const now = await ask(viewer, `{ provider(id: "Provider:${id}") { assessment { trede } } }`);
  expect(now).toEqual({ provider: { assessment: { trede: 3 } } });
});
