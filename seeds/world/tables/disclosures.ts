import { sayNotice } from '../../../src/domain/sharing/notice';
import type { DisclosureCategory } from '../../../src/domain/vocabulary';
import { AS_OF, addDays } from '../calendar';
import { Chance } from '../chance';
import type { Party } from '../parties';
import type { World } from '../world';
import { array, line, type Table } from './line';

const OF_A_PROVIDER: readonly DisclosureCategory[] = [
  ...(['EWS_DESIGNATION', 'FIGURES', 'CONTRACTS', 'DECLARATIONS', 'ASSESSMENT', 'TREDE_DECISION'] as const),
  ...(['MISMATCH_OF_PROVIDER', 'SIGNAAL'] as const),
];
const OF_A_MUNICIPALITY: readonly DisclosureCategory[] = ['MUNICIPAL_FIGURES', 'MISMATCH_OF_MUNICIPALITIES'];
const OF_A_REGION: readonly DisclosureCategory[] = ['MISMATCH_OF_MUNICIPALITIES', 'MUNICIPAL_FIGURES', 'SIGNAAL'];

const PURPOSE = 'Toezicht op de continuïteit van zorg bij deze aanbieder.';
const PURPOSE_OF_TOWNS = 'Beeld van begroting en uitgaven naar aanleiding van een tekort.';
const BASIS = 'Convenant continuïteit jeugdhulp, Bijlage 3';

/** Days from the day of the world. */
const RUNNING = { from: -40, to: 1_500, ended: null } as const;
const EXPIRED = { from: -400, to: -200, ended: null } as const;
/** As decided with what runs, and ended since. */
const ENDED_SINCE = { from: -40, to: -20, ended: -20 } as const;
const ENDED = { from: -100, to: -20, ended: -20 } as const;
const LATER = { from: 1_000, to: 1_200, ended: null } as const;
type Term = typeof RUNNING | typeof EXPIRED | typeof ENDED | typeof ENDED_SINCE | typeof LATER;

interface Disclosure {
  readonly id: string;
  readonly actId: string;
  readonly noticeId: string;
  readonly recipient: Party;
  readonly concerned: Party;
  readonly categories: readonly DisclosureCategory[];
  readonly purpose: string;
  readonly term: Term;
}

/** What the JA shares with inspections, the supervisor and ministries: about few, and not all of it runs now. */
function disclosuresOf({ size, providers, parties, land }: World): Disclosure[] {
  const chance = new Chance(`${size}/disclosures`);
  const by = (key: string) => parties.byKey.get(key) as Party;
  const troubled = providers
    .filter(({ isEws, story }) => isEws && story !== null)
    .map(({ key }) => by(`provider:${key}`));
  const [region] = land.activeMunicipalities.slice(-1).map(({ regionCode }) => regionCode) as [string];
  const inRegion = land.activeMunicipalities.filter(({ regionCode }) => regionCode === region);
  const regional = inRegion.map(({ code }) => by(`municipality:${code}`));
  const towns = land.activeMunicipalities.slice(0, 2).map(({ code }) => by(`municipality:${code}`));
  const shares: Omit<Disclosure, 'id' | 'noticeId'>[] = [];
  const share = (
    to: string,
    about: readonly Party[],
    term: Term,
    categories: Disclosure['categories'],
    purpose = PURPOSE,
    actId = chance.uuid(),
  ) => {
    for (const concerned of about) shares.push({ actId, recipient: by(to), concerned, categories, purpose, term });
  };
  share('inspection:IGJ', troubled.slice(0, 2), RUNNING, OF_A_PROVIDER);
  share('inspection:IGJ', troubled.slice(2, 3), EXPIRED, OF_A_PROVIDER);
  share('inspection:IGJ', troubled.slice(3, 4), ENDED, OF_A_PROVIDER);
  share('inspection:IJENV', troubled.slice(1, 2), RUNNING, ['ASSESSMENT', 'TREDE_DECISION']);
  share('inspection:IJENV', troubled.slice(0, 1), LATER, OF_A_PROVIDER);
  for (const to of ['supervisor:NZA', 'ministry:VWS', 'ministry:JENV']) {
    share(to, troubled.slice(0, 2), RUNNING, OF_A_PROVIDER);
    share(to, towns, RUNNING, OF_A_MUNICIPALITY, PURPOSE_OF_TOWNS);
  }
  // A region, and with it all its municipalities. Where it was ended for one of them, it was for the region as well.
  const shareRegion = (to: string, open: number, others: Term) => {
    const act = [PURPOSE_OF_TOWNS, chance.uuid()] as const;
    share(to, [by(`region:${region}`)], others, OF_A_REGION, ...act);
    share(to, regional.slice(0, open), RUNNING, OF_A_MUNICIPALITY, ...act);
    share(to, regional.slice(open), others, OF_A_MUNICIPALITY, ...act);
  };
  shareRegion('supervisor:NZA', regional.length, RUNNING);
  shareRegion('ministry:VWS', regional.length - 1, ENDED_SINCE);
  return shares.map((shared) => ({ ...shared, id: chance.uuid(), noticeId: chance.uuid() }));
}

const dayAt = (days: number) => addDays(AS_OF, days);
const moment = (days: number) => `${dayAt(days)}T09:00:00Z`;

function noticeOf({ noticeId, recipient, concerned, categories, purpose, term }: Disclosure, ja: Party): string {
  const [from, to] = [dayAt(term.from), dayAt(term.to)];
  const { nl, en } = sayNotice({
    ...{ concerned: concerned.name, recipient: recipient.name, categories, purpose, legalBasis: BASIS, from, to },
  });
  return line(noticeId, ja.id, concerned.id, moment(term.from), nl, en);
}

/** Notices first: a disclosure cannot be there without its own. */
export function disclosureTables(world: World): Table[] {
  const ja = world.parties.byKey.get('ja') as Party;
  return [
    {
      name: 'notice',
      columns: ['id', 'sender_party_id', 'concerned_party_id', 'available_at', 'says_nl', 'says_en'],
      rows: () => disclosuresOf(world).map((disclosure) => noticeOf(disclosure, ja)),
    },
    {
      name: 'disclosure',
      columns: [
        ...[
          'id',
          'act_id',
          'recipient_party_id',
          'concerned_party_id',
          'concerned_kind',
          'provider_id',
          'municipality_code',
          'region_code',
          'categories',
          'purpose',
        ],
        ...['legal_basis', 'valid_from', 'valid_to', 'ended_at', 'notice_id', 'noticed_at', 'decider_party_id'],
      ],
      rows: () =>
        disclosuresOf(world).map(({ id, actId, noticeId, recipient, concerned, categories, purpose, term }) =>
          line(
            ...[
              id,
              actId,
              recipient.id,
              concerned.id,
              concerned.kind,
              concerned.providerId,
              concerned.municipalityCode,
            ],
            ...[concerned.kind === 'REGION' ? concerned.regionCode : null, array(categories)],
            ...[purpose, BASIS, moment(term.from), moment(term.to), term.ended === null ? null : moment(term.ended)],
            ...[noticeId, moment(term.from), ja.id],
          ),
        ),
    },
  ];
}
