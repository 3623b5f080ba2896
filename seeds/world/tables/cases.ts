import { AS_OF, addDays, lastDayOf } from '../calendar';
import { Chance } from '../chance';
import type { Party } from '../parties';
import { hasFailed, type Provider } from '../providers';
import type { Story } from '../stories';
import type { World } from '../world';
import { stepsIn } from './decisions';
import { line, type Table } from './line';

/** From the trede that was decided on the day of the third, the draaiboek is followed (draaiboek 2). */
const FROM_TREDE = 3;
const DAYS_AFTER_QUARTER = 80;
const CLIENTS = 3;

interface Case {
  readonly id: string;
  readonly provider: Provider;
  readonly trede: number;
  readonly openedAt: string;
  /** When it recovered; null as long as it is open. */
  readonly closedAt: string | null;
}

const dayAfter = (quarter: number) => addDays(lastDayOf(quarter), DAYS_AFTER_QUARTER);
const moment = (day: string) => `${day}T09:00:00Z`;

/** A case for every provider in trouble that has not failed: open, or closed when it had recovered. */
function casesOf({ size, providers, oddities }: World): Case[] {
  const chance = new Chance(`${size}/cases`);
  const troubled = providers.filter(
    (provider): provider is Provider & { story: Story } => provider.story !== null && !hasFailed(provider),
  );
  const followed = troubled.flatMap((provider) => {
    const id = chance.uuid();
    const steps = stepsIn(provider.story).filter(([quarter]) => dayAfter(quarter) < AS_OF);
    const [opened] = steps.filter(([, trede]) => trede >= FROM_TREDE);
    if (!opened) return [];
    const recovered = steps.find(([, trede]) => trede < FROM_TREDE);
    return [
      {
        id,
        provider,
        trede: Math.max(...steps.map(([, trede]) => trede)),
        openedAt: moment(dayAfter(opened[0])),
        closedAt: recovered ? moment(dayAfter(recovered[0])) : null,
      },
    ];
  });
  // One that is in no trouble yet: the draaiboek is followed for others by agreement.
  const agreed = [...oddities.keys()].find(({ story }) => story === null) as Provider;
  const openedAt = moment(addDays(AS_OF, -DAYS_AFTER_QUARTER));
  return [...followed, { id: chance.uuid(), provider: agreed, trede: FROM_TREDE, openedAt, closedAt: null }];
}

/** From this trede on the plan goes to an inspection for its judgement. */
const PRESENTED_FROM = 4;

/** Who takes part: the region of the seat leads, its largest clients take part, and an inspection has the plan. */
function* partiesOf(world: World): Iterable<string> {
  const by = (key: string) => world.parties.byKey.get(key) as Party;
  for (const { id, provider, trede, openedAt, closedAt } of casesOf(world)) {
    const takes = (party: Party, role: string) =>
      line(id, party.id, role, provider.id, provider.home.code, openedAt, closedAt);
    yield takes(by(`region:${provider.home.code}`), 'LEAD');
    const own = world.contracts.filter((contract) => contract.provider === provider);
    const clients = new Set(own.flatMap(({ municipalityCode }) => municipalityCode ?? []));
    for (const code of [...clients].slice(0, CLIENTS)) yield takes(by(`municipality:${code}`), 'CLIENT');
    if (trede >= PRESENTED_FROM) yield takes(by('inspection:IGJ'), 'PLAN_PRESENTED');
  }
}

export const caseTables = (world: World): Table[] => [
  {
    name: 'draaiboek_case',
    columns: ['id', 'provider_id', 'lead_region_code', 'trede', 'opened_at', 'closed_at'],
    rows: () =>
      casesOf(world).map(({ id, provider, trede, openedAt, closedAt }) =>
        line(id, provider.id, provider.home.code, trede, openedAt, closedAt),
      ),
  },
  {
    name: 'case_party',
    ids: `${world.size}/case_party-ids`,
    columns: ['case_id', 'party_id', 'role', 'provider_id', 'lead_region_code', 'since', 'until'],
    rows: () => partiesOf(world),
  },
];
