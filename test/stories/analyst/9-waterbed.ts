/** The waterbed: a market of care, and what moves, and whereto, when a provider stops. */
import { type Country, countryIn, tredeOf } from './9-country';
import { contracted, marketOf, type Share } from './9-market';
import { type Known, shown, sum, total } from './calculator';
import { ask, every, type Told } from './desk';
import { dossiers } from './providers';

const SHARE = 'amountCents places placesBasis isEstimate share';
const IMPACT = `query ($id: ID!) { impactIfStops(providerId: $id) { quarter amountCents placesAtLeast placesAtMost placesUnknown isEstimate
  likelihood difficulty level regions { code } markets { careForm { code } region { code } ${SHARE} otherProviders able
  difficulty difficultyCode level takeOver { provider { id } where regions { code } trede share roomCents isAble reason } } } }`;
const MARKET = `query ($form: String!, $region: String!) { careFormInRegion(careFormCode: $form, regionCode: $region) {
  active amountCents capacity hhi isEstimate largestShare places placesBasis waiting waitingDays
  providers { ${SHARE} capacity annualValueCents isContracted trede provider { id } } } }`;

const levels = ['LOW', 'MEDIUM', 'HIGH'];
const graver = (a: string, b: string): string => (levels.indexOf(a) > levels.indexOf(b) ? a : b);
/** Likelihood and difficulty together: both as grave is that grave, one step apart the graver when it is high. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  LOW: ['LOW', 'LOW', 'MEDIUM'],
  MEDIUM: ['LOW', 'MEDIUM', 'HIGH'],
  HIGH: ['MEDIUM', 'HIGH', 'HIGH'],
};
const together = (likelihood: string, difficulty: string) => TOGETHER[likelihood]?.[levels.indexOf(difficulty)];

/** Trede 1 and 2 low, 3 and not assessable medium, 4 and more high; class HIGH is at least medium. */
function likelihoodOf(trede: Known, riskClass: string | null): string {
  const byTrede = trede === null || trede === 3 ? 'MEDIUM' : trede > 3 ? 'HIGH' : 'LOW';
  return graver(byTrede, riskClass === 'HIGH' ? 'MEDIUM' : 'LOW');
}

/** The first that holds. */
function difficultyOf(isCrucial: boolean, able: number, share: Known, hhi: Known): readonly [string, string | null] {
  const rules: readonly (readonly [string, string, boolean])[] = [
    ['HIGH', 'CRUCIAL', isCrucial],
    ['HIGH', 'NO_ALTERNATIVE', able === 0],
    ['HIGH', 'HALF', share !== null && share >= 0.5],
    ['MEDIUM', 'FEW', able <= 2],
    ['MEDIUM', 'QUARTER', share !== null && share >= 0.25],
    ['MEDIUM', 'CONCENTRATED', hhi !== null && hhi >= 0.25],
  ];
  const [level, code] = rules.find(([, , holds]) => holds) ?? ['LOW', null];
  return [level, code];
}

/** Who is contracted for the form in the region, beside it or nationally: where it is nearest. */
function takeOver(country: Country, form: string, region: Told, market: Told, stops: string): Told[] {
  const near: string[] = region.neighbours.nodes.map(({ code }: Told) => code).sort();
  const places = [region.code, ...near, null].map((code) => ({
    code,
    ids: [...contracted(country, form, code).keys()],
  }));
  const concernOf = (id: string) => country.providers.get(id)?.concern?.id ?? null;
  return [...new Set(places.flatMap(({ ids }) => ids))]
    .filter((id) => id !== stops)
    .map((id) => {
      const at = places.flatMap(({ code, ids }) => (ids.includes(id) ? [code] : []));
      const own = market.providers.find((share: Share) => share.id === id);
      const trede = tredeOf(country, id);
      const isKin = concernOf(id) !== null && concernOf(id) === concernOf(stops);
      const reason =
        trede === null ? 'NOT_ASSESSABLE' : trede >= 4 ? 'TREDE_4_OR_HIGHER' : isKin ? 'SAME_CONCERN' : null;
      const room = own?.annualValueCents ?? null;
      return {
        ...{ provider: { id }, trede, reason, isAble: reason === null },
        where: at[0] === region.code ? 'REGION' : at[0] === null ? 'NATIONAL' : 'NEIGHBOUR',
        regions: at
          .filter((code) => code !== null)
          .sort()
          .map((code) => ({ code })),
        share: own ? shown(own.share) : market.amountCents === 0 ? null : 0,
        roomCents: room === null ? null : Math.max(0, room - own.amountCents),
      };
    });
}

