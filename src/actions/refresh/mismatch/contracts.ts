/** Mismatch 5: a provider's contracts as it reports them beside the reports of its clients. */
import { type ContractPair, runsOn } from '../../../domain/mismatch/contract-pairs';
import { contractFindings, contractSides } from '../../../domain/mismatch/contract-sides';
import { disagreementOnContract } from '../../../domain/mismatch/disagreement';
import { type Area, COUNTRY, municipalityOf, regionOf } from './area';
import { type Added, type Laid, type Moment, NOTHING_WEIGHED, WHOLE_YEAR } from './laid';

const MUNICIPALITY = /^GM/;

/** Nothing when no side says that a contract runs. */
export function contracts({ known, pairs, day, year }: Moment): Laid[] {
  const running = pairs.filter((pair) => runsOn(pair, day));
  if (running.length === 0) return [];
  const silent = known.silentIn(year);
  const disagreements = contractFindings(running, { silent }).map(disagreementOnContract);
  const adds = Array.from(areasOf(running), ([to, there]): Added => {
    return { to, ...contractSides(there, silent), weight: NOTHING_WEIGHED };
  });
  const sides = contractSides(running, silent);
  return [{ kind: 'CONTRACT_BOTH_SIDES', sides, share: WHOLE_YEAR, way: null, disagreements, adds }];
}

/** The pairs of every municipality that is a client, of every region, and of the country: national contracts lie in no region. */
function areasOf(pairs: readonly ContractPair[]): Iterable<[Area, ContractPair[]]> {
  const areas = new Map<Area, ContractPair[]>([[COUNTRY, [...pairs]]]);
  const put = (area: Area, pair: ContractPair) => {
    const there = areas.get(area);
    if (there) there.push(pair);
    else areas.set(area, [pair]);
  };
  for (const pair of pairs) {
    const { client, region } = pair;
    if (region === null) continue;
    put(regionOf(region), pair);
    if (MUNICIPALITY.test(client)) put(municipalityOf(client, region), pair);
  }
  return areas;
}
