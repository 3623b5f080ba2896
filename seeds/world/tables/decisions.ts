import { AS_OF, addDays, lastDayOf, type QuarterNumber } from '../calendar';
import { Chance } from '../chance';
import type { Party } from '../parties';
import type { Provider } from '../providers';
import type { Story } from '../stories';
import type { World } from '../world';
import { line, type Table } from './line';

const COLUMNS = ['provider_id', 'trede', 'decided_on', 'proposed_by_party_id', 'agreed_by_party_id', 'reason'];
const REASONS: Readonly<Record<number, string>> = {
  2: 'Het herstel is bestendig; de cijfers van twee kwartalen bevestigen dat.',
  3: 'De ontwikkeling van het resultaat is zorgelijk. Er komt een herstelplan.',
  4: 'Verlieslatend en een dalend vermogen. Er komt een continuïteitsplan.',
  5: 'Het verlies houdt langer dan een jaar aan. Er komt een overdrachtsplan.',
  6: 'Acute dreiging van faillissement: crediteuren en salarissen kunnen niet meer worden betaald.',
};
const ACUTE = 6;

/** What people decided, some quarters after it began to show: steps up while a story worsens, one down after recovery. */
function decisionsIn(
  { from, recoversFrom, kind }: Story,
  isLast: boolean,
): (readonly [QuarterNumber, trede: number])[] {
  const worse = [
    [from + 1, 3],
    [from + 3, 4],
    [from + 6, 5],
  ] as const;
  const steps = worse.filter(([quarter]) => recoversFrom === null || quarter < recoversFrom);
  const better = recoversFrom === null ? [] : [[recoversFrom + 3, 2] as const];
  // Only people decide that a provider is failing; in this world it happened once.
  const acute = isLast && kind === 'FAST_LIQUIDITY_LOSS' ? [[from + 4, ACUTE] as const] : [];
  return [...steps, ...better, ...acute];
}

/** The trede on which people agreed, proposed by the JA or the region, per provider in trouble. */
export function decisionTable({ size, providers, parties }: World): Table {
  return {
    name: 'trede_decision',
    ids: `${size}/trede_decision-ids`,
    columns: COLUMNS,
    *rows() {
      const chance = new Chance(`${size}/decisions`);
      const ja = parties.byKey.get('ja') as Party;
      const troubled = providers.filter((provider): provider is Provider & { story: Story } => provider.story !== null);
      const acute = troubled.find(({ story }) => story.kind === 'FAST_LIQUIDITY_LOSS' && story.recoversFrom === null);
      for (const provider of troubled) {
        const region = parties.byKey.get(`region:${provider.home.code}`) as Party;
        for (const [quarter, trede] of decisionsIn(provider.story, provider === acute)) {
          const decidedOn = addDays(lastDayOf(quarter), trede === ACUTE ? 40 : chance.whole(48, 75));
          if (decidedOn >= AS_OF) continue;
          const [proposer, other] = chance.yes(0.7) ? [ja, region] : [region, ja];
          yield line(provider.id, trede, decidedOn, proposer.id, other.id, REASONS[trede] as string);
        }
      }
    },
  };
}
