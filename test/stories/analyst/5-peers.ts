/** The place of an indicator among those of others: whoever sees them all can count. */
import { shown } from './calculator';
import { ask, every, type Told } from './desk';
import { dossiers } from './providers';

export function peers(): void {
  it('have a place among those of others that can be counted', async () => {
    const { riskDashboard } = await ask(`{ riskDashboard { quarter
      top(first: 100) { nodes { revenueYouthCents provider { id } } } } }`);
    const sizes = new Map<string, string>(
      riskDashboard.top.nodes.map(({ provider, revenueYouthCents: cents }: Told) => [
        provider.id,
        cents >= 2_500_000_000 ? 'LARGE' : cents >= 500_000_000 ? 'MIDDLE' : 'SMALL',
      ]),
    );
    const { quarter } = riskDashboard;
    const definitions: Told[] = (await ask('{ riskModel { indicators { code better } } }')).riskModel.indicators;
    let positions = 0;
    for (const { code, better } of definitions) {
      const all = await every('indicators', 'IndicatorFilter', { code, quarter }, 'value provider { id }');
      const known = all.filter(({ value }) => value !== null);
      for (const { id } of await dossiers()) {
        const { provider } = await ask(
          `query ($id: ID!, $code: String!, $quarter: Quarter!) { provider(id: $id) {
            indicators(filter: { code: $code, quarter: $quarter }) { nodes { peers { group peers worse equal position } } } } }`,
          { id, code, quarter },
        );
        const own = known.find((one) => one.provider.id === id)?.value ?? null;
        const others = known.filter((one) => one.provider.id !== id);
        const groups = ['ALL', sizes.get(id) as string].flatMap((group) => {
          const peers = others.filter((one) => group === 'ALL' || sizes.get(one.provider.id) === group);
          if (own === null || peers.length < 10) return [];
          const worse = peers.filter(({ value }) => (better === 'LOWER' ? value > own : value < own)).length;
          const equal = peers.filter(({ value }) => value === own).length;
          const rest = others.length - peers.length;
          // Nothing is told that would tell of fewer than ten, or what everybody has.
          if ((rest > 0 && rest < 10) || equal === peers.length) return [];
          return { group, peers: peers.length, worse, equal, position: shown((worse + equal / 2) / peers.length) };
        });
        expect({ code, peers: provider.indicators.nodes[0].peers }).toEqual({ code, peers: groups });
        positions += groups.length;
      }
    }
    expect(positions).toBeGreaterThan(40);
  });
}
