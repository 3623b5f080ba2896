import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Disclosure, Notice, Party } from '../../entities';
import type { DisclosureInput } from '../../schema/disclosure-input';
import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { sayNotice } from '../domain/sharing/notice';
import { Conflict, Invalid, type Problem } from '../errors';
import { mayBeDisclosedTo, type Subject, subjectsOf } from '../policy/disclosable';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';
import { identityOf } from './identity-of';
import { refuseUnknown } from './refuse-unknown';

/**
 * Shares categories of providers, municipalities or a region by name with one party (covenant Bijlage 3). Each party concerned
 * gets its notice in the same transaction, and the database refuses a disclosure without one. What one call shares is one act; the
 * same call on the same day is the same act.
 * @returns the API ids of the disclosures: one for each party concerned
 */
export function disclose(ctx: Context, input: DisclosureInput): Promise<string[]> {
  const decider = actor(ctx, 'disclose');
  const noticedAt = wholeSecond(ctx.now);
  const validFrom = input.validFrom ? wholeSecond(input.validFrom) : noticedAt;
  const validTo = wholeSecond(input.validTo);
  refuseWrongTimes(noticedAt, validFrom, validTo);
  return ctx.transaction(async (tx) => {
    const concerned = await partiesConcerned(tx, input);
    const recipient = await tx.findOneByOrFail(Party, { key: input.recipientKey });
    const { purpose, legalBasis } = { purpose: input.purpose.trim(), legalBasis: input.legalBasis.trim() };
    const categories = [...new Set(input.categories)].sort();
    const said = [decider, recipient.id, concerned.map(({ id }) => id), categories, purpose, legalBasis, validTo];
    const actId = identityOf('act', said, validFrom > noticedAt ? validFrom : dutchDay(noticedAt));
    const ids: string[] = [];
    const made: string[] = [];
    for (const party of concerned) {
      const ofParty = categories.filter((category) => subjectsOf(category).has(subjectIs(party)));
      // A municipality is told of nothing when only its region is concerned.
      if (ofParty.length === 0) continue;
      const shared: Shared = {
        ...{ actId, recipientPartyId: recipient.id, concernedPartyId: party.id, deciderPartyId: decider },
        ...{ ...subjectOf(party), concernedKind: party.kind, categories: ofParty, purpose, legalBasis },
        ...{ validFrom, validTo, noticedAt, endedAt: null },
      };
      const disclosure = await once(tx, shared, sayNotice({ ...shared, ...namesAndDays(party, recipient, shared) }));
      ids.push(`Disclosure:${disclosure.id}`);
      if (disclosure.isNew) made.push(disclosure.id);
    }
    // At the end: whoever writes in the log makes others wait for the end.
    for (const id of made) await audit(tx, ctx, 'information disclosed', 'disclosure', id);
    return ids;
  });
}

/** The clock of the database counts what is signed in seconds: what begins now has begun. */
const wholeSecond = (moment: Date) => new Date(Math.floor(moment.getTime() / 1000) * 1000);

const subjectIs = ({ providerId, municipalityCode }: Party): Subject => {
  if (providerId !== null) return 'provider';
  return municipalityCode === null ? 'region' : 'municipality';
};

/** Whose it is. A municipality lies in a region, and is not that region. */
const subjectOf = (party: Party): Pick<Disclosure, 'providerId' | 'municipalityCode' | 'regionCode'> => ({
  providerId: party.providerId,
  municipalityCode: party.municipalityCode,
  regionCode: subjectIs(party) === 'region' ? party.regionCode : null,
});

const namesAndDays = (
  concerned: Party,
  recipient: Party,
  { validFrom, validTo }: Pick<Disclosure, 'validFrom' | 'validTo'>,
) => ({
  concerned: concerned.name,
  recipient: recipient.name,
  from: dutchDay(validFrom),
  to: dutchDay(validTo),
});

function refuseWrongTimes(now: Date, from: Date, to: Date): void {
  const problems: Problem[] = [];
  if (from < now) problems.push(IN_THE_PAST);
  if (to <= from || to <= now) problems.push(ENDS_FIRST);
  if (problems.length > 0) throw new Invalid(problems);
}

/** Who is to be told: the party of each provider, of each municipality, and of a region with all its municipalities. */
async function partiesConcerned(tx: EntityManager, input: DisclosureInput): Promise<Party[]> {
  const { recipientKey, providerIds, municipalityCodes, regionCode = null } = input;
  const providers = (providerIds ?? []).map((id) => keyOfId('Provider', id, 'providerIds'));
  const towns = municipalityCodes ?? [];
  await refuseUnknown(tx, { recipientKey, providerIds: providers, municipalityCodes: towns, regionCode });
  const where: FindOptionsWhere<Party>[] = [{ providerId: In(providers) }, { municipalityCode: In(towns) }];
  if (regionCode) where.push({ regionCode });
  const found = await tx.find(Party, { where, order: { key: 'ASC' } });
  const problems = problemsOf(input, await tx.findOneByOrFail(Party, { key: recipientKey }));
  if (found.length > AT_ONCE || providers.length > AT_ONCE) problems.push(tooMany(input));
  if (problems.length > 0) throw new Invalid(problems);
  const told = new Set(found.map(({ providerId }) => providerId));
  if (providers.some((provider) => !told.has(provider))) throw new Invalid([NOBODY_TO_TELL]);
  return found;
}

