import { formAt } from '../care';
import { Chance } from '../chance';
import { endOf, hasFailed } from '../providers';
import type { World } from '../world';
import { array, line, type Table } from './line';

/** The public register, who takes part in the early warning system, and who may log in for whom. */
export function registerTables(world: World): Table[] {
  return [
    { name: 'concern', columns: ['id', 'name'], rows: () => world.concerns.map(({ id, name }) => line(id, name)) },
    {
      name: 'provider',
      columns: [
        'id',
        'key',
        'name',
        'kvk_number',
        'agb_code',
        'kind',
        'concern_id',
        'seat_municipality_code',
        'seat_region_code',
      ],
      rows: () =>
        world.providers.map((p) =>
          line(p.id, p.key, p.name, p.kvkNumber, p.agbCode, p.kind, p.concern?.id ?? null, p.seat.code, p.home.code),
        ),
    },
    {
      name: 'party',
      columns: ['id', 'key', 'kind', 'name', 'provider_id', 'municipality_code', 'region_code', 'wants_four_eyes'],
      rows: () =>
        world.parties.all.map((p) =>
          line(p.id, p.key, p.kind, p.name, p.providerId, p.municipalityCode, p.regionCode, p.wantsFourEyes),
        ),
    },
    {
      name: 'account',
      ids: `${world.size}/account-ids`,
      columns: ['subject', 'party_id', 'functions'],
      rows: () => world.parties.accounts.map((a) => line(a.subject, a.partyId, array(a.functions))),
    },
    {
      name: 'ews_designation',
      columns: ['provider_id', 'basis', 'reason', 'is_crucial', 'valid_from', 'valid_to', 'account_region_code'],
      rows: () => designations(world),
    },
  ];
}

/** How often a provider leaves a form that it is contracted for to others, or offers one for which it has no contract yet. */
const LEFT_TO_OTHERS = 0.06;
const WITHOUT_CONTRACT = 0.05;

/** The forms of care that providers offer, as they named them last. */
export const offeredTable = (world: World): Table => ({
  name: 'provider_care_form',
  columns: ['provider_id', 'care_form_code', 'delivery_id'],
  rows: () => offeredForms(world),
});

/** The forms that a provider has contracts for, but for a few: what mismatch 6 is to find. */
function* offeredForms({ size, markets, filing }: World): Iterable<string> {
  const chance = new Chance(`${size}/forms-offered`);
  for (const [provider, own] of markets) {
    // Who failed stays in the register, and offers nothing.
    if (hasFailed(provider)) continue;
    const forms = new Set(own.map((market) => market.form));
    // The first provider, whose story is told, does as it says.
    const [leaves, adds] = [chance.yes(LEFT_TO_OTHERS), chance.yes(WITHOUT_CONTRACT)];
    if (provider.isEws && provider.index > 0) {
      const other = provider.profile.forms.find((form) => !forms.has(form));
      if (leaves && forms.size > 1) forms.delete([...forms].at(-1) as number);
      if (adds && other !== undefined) forms.add(other);
    }
    const told = [...(filing.ofProvider.get(provider)?.regeling.values() ?? [])];
    const last = told.findLast(({ submittedAt }) => submittedAt)?.id ?? null;
    for (const form of forms) yield line(provider.id, formAt(form).code, last);
  }
}

function* designations({ providers }: World): Iterable<string> {
  for (const provider of providers) {
    if (!provider.isEws) continue;
    const reason = provider.isDesignated
      ? `Klein, maar de enige aanbieder van deze specialistische hulp in ${provider.home.name} en omgeving.`
      : null;
    const basis = provider.isDesignated ? 'DESIGNATED' : 'REVENUE';
    const ends = hasFailed(provider) ? endOf(provider) : null;
    yield line(provider.id, basis, reason, provider.isCrucial, '2022-10-01', ends, provider.home.code);
  }
}
