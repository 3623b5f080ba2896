import { type EntityManager, In } from 'typeorm';
import { Disclosure, Municipality, Notice, Party } from '../../entities';
import type { DisclosureInput } from '../../schema/disclosure-input';
import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { sayNotice } from '../domain/sharing/notice';
import { Conflict, Invalid, type Problem } from '../errors';
import { mayBeDisclosedTo, subjectOf } from '../policy/disclosable';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';
import { identityOf } from './identity-of';
import { refuseUnknown } from './refuse-unknown';

/**
 * Shares categories of providers or municipalities by name with one party (covenant Bijlage 3). Each party concerned gets
 * its notice in the same transaction, and the database refuses a disclosure without one. The same on the same day is shared
 * once.
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
    const ids: string[] = [];
    const made: string[] = [];
    for (const party of concerned) {
      const categories = input.categories.filter((category) => subjectOf(category) === kindOf(party)).sort();
      const { purpose, legalBasis } = { purpose: input.purpose.trim(), legalBasis: input.legalBasis.trim() };
      const shared: Omit<Disclosure, 'id' | 'noticeId'> = {
        ...{ recipientPartyId: recipient.id, concernedPartyId: party.id, deciderPartyId: decider },
        ...{ providerId: party.providerId, municipalityCode: party.municipalityCode, categories, purpose, legalBasis },
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

const kindOf = ({ providerId }: Party) => (providerId === null ? 'municipality' : 'provider');

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

/** Who is to be told: the party of each provider, and of each municipality, named by itself or by its region. */
async function partiesConcerned(tx: EntityManager, input: DisclosureInput): Promise<Party[]> {
  const { recipientKey, providerIds = null, municipalityCodes = null, regionCode = null } = input;
  const providers = (providerIds ?? []).map((id) => keyOfId('Provider', id, 'providerIds'));
  await refuseUnknown(tx, { recipientKey, providerIds: providers, municipalityCodes, regionCode });
  const towns = regionCode
    ? (await tx.findBy(Municipality, { regionCode })).map(({ code }) => code)
    : (municipalityCodes ?? []);
  const problems = problemsOf(input, await tx.findOneByOrFail(Party, { key: recipientKey }), providers, towns);
  if (providers.length + towns.length > AT_ONCE) problems.push(TOO_MANY);
  if (problems.length > 0) throw new Invalid(problems);
  const found = await tx.find(Party, {
    where: [{ providerId: In(providers) }, { municipalityCode: In(towns) }],
    order: { key: 'ASC' },
  });
  if (found.filter(({ providerId }) => providerId !== null).length < new Set(providers).size) {
    throw new Invalid([NOBODY_TO_TELL]);
  }
  return found;
}

function problemsOf(
  { categories }: DisclosureInput,
  recipient: Party,
  providers: readonly string[],
  towns: readonly string[],
): Problem[] {
  const subjects = new Set(categories.map(subjectOf));
  return [
    ...(categories.every((category) => mayBeDisclosedTo(recipient.kind, category)) ? [] : [NOT_FOR_THIS_RECIPIENT]),
    ...(providers.length + towns.length === 0 ? [NOBODY] : []),
    ...(providers.length > 0 !== subjects.has('provider') ? [CATEGORIES_OF_PROVIDERS] : []),
    ...(towns.length > 0 !== subjects.has('municipality') ? [CATEGORIES_OF_MUNICIPALITIES] : []),
  ];
}

type Shared = Omit<Disclosure, 'id' | 'noticeId'>;

/** Of what it says, so that a request that is sent twice shares and tells once. */
function identityOfShare(what: string, { noticedAt, validFrom, ...said }: Shared): string {
  const starts = validFrom > noticedAt ? validFrom.toISOString() : dutchDay(noticedAt);
  return identityOf(what, said, starts);
}

/** Tells first, shares second. */
async function once(
  tx: EntityManager,
  shared: Shared,
  says: ReturnType<typeof sayNotice>,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const disclosure: Disclosure = {
    ...shared,
    id: identityOfShare('disclosure', shared),
    noticeId: identityOfShare('notice', shared),
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

const TOO_MANY = {
  field: 'providerIds',
  en: `Share of at most ${AT_ONCE} parties at once.`,
  nl: `Deel van hoogstens ${AT_ONCE} partijen tegelijk.`,
};
const ENDED_TODAY = {
  en: 'The same was shared and ended today. Say in the purpose why it is shared again.',
  nl: 'Hetzelfde is vandaag al gedeeld en beëindigd. Zeg in het doel waarom het opnieuw wordt gedeeld.',
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
  field: 'providerIds',
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
const CATEGORIES_OF_PROVIDERS = {
  field: 'categories',
  en: 'Name providers when categories of providers are shared, and only then.',
  nl: 'Noem aanbieders als onderdelen van aanbieders worden gedeeld, en alleen dan.',
};
const CATEGORIES_OF_MUNICIPALITIES = {
  field: 'categories',
  en: 'Name municipalities or a region when categories of municipalities are shared, and only then.',
  nl: 'Noem gemeenten of een jeugdregio als onderdelen van gemeenten worden gedeeld, en alleen dan.',
};