const inOrder = (candidates: readonly Told[]) =>
  [...candidates].sort((a, b) => (a.provider.id < b.provider.id ? -1 : 1));

export function waterbed(): void {
  it('lays out every market of a provider, and what it comes to when it stops', async () => {
    const regions = await every(
      'regions',
      'RegionFilter',
      {},
      'code municipalities(first: 100) { nodes { code } } neighbours(first: 20) { nodes { code } }',
    );
    let seen = 0;
    for (const { id, name } of await dossiers()) {
      const { impactIfStops: impact } = await ask(IMPACT, { id });
      const country = await countryIn(
        impact.quarter,
        impact.regions.map(({ code }: Told) => code),
      );
      const { designation, standing } = country.providers.get(id);
      const likelihood = likelihoodOf(tredeOf(country, id), standing.riskClass);
      for (const told of impact.markets) {
        const form = told.careForm.code;
        const region = regions.find(({ code }) => code === told.region.code);
        const market = marketOf(
          country,
          form,
          region.code,
          region.municipalities.nodes.map(({ code }: Told) => code),
        );
        const { careFormInRegion } = await ask(MARKET, { form, region: region.code });
        const providers = market.providers.map(({ id: of, share, ...rest }: Share) => ({
          ...rest,
          share: shown(share),
          provider: { id: of },
        }));
        expect({ form, ...careFormInRegion, providers: inOrder(careFormInRegion.providers) }).toEqual({
          ...{ form, ...market, providers: inOrder(providers) },
          ...{
            hhi: shown(market.hhi),
            largestShare: shown(market.largestShare),
            waitingDays: shown(market.waitingDays),
          },
        });
        const own = market.providers.find((share: Share) => share.id === id);
        const candidates = takeOver(country, form, region, market, id);
        const able = candidates.filter(({ isAble }) => isAble).length;
        const [difficulty, difficultyCode] = difficultyOf(designation.isCrucial, able, own.share, market.hhi);
        const { amountCents, places, placesBasis, isEstimate } = own;
        expect({ name, form, ...told, takeOver: inOrder(told.takeOver) }).toMatchObject({
          ...{ name, form, amountCents, places, placesBasis, isEstimate, share: shown(own.share) },
          ...{
            otherProviders: market.active - 1,
            able,
            difficulty,
            difficultyCode,
            level: together(likelihood, difficulty),
          },
          takeOver: inOrder(candidates),
        });
        seen += 1;
      }
      const known = impact.markets.filter(({ places }: Told) => places !== null);
      const ofForm = (code: string) =>
        total(known.filter(({ careForm }: Told) => careForm.code === code).map(({ places }: Told) => places));
      const difficulty = impact.markets.reduce((worst: string, one: Told) => graver(worst, one.difficulty), 'LOW');
      expect({ name, ...impact }).toMatchObject({
        ...{ name, likelihood, difficulty, level: together(likelihood, difficulty) },
        amountCents: total(impact.markets.map(({ amountCents }: Told) => amountCents)),
        placesAtLeast:
          known.length === 0 ? null : Math.max(...known.map(({ careForm }: Told) => ofForm(careForm.code))),
        placesAtMost: known.length < impact.markets.length ? null : sum(known.map(({ places }: Told) => places)),
        placesUnknown: impact.markets.length - known.length,
        isEstimate: impact.markets.some(({ isEstimate }: Told) => isEstimate),
        regions: [...new Set(impact.markets.map(({ region }: Told) => region.code))].sort().map((code) => ({ code })),
      });
    }
    expect(seen).toBeGreaterThan(10);
  });
}
