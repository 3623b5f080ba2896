/** Viewers of every kind of party, those with much of their own and those with nothing. */
import type { PartyFunction, PartyKind } from '../../../src/domain/vocabulary';
import { ANONYMOUS, type Viewer } from '../../../src/policy/viewer';
import type { Row, World } from '../oracle/world';

function actingFor(party: Row, ...functions: PartyFunction[]): Viewer {
  return {
    subject: `someone of ${party.key}`,
    partyId: party.id as string,
    kind: party.kind as PartyKind,
    functions,
    providerId: party.providerId as string | null,
    municipalityCode: party.municipalityCode as string | null,
    regionCode: party.regionCode as string | null,
    assurance: 'SUBSTANTIAL',
  };
}

const OWN: Readonly<Partial<Record<PartyKind, readonly [type: string, property: string, key: keyof Viewer]>>> = {
  PROVIDER: ['Contract', 'providerId', 'providerId'],
  MUNICIPALITY: ['Contract', 'clientMunicipalityCode', 'municipalityCode'],
  REGION: ['Contract', 'clientRegionCode', 'regionCode'],
};

/** Does it lead an open case of a provider of which something was found in its figures? */
const leads = (world: World, { partyId }: Viewer) =>
  world
    .where('CaseParty', 'partyId', partyId)
    .some(
      ({ role, until, providerId }) =>
        role === 'LEAD' && until === null && world.where('Finding', 'providerId', providerId).length > 0,
    );

/** The two parties of a kind with the most of their own, and the one with the least. */
function ofKind(world: World, kind: PartyKind): Viewer[] {
  const parties = world.where('Party', 'kind', kind).map((party) => actingFor(party, 'READER'));
  const [type, property, key] = OWN[kind] ?? ['Melding', 'reporterPartyId', 'partyId'];
  const most = new Map(parties.map((viewer) => [viewer, world.where(type, property, viewer[key]).length]));
  const ranked = parties.sort((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0));
  const reporters = parties.find(({ partyId }) => world.where('Melding', 'reporterPartyId', partyId).length > 0);
  const leader = parties.find((viewer) => leads(world, viewer));
  const chosen = [ranked[0], reporters, leader, ranked[1], ranked.at(-1)];
  return [...new Set(chosen)].filter((viewer) => viewer !== undefined);
}

const KINDS: readonly PartyKind[] = [
  'PROVIDER',
  'MUNICIPALITY',
  'REGION',
  'VNG',
  'INSPECTION',
  'SUPERVISOR',
  'MINISTRY',
  'DATA_SUPPLIER',
  'RESEARCHER',
];

export interface Cast {
  readonly analyst: Viewer;
  /** Everybody, the analyst first. */
  readonly all: readonly Viewer[];
  /** At most three of a kind: one with much of its own, one that reported a melding, one that leads a case. */
  readonly few: readonly Viewer[];
}

/** Throws when the world lacks a kind of party: then a test would pass without having asked. */
export function castOf(world: World): Cast {
  const [ja] = world.where('Party', 'kind', 'JA');
  if (!ja) throw new Error('The world has no Jeugdautoriteit.');
  const analyst = actingFor(ja, 'ANALYST');
  const others = KINDS.map((kind) => {
    const found = ofKind(world, kind);
    if (found.length === 0) throw new Error(`The world has no party of the kind ${kind}.`);
    return found;
  });
  const always = [actingFor(ja, 'AUDITOR'), actingFor(ja, 'ADMINISTRATOR'), ANONYMOUS];
  return {
    analyst,
    all: [analyst, ...others.flat(), ...always],
    few: [analyst, ...others.flatMap((found) => found.slice(0, found[2] && leads(world, found[2]) ? 3 : 2)), ...always],
  };
}
