/** Two sources that should agree: every comparison of a provider, from its two sides to the verdict. */
import { bothSides, lineOf, pairsOn } from './6-contracts';
import { SIDES, type Sides, whoReported } from './6-sides';
import { outcomeOf, verdictOn } from './6-verdict';
import { shown } from './calculator';
import { ask, every, type Told } from './desk';
import { type Dossier, dossiers } from './providers';

export const MISMATCH = `id kind aspect quarter subject unit expected actual difference differenceShare covered coverable coverage
  verdict expectedShare way`;
const DISAGREEMENTS = `query ($id: ID!) { node(id: $id) { ... on Mismatch { disagreements {
  what byProviderCents byClientCents differenceCents careForm { code } providerContract { id } clientContract { id } } } } }`;

const nameOf = ({ kind, aspect }: Told): string => (aspect ? `${kind} ${aspect}` : kind);

function sidesOf(dossier: Dossier, mismatch: Told, reported: ReadonlySet<string>): Sides | null {
  if (mismatch.kind === 'CONTRACT_BOTH_SIDES') return bothSides(dossier, mismatch.quarter, reported);
  return (SIDES[nameOf(mismatch)] as (typeof SIDES)[string])(dossier, mismatch.quarter);
}

/** What a mismatch tells of its two sides. */
export const toldOf = (mismatch: Told, { share, way, ...both }: Sides) => ({
  ...{ name: nameOf(mismatch), quarter: mismatch.quarter, ...outcomeOf(both) },
  ...{ verdict: verdictOn(mismatch.unit, both), expectedShare: shown(share), way },
});

export function mismatches(): void {
  it('of a provider are made of what was delivered, and judged by the tolerance', async () => {
    const reported = await whoReported();
    const verdicts = new Set<string>();
    for (const dossier of await dossiers()) {
      const told = await every('mismatches', 'MismatchFilter', { providerId: dossier.id }, MISMATCH);
      const possible = dossier.quarters.flatMap(({ quarter }) =>
        [...Object.values(SIDES), bothSides].filter((sides) => sides(dossier, quarter, reported) !== null),
      );
      expect(told).toHaveLength(possible.length);
      for (const mismatch of told) {
        const sides = sidesOf(dossier, mismatch, reported) as Sides;
        const about = dossier.name;
        expect({ about, name: nameOf(mismatch), ...mismatch }).toMatchObject({ about, ...toldOf(mismatch, sides) });
        verdicts.add(`${mismatch.kind} ${mismatch.verdict}`);
      }
    }
    expect(verdicts.size).toBeGreaterThan(12);
  });

  it('about contracts lead to the contracts as both sides reported them', async () => {
    const reported = await whoReported();
    const kinds = new Set<string>();
    for (const dossier of await dossiers()) {
      const told = await every(
        'mismatches',
        'MismatchFilter',
        { providerId: dossier.id, kind: 'CONTRACT_BOTH_SIDES' },
        MISMATCH,
      );
      for (const { id, quarter } of told) {
        const lines: Told[] = (await ask(DISAGREEMENTS, { id })).node.disagreements;
        const byHand = pairsOn(dossier, quarter).flatMap((pair) => {
          const line = lineOf(dossier, pair, quarter, reported);
          const [provider, client] = [pair.byProvider?.id ?? null, pair.byClient?.id ?? null];
          return line.what === null ? [] : [{ ...line, provider, client }];
        });
        const inOrder = (all: readonly Told[]) =>
          [...all].sort((a, b) => (`${a.provider}${a.client}` < `${b.provider}${b.client}` ? -1 : 1));
        const found = lines.map(({ careForm: _, providerContract, clientContract, ...line }) => ({
          ...line,
          ...{ provider: providerContract?.id ?? null, client: clientContract?.id ?? null },
        }));
        expect({ name: dossier.name, quarter, lines: inOrder(found) }).toEqual({
          name: dossier.name,
          quarter,
          lines: inOrder(byHand),
        });
        for (const { what } of lines) kinds.add(what);
      }
    }
    expect(kinds.size).toBeGreaterThan(2);
  });

  it('about forms of care lead to the forms that are contracted and not offered, or the other way round', async () => {
    let lines = 0;
    for (const { id, offered, contracts } of await dossiers()) {
      const filter = { providerId: id, kind: 'FORMS_CONTRACTED_VS_OFFERED' };
      for (const mismatch of await every('mismatches', 'MismatchFilter', filter, MISMATCH)) {
        const { disagreements } = (await ask(DISAGREEMENTS, { id: mismatch.id })).node;
        for (const { what, careForm } of disagreements) {
          const isContracted = contracts.some(
            (one) => one.reportedBy === 'CLIENT' && one.careForm.code === careForm.code,
          );
          expect([what, isContracted, offered.includes(careForm.code)]).toEqual(
            what === 'CONTRACTED_NOWHERE' ? [what, expect.anything(), true] : [what, true, false],
          );
          lines += 1;
        }
      }
    }
    expect(lines).toBeGreaterThan(0);
  });
}
