import type { MeldingReason } from '../../../src/domain/vocabulary';
import { AS_OF, addDays } from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import { CLOSED_REASONS, MELDING_TEXTS, type MeldingText } from '../melding-texts';
import type { Party } from '../parties';
import { hasFailed, type Provider } from '../providers';
import type { World } from '../world';
import { line, type Table } from './line';

interface Melding {
  readonly id: string;
  readonly reporter: Party;
  readonly said: MeldingText;
  readonly provider: Provider | null;
  readonly receivedOn: string;
}

const MELDING = [
  'id',
  'reporter_party_id',
  'client_key',
  'reason',
  'moment',
  'provider_id',
  'municipality_code',
  'region_code',
  'care_form_code',
  'effective_on',
  'explanation',
  'received_at',
];
const HANDLING = ['melding_id', 'status', 'assigned_to', 'notes', 'closed_reason', 'closed_at'];
const FIRST_DAY = '2025-02-03';
const DAYS = 640;
/** Reporters other than those whom it concerns, each with a melding about a provider in trouble. */
const OTHERS = [
  'inspection:IGJ',
  'supervisor:NZA',
  'supplier:INLICHTINGENBUREAU',
  'vng',
  'inspection:IJENV',
  'ministry:VWS',
];

/** Meldingen of every kind of reporter; several about the same provider, by others and by the provider itself. */
export function meldingTables(world: World): Table[] {
  const chance = new Chance(`${world.size}/meldingen`);
  const meldingen = [...meldingenOf(world, chance)];
  return [
    {
      name: 'melding',
      columns: MELDING,
      rows: () => meldingen.map((melding, at) => written(melding, at, new Chance(`${world.size}/melding/${at}`))),
    },
    {
      name: 'melding_handling',
      columns: HANDLING,
      *rows() {
        for (const [at, melding] of meldingen.entries())
          yield* handled(melding, new Chance(`${world.size}/handling/${at}`));
      },
    },
  ];
}

function* meldingenOf(world: World, chance: Chance): Iterable<Melding> {
  const { parties, providers, scale, land } = world;
  const by = (key: string) => parties.byKey.get(key) as Party;
  const day = () => addDays(FIRST_DAY, chance.whole(0, DAYS));
  const texts = (kind: keyof typeof MELDING_TEXTS, about: MeldingText['about']) =>
    MELDING_TEXTS[kind].filter((said) => said.about === about);
  const make = (reporter: Party, said: MeldingText, provider: Provider | null, receivedOn = day()): Melding => ({
    id: chance.uuid(),
    reporter,
    said,
    provider,
    receivedOn,
  });

  const troubled = providers.filter((provider) => provider.story !== null && !hasFailed(provider));
  let made = 0;
  for (const [at, provider] of troubled.entries()) {
    const own = MELDING_TEXTS.SELF;
    yield make(by(`provider:${provider.key}`), own[at % own.length] as MeldingText, provider);
    yield make(by(`region:${provider.home.code}`), chance.pick(texts('REGION', 'PROVIDER')), provider);
    yield make(by(`municipality:${provider.seat.code}`), chance.pick(texts('MUNICIPALITY', 'PROVIDER')), provider);
    made += 3;
    if (made >= scale.meldingen * 0.4 && at >= 2) break;
  }
  for (const [at, key] of OTHERS.entries()) {
    yield make(by(key), MELDING_TEXTS.OTHER[at % 2] as MeldingText, troubled[at % troubled.length] as Provider);
    made++;
  }
  const first = providers[0] as Provider;
  yield make(by(`provider:${first.key}`), MELDING_TEXTS.SELF[3] as MeldingText, first, '2025-05-12');
  yield make(by('municipality:GM0014'), MELDING_TEXTS.MUNICIPALITY[0] as MeldingText, first, '2026-11-11');
  yield make(by('region:JZ01'), MELDING_TEXTS.REGION[2] as MeldingText, null, '2026-11-03');
  made += 3;
  // Every reason occurs: municipalities and regions take turns, each with the next thing to say about itself.
  const said = { MUNICIPALITY: texts('MUNICIPALITY', 'AREA'), REGION: texts('REGION', 'AREA') };
  for (let turn = 0; made < scale.meldingen; turn++, made++) {
    const region = chance.pick(land.activeRegions);
    const isRegion = turn % 2 === 0;
    const reporter = isRegion ? `region:${region.code}` : `municipality:${chance.pick(region.municipalities).code}`;
    const own = said[isRegion ? 'REGION' : 'MUNICIPALITY'];
    yield make(by(reporter), own[(Math.floor(turn / 2) + 1) % own.length] as MeldingText, null);
  }
}

const FORESEEN_AHEAD: readonly MeldingReason[] = ['CARE_CHANGE', 'CONTINUITY'];

function written({ id, reporter, said, provider, receivedOn }: Melding, at: number, chance: Chance): string {
  const isArea = provider === null;
  const form = provider && said.reason === 'CARE_CHANGE' ? formAt(provider.profile.forms[0] as number).code : null;
  const isDated = said.moment !== null && FORESEEN_AHEAD.includes(said.reason);
  const effectiveOn = isDated
    ? addDays(receivedOn, said.moment === 'ACTUAL' ? -chance.whole(0, 9) : chance.whole(30, 200))
    : null;
  return line(
    id,
    reporter.id,
    `melding-${at + 1}`,
    said.reason,
    said.moment,
    provider?.id ?? null,
    isArea ? reporter.municipalityCode : null,
    isArea ? reporter.regionCode : null,
    form,
    effectiveOn,
    said.text.replace('{name}', provider?.name ?? ''),
    `${receivedOn}T${String(chance.whole(8, 17)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}:00Z`,
  );
}

/** The newest are untouched and have no handling at all; older ones are being followed up or closed with a reason. */
function* handled({ id, receivedOn }: Melding, chance: Chance): Iterable<string> {
  if (receivedOn > addDays(AS_OF, -35)) return;
  const isClosed = receivedOn < addDays(AS_OF, -120) && chance.yes(0.75);
  const notes = isClosed
    ? 'Contact gehad met de melder en met de betrokken regio.'
    : 'Wordt besproken met de accounthoudende regio.';
  const closedAt = isClosed ? `${addDays(receivedOn, chance.whole(10, 90))}T15:00:00Z` : null;
  yield line(
    id,
    isClosed ? 'CLOSED' : 'IN_PROGRESS',
    'ja',
    notes,
    isClosed ? chance.pick(CLOSED_REASONS) : null,
    closedAt,
  );
}
