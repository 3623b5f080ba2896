import { AS_OF, addDays, lastDayOf, type QuarterNumber } from '../calendar';
import { Chance } from '../chance';
import type { Party } from '../parties';
import { endOf, type Provider } from '../providers';
import type { Story, StoryKind } from '../stories';
import type { World } from '../world';
import { line, type Table } from './line';

const COLUMNS = ['provider_id', 'trede', 'decided_on', 'proposed_by_party_id', 'agreed_by_party_id', 'reason'];
const REASONS: Readonly<Record<number, string>> = {
  2: 'Het herstel is bestendig; de cijfers van twee kwartalen bevestigen dat.',
  3: 'De ontwikkeling van het resultaat is zorgelijk. Er komt een herstelplan.',
  4: 'Verlieslatend en een dalend vermogen. Er komt een continuïteitsplan.',
  5: 'Het verlies houdt langer dan een jaar aan. Er komt een overdrachtsplan.',
};
const FAILED = 6;
const REASONS_OF_FAILURE: Readonly<Record<StoryKind, string>> = {
  FAST_LIQUIDITY_LOSS: 'Acute dreiging van faillissement: crediteuren en salarissen kunnen niet meer worden betaald.',
  SLOW_SOLVENCY_EROSION: 'Het eigen vermogen is op en de bank verlengt de financiering niet. Surseance is aangevraagd.',
  LOST_CONTRACT:
    'Na het verlies van een contract dekt de omzet de vaste lasten niet meer. Faillissement is aangevraagd.',
  HIRED_STAFF_SPIRAL: 'Ingehuurd personeel kan niet meer worden betaald en vertrekt. Faillissement is aangevraagd.',
  SUDDEN: 'De bank heeft het krediet opgezegd na bevindingen van de accountant. Faillissement is uitgesproken.',
};

/** What people decided about worse and better times, some quarters after it began to show. */
export function stepsIn({ from, recoversFrom, kind }: Story): (readonly [QuarterNumber, trede: number])[] {
  if (kind === 'SUDDEN') return [];
  const worse = [
    [from + 1, 3],
    [from + 3, 4],
    [from + 6, 5],
  ] as const;
  const steps = worse.filter(([quarter]) => recoversFrom === null || quarter < recoversFrom);
  return recoversFrom === null ? steps : [...steps, [recoversFrom + 3, 2]];
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
      for (const provider of troubled) {
        const { story } = provider;
        const region = parties.byKey.get(`region:${provider.home.code}`) as Party;
        const decided = (trede: number, day: string, reason = '') => {
          const [proposer, other] = chance.yes(0.7) ? [ja, region] : [region, ja];
          return line(provider.id, trede, day, proposer.id, other.id, reason);
        };
        for (const [quarter, trede] of stepsIn(story)) {
          const day = addDays(lastDayOf(quarter), chance.whole(48, 75));
          if (day < AS_OF && day < endOf(provider)) yield decided(trede, day, REASONS[trede]);
        }
        // Only people decide that a provider is failing (covenant ch. 3): no figure does.
        if (story.failsOn) yield decided(FAILED, story.failsOn, REASONS_OF_FAILURE[story.kind]);
      }
    },
  };
}
