import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CareForm, Melding, Municipality, Provider, Region } from '../../entities';
import type { MeldingInput } from '../../schema/melding-input';
import type { Context } from '../context';
import { meldingProblems } from '../domain/meldpunt';
import type { PartyFunction } from '../domain/vocabulary';
import { Conflict, Forbidden, Invalid, type Problem } from '../errors';
import { mayAsk } from '../policy/grant';
import { keyOfId } from '../reading/shapes/filters';
import { audit } from './audit';

const MAY_REPORT: readonly PartyFunction[] = ['PREPARER', 'APPROVER', 'ANALYST', 'SUPERVISOR'];

/**
 * Registers a melding in the name of the viewer's party (covenant 3.1.2). Sending the same client key again registers
 * nothing and gives the melding that is there; with other content it is a Conflict.
 * @returns the API id of the melding
 */
export async function registerMelding(ctx: Context, input: MeldingInput): Promise<string> {
  const reporter = reporterOf(ctx);
  const melding = meldingOf(input, reporter, ctx.now);
  return ctx.transaction(async (tx) => {
    await everythingNamedExists(tx, melding);
    melding.regionCode = await regionOf(tx, melding);
    if (!(await isNew(tx, melding))) return `Melding:${await theSameAsBefore(tx, melding)}`;
    await audit(tx, ctx, 'melding registered', 'melding', melding.id);
    return `Melding:${melding.id}`;
  });
}

function reporterOf({ viewer }: Context): string {
  const reports = viewer.functions.some((held) => MAY_REPORT.includes(held)) && mayAsk(viewer, 'melding');
  if (!viewer.partyId) throw new Forbidden(SIGN_IN, 'UNAUTHENTICATED');
  if (!reports) throw new Forbidden(NOT_A_REPORTER);
  return viewer.partyId;
}

function meldingOf(input: MeldingInput, reporterPartyId: string, receivedAt: Date): Melding {
  const { clientKey, reason, moment, careFormCode, effectiveOn, explanation } = input;
  const problems = meldingProblems({ clientKey, reason, moment, careForm: careFormCode, effectiveOn, explanation });
  if (problems.length > 0) {
    throw new Invalid(problems.map((problem) => ({ ...problem, field: FIELD[problem.field] ?? problem.field })));
  }
  return {
    id: randomUUID(),
    reporterPartyId,
    clientKey: clientKey.trim(),
    reason,
    moment: moment ?? null,
    providerId: input.providerId ? keyOfId('Provider', input.providerId) : null,
    municipalityCode: input.municipalityCode ?? null,
    regionCode: input.regionCode ?? null,
    careFormCode: careFormCode ?? null,
    effectiveOn: effectiveOn ?? null,
    explanation: explanation.trim(),
    receivedAt,
  };
}

/** The domain speaks of a care form; the input calls it by its code. */
const FIELD: Readonly<Record<string, string>> = { careForm: 'careFormCode' };

/** What a melding may name: all of it is public, so that saying "unknown" tells nobody anything. */
const NAMED = [
  { field: 'providerId', entity: Provider, key: 'id' },
  { field: 'municipalityCode', entity: Municipality, key: 'code' },
  { field: 'regionCode', entity: Region, key: 'code' },
  { field: 'careFormCode', entity: CareForm, key: 'code' },
] as const;

async function everythingNamedExists(tx: EntityManager, melding: Melding): Promise<void> {
  const problems: Problem[] = [];
  for (const { field, entity, key } of NAMED) {
    const named = melding[field];
    if (named !== null && !(await tx.existsBy(entity, { [key]: named }))) problems.push({ field, ...UNKNOWN });
  }
  if (problems.length > 0) throw new Invalid(problems);
}

/** A melding about a municipality is one about its region, so that it is found there. */
async function regionOf(tx: EntityManager, { municipalityCode, regionCode }: Melding): Promise<string | null> {
  if (municipalityCode === null) return regionCode;
  const municipality = await tx.findOneByOrFail(Municipality, { code: municipalityCode });
  if (regionCode !== null && regionCode !== municipality.regionCode) throw new Invalid([ELSEWHERE]);
  return municipality.regionCode;
}

/** Inserts it, unless the reporter used its key before. */
async function isNew(tx: EntityManager, melding: Melding): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(Melding)
    .values(melding)
    .orIgnore()
    .returning('id')
    .execute();
  return inserted.raw.length > 0;
}

/** The id of the melding with the same key, when it says the same. */
async function theSameAsBefore(tx: EntityManager, melding: Melding): Promise<string> {
  const { reporterPartyId, clientKey } = melding;
  const before = await tx.findOneByOrFail(Melding, { reporterPartyId, clientKey });
  const saysTheSame = CONTENT.every((field) => before[field] === melding[field]);
  if (!saysTheSame) throw new Conflict(KEY_USED);
  return before.id;
}

const CONTENT = [
  'reason',
  'moment',
  'providerId',
  'municipalityCode',
  'regionCode',
  'careFormCode',
  'effectiveOn',
  'explanation',
] as const;

const SIGN_IN = {
  en: 'Sign in to file a melding. Send a bearer token with the request.',
  nl: 'Log in om een melding te doen. Stuur een bearer-token mee met het verzoek.',
};
const NOT_A_REPORTER = {
  en: 'Your account may not file meldingen. Ask a colleague who prepares or approves deliveries.',
  nl: 'Uw account mag geen meldingen doen. Vraag een collega die aanleveringen voorbereidt of ondertekent.',
};
const UNKNOWN = {
  en: 'This is not known here. Look it up first, and use the id or code that the API gives.',
  nl: 'Dit is hier niet bekend. Zoek het eerst op, en gebruik het id of de code die de API geeft.',
};
const ELSEWHERE = {
  field: 'regionCode',
  en: 'The municipality does not lie in this region. Leave the region out, or name its own.',
  nl: 'De gemeente ligt niet in deze regio. Laat de regio weg, of noem haar eigen regio.',
};
const KEY_USED = {
  en: 'This key was used before for a melding with other content. Use a new key for a new melding.',
  nl: 'Deze sleutel is eerder gebruikt voor een melding met andere inhoud. Gebruik een nieuwe sleutel voor een nieuwe melding.',
};
