/** A market by hand: one form of care, with all beneath it, in one region, over the four quarters up to one. */
import { type Country, tredeOf } from './9-country';
import { before, days, divided, endOf, type Known, over, quarterOf, startOf, sum, total } from './calculator';
import type { Told } from './desk';

/** Yearly value per provider that is contracted for a form in a region (null: nationally), by the word of one side. */
export function contracted(
  { contracts, beneath, above }: Country,
  form: string,
  region: string | null,
): ReadonlyMap<string, Known> {
  const wider = above(form);
  const here = contracts.filter(
    (one) => (one.region?.code ?? null) === region && [...beneath(form), ...wider].includes(one.careForm.code),
  );
  const values = new Map<string, Known>();
  for (const id of new Set<string>(here.map(({ provider }) => provider.id))) {
    const own = here.filter(({ provider }) => provider.id === id);
    const each = new Set(own.map(({ careForm, client }) => `${careForm.code} ${client.code ?? 'LTA'}`));
    const parts = [...each].map((key) => {
      const of = own.filter(({ careForm, client }) => key === `${careForm.code} ${client.code ?? 'LTA'}`);
      const byProvider = of.filter(({ reportedBy }) => reportedBy === 'PROVIDER');
      // A contract for a wider form covers this one: of what value is not known.
      if (wider.some((code) => key.startsWith(`${code} `))) return null;
      return sum((byProvider.length > 0 ? byProvider : of).map(({ annualValueCents }) => annualValueCents));
    });
    values.set(id, sum(parts));
  }
  return values;
}

/** Young people in care: counted when at least 80 % of the municipalities did that ever report on the form. */
function youngPeople({ reports, quarter }: Country, form: string, region: string, all: readonly string[]) {
  const there = reports.filter((one) => one.region.code === region);
  const ofForm = (code: string) => there.filter((one) => one.municipality.code === code && one.careForm.code === form);
  const isSilent = (code: string) => !there.some(({ municipality }) => municipality.code === code);
  const asked = all.filter((code) => ofForm(code).length > 0 || isSilent(code));
  const told = asked.flatMap((code) => {
    const now = ofForm(code).filter(
      ({ periodStart, clients }) => quarterOf(periodStart) === quarter && clients !== null,
    );
    return now.length > 0 ? [total(now.map(({ clients }) => clients))] : [];
  });
  const isCounted = told.length > 0 && told.length >= 0.8 * asked.length;
  return { count: isCounted ? total(told) : null, isPartial: told.length !== asked.length };
}

/** The share of beds that is occupied, as it was last told. */
const occupancyOf = ({ providers }: Country, id: string): Known => {
  const told: Told[] = providers.get(id).figures.nodes;
  const latest = told
    .map(({ periodEnd }) => periodEnd)
    .sort()
    .at(-1);
  const of = told.filter(({ periodEnd }) => periodEnd === latest);
  return over(sum(of.map(({ value }) => value)), of.length);
};

const whole = (value: Known): Known => (value === null ? null : Math.round(value));

export interface Share {
  readonly id: string;
  readonly amountCents: number;
  readonly share: Known;
  readonly places: Known;
  readonly placesBasis: string | null;
  readonly isEstimate: boolean;
  readonly capacity: Known;
  readonly isContracted: boolean;
  readonly annualValueCents: Known;
  readonly trede: Known;
}

export function marketOf(country: Country, form: string, region: string, municipalities: readonly string[]): Told {
  const codes = country.beneath(form);
  const isHere = (one: Told) => one.region.code === region && codes.includes(one.careForm.code);
  const declared = country.declarations.filter(isHere);
  const values = contracted(country, form, region);
  const ids = [...new Set<string>([...declared.map(({ provider }) => provider.id), ...values.keys()])].sort();
  const own = (id: string) => declared.filter(({ provider }) => provider.id === id);
  const amounts = ids.map((id) => total(own(id).map(({ amountCents }) => amountCents)));
  const paid = amounts.map((amount) => Math.max(amount, 0));
  const amountCents = total(paid);
  const { count, isPartial } = youngPeople(country, form, region, municipalities);
  const heads = count === null || amountCents === 0 ? null : divided(count, paid);
  const year = days(startOf(before(country.quarter, 3)), endOf(country.quarter));
  const beds = ids.map((id) => {
    const stays = own(id).filter(({ unit }) => unit === 'DAY');
    return stays.length === 0 ? null : over(total(stays.map(({ volume }) => volume)), year);
  });
  const isAllotted = paid.filter((amount) => amount > 0).length > 1 || isPartial;
  const placesOf = (byHeads: Known, byBeds: Known, isEstimate: boolean) => {
    if (byHeads !== null) return { places: byHeads, placesBasis: 'MUNICIPAL_REPORTS', isEstimate };
    const basis = byBeds === null ? null : 'DECLARED_DAYS';
    return { places: whole(byBeds), placesBasis: basis, isEstimate: byBeds !== null };
  };
  const providers = ids.map(
    (id, at): Share => ({
      ...{ id, amountCents: amounts[at] as number, share: over(paid[at] as number, amountCents) },
      ...placesOf(heads && (heads[at] as number), beds[at] ?? null, isAllotted),
      capacity: whole(over(beds[at] ?? null, occupancyOf(country, id))),
      ...{ isContracted: values.has(id), annualValueCents: values.get(id) ?? null, trede: tredeOf(country, id) },
    }),
  );
  const active = providers.filter(({ amountCents: amount }) => amount > 0);
  const allBeds = declared.length === 0 ? null : sum(beds.filter((_, at) => own(ids[at] as string).length > 0));
  const referred = country.referrals.filter(isHere);
  const waited = referred.filter(({ waitingDays }) => waitingDays !== null);
  return {
    ...{ amountCents, active: active.length, providers },
    ...placesOf(count, count === null ? allBeds : null, isPartial),
    capacity: active.length === 0 ? null : sum(active.map(({ capacity }) => capacity)),
    waiting: referred.length === 0 ? null : total(referred.map(({ referrals, starts }) => referrals - starts)),
    waitingDays: over(
      total(waited.map(({ waitingDays, starts }) => waitingDays * starts)),
      total(waited.map(({ starts }) => starts)),
    ),
    largestShare: amountCents === 0 ? null : Math.max(...providers.map(({ share }) => share ?? 0)),
    hhi: amountCents === 0 ? null : total(providers.map(({ share }) => (share ?? 0) ** 2)),
  };
}