function problemsOf(
  { categories, providerIds, municipalityCodes, regionCode }: DisclosureInput,
  recipient: Party,
): Problem[] {
  const named: Subject[] = [
    ...((providerIds ?? []).length > 0 ? ['provider' as const] : []),
    ...((municipalityCodes ?? []).length > 0 ? ['municipality' as const] : []),
    ...(regionCode ? ['region' as const] : []),
  ];
  const subjects = categories.map(subjectsOf);
  const isWhole = subjects.every((of) => named.some((subject) => of.has(subject)));
  const isUsed = named.every((subject) => subjects.some((of) => of.has(subject)));
  return [
    ...(categories.every((category) => mayBeDisclosedTo(recipient.kind, category)) ? [] : [NOT_FOR_THIS_RECIPIENT]),
    ...(named.length === 0 ? [NOBODY] : []),
    ...(isWhole && isUsed ? [] : [CATEGORIES_OF_OTHERS]),
  ];
}

type Shared = Omit<Disclosure, 'id' | 'noticeId'>;

/** Tells first, shares second. Once for each party in an act: a request that is sent twice tells once. */
async function once(
  tx: EntityManager,
  shared: Shared,
  says: ReturnType<typeof sayNotice>,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const disclosure: Disclosure = {
    ...shared,
    id: identityOf('disclosure', shared.actId, shared.concernedPartyId),
    noticeId: identityOf('notice', shared.actId, shared.concernedPartyId),
  };
  const notice: Notice = {
    id: disclosure.noticeId,
    senderPartyId: disclosure.deciderPartyId,
    concernedPartyId: disclosure.concernedPartyId,
    availableAt: disclosure.noticedAt,
    saysNl: says.nl,
    saysEn: says.en,
  };
  const told = await tx.createQueryBuilder().insert().into(Notice).values(notice).orIgnore().returning('id').execute();
  const isNew = told.raw.length > 0;
  if (isNew) await tx.insert(Disclosure, disclosure);
  else if ((await tx.findOneByOrFail(Disclosure, { id: disclosure.id })).endedAt) throw new Conflict(ENDED_TODAY);
  return { id: disclosure.id, isNew };
}

/** As many as one answer shows. */
const AT_ONCE = 100;

const WHO = ['providerIds', 'municipalityCodes', 'regionCode'] as const;

/** Says of which fields there are too many parties: of those that were given. */
const tooMany = (input: DisclosureInput): Problem => ({
  field: WHO.filter((field) => (input[field] ?? []).length > 0).join('/'),
  en: `Share of at most ${AT_ONCE} parties at once.`,
  nl: `Deel van hoogstens ${AT_ONCE} partijen tegelijk.`,
});
const ENDED_TODAY = {
  en: 'The same was shared today, and ended for some or all of those concerned. Say in the purpose why it is shared again.',
  nl: 'Hetzelfde is vandaag al gedeeld, en voor een of meer betrokkenen beëindigd. Zeg in het doel waarom het opnieuw wordt gedeeld.',
};
const IN_THE_PAST = {
  field: 'validFrom',
  en: 'A disclosure cannot begin before the party concerned is told. Leave this out to begin now.',
  nl: 'Een verstrekking kan niet ingaan voordat de betrokkene is ingelicht. Laat dit leeg om nu te beginnen.',
};
const ENDS_FIRST = {
  field: 'validTo',
  en: 'Give a moment that lies ahead, after the disclosure begins.',
  nl: 'Geef een moment in de toekomst, na het begin van de verstrekking.',
};
const NOBODY = {
  field: WHO.join('/'),
  en: 'Name whose information is shared: providers, municipalities, or a region.',
  nl: 'Noem wiens informatie wordt gedeeld: aanbieders, gemeenten of een jeugdregio.',
};
const NOBODY_TO_TELL = {
  field: 'providerIds',
  en: 'One of these providers takes no part in the early warning system: there is nobody to tell, and nothing to share.',
  nl: 'Een van deze aanbieders doet niet mee aan het Early Warning System: er is niemand in te lichten en niets te delen.',
};
const NOT_FOR_THIS_RECIPIENT = {
  field: 'categories',
  en: 'Not all of this may be shared with this kind of party. See docs/authorization.md: the cells that say "granted".',
  nl: 'Niet alles hiervan mag met dit soort partij worden gedeeld. Zie docs/authorization.md: de cellen met "granted".',
};
const CATEGORIES_OF_OTHERS = {
  field: 'categories',
  en: 'Each kind of information is of providers, or of municipalities and regions. Name everybody whose information this is, and nobody else.',
  nl: 'Elk onderdeel is van aanbieders, of van gemeenten en jeugdregio’s. Noem iedereen van wie deze informatie is, en niemand anders.',
};
