/** Where an indicator stands among those of others: the rule of the domain, on rows in memory. */
import { INDICATORS } from '../../../src/domain/indicators';
import { PEERS_AT_LEAST, peerPosition, sizeOf } from '../../../src/domain/indicators/peer';
import { toNumber } from '../../../src/domain/ratio';
import type { Row, World } from './world';

/** The world itself is asked: whose rows they are is not told. */
export function peersOf(row: Row, world: World) {
  if (row.value === null) return [];
  const sizeAt = (id: unknown) => {
    const revenue = world.where('ProviderRisk', 'providerId', id)[0]?.revenueYouthCents ?? null;
    return sizeOf(revenue === null ? null : BigInt(String(revenue)));
  };
  const others = world
    .where('Indicator', 'quarter', row.quarter)
    .filter((one) => one.code === row.code && one.providerId !== row.providerId && one.value !== null);
  const better = INDICATORS.find(({ code }) => code === row.code)?.better ?? 'NEITHER';
  const tellsOfFew = (count: number) => others.length > count && others.length - count < PEERS_AT_LEAST;
  return ['ALL', sizeAt(row.providerId)].flatMap((group) => {
    const values = others.filter(({ providerId }) => group === 'ALL' || (group && sizeAt(providerId) === group));
    const sorted = values.map(({ value }) => Number(value)).sort((a, b) => a - b);
    const position = peerPosition(sorted, Number(row.value), better);
    if (!position || tellsOfFew(values.length)) return [];
    const equal = sorted.filter((value) => value === Number(row.value)).length;
    const lower = sorted.filter((value) => value < Number(row.value)).length;
    const worse = better === 'LOWER' ? sorted.length - lower - equal : lower;
    return equal === sorted.length ? [] : [{ group, peers: sorted.length, worse, equal, position: toNumber(position) }];
  });
}
