/** The cases of the draaiboek: opened, put before an inspection, and closed by the JA (draaiboek 2). */
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import { CaseParty, DraaiboekCase, EwsDesignation, Party } from '../../entities';
import type { CaseInput, PlanInput } from '../../schema/case-input';
import type { Context } from '../context';
import type { CaseRole } from '../domain/vocabulary';
import { Conflict, Invalid, NotFound } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { actor } from './actor';
import { audit } from './audit';
import { refuseUnknown } from './refuse-unknown';

/**
 * Opens a case: from now on its regievoerder may read of the provider what the table says.
 * @returns the API id of the case
 */
export function openCase(ctx: Context, input: CaseInput): Promise<string> {
  actor(ctx, 'openCase');
  const providerId = keyOfId('Provider', input.providerId, 'providerId');
  const clientKeys = input.clientKeys ?? [];
  return ctx.transaction(async (tx) => {
    await refuseUnknown(tx, { providerId, regionCode: input.leadRegionCode ?? null, clientKeys });
    const leadRegionCode = input.leadRegionCode ?? (await accountRegionOf(tx, providerId));
    const opened: DraaiboekCase = {
      ...{ id: randomUUID(), providerId, leadRegionCode, trede: input.trede, openedAt: ctx.now, closedAt: null },
    };
    const clients = await tx.findBy(Party, { key: In(clientKeys) });
    if (clients.some(({ kind }) => kind !== 'MUNICIPALITY' && kind !== 'REGION')) throw new Invalid([NOT_A_CLIENT]);
    const lead = await tx.findOneByOrFail(Party, { kind: 'REGION', regionCode: leadRegionCode });
    await ctx.asSystem(tx, async () => {
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(DraaiboekCase)
        .values(opened)
        .orIgnore()
        .returning('id')
        .execute();
      if (raw.length === 0) throw new Conflict(OPEN_ALREADY);
      await take(tx, opened, [lead], 'LEAD', ctx.now);
      await take(tx, opened, clients, 'CLIENT', ctx.now);
    });
    await audit(tx, ctx, 'case opened', 'draaiboek_case', opened.id);
    return `DraaiboekCase:${opened.id}`;
  });
}

/** The plan of an open case goes to an inspection for its judgement (draaiboek: trede 4 to 6). Once is enough. */
export function presentPlan(ctx: Context, { caseId, recipientKey }: PlanInput): Promise<string> {
  actor(ctx, 'presentPlan');
  const id = keyOfId('DraaiboekCase', caseId, 'caseId');
  return ctx.transaction(async (tx) => {
    const recipient = await tx.findOneBy(Party, { key: recipientKey, kind: 'INSPECTION' });
    if (!recipient) throw new Invalid([NO_INSPECTION]);
    await ctx.asSystem(tx, async () => take(tx, await openCaseOf(tx, id), [recipient], 'PLAN_PRESENTED', ctx.now));
    await audit(tx, ctx, 'plan presented', 'draaiboek_case', id);
    return caseId;
  });
}

/** Closes a case: what others could read because of it is gone at once. */
export function closeCase(ctx: Context, caseId: string): Promise<string> {
  actor(ctx, 'closeCase');
  const id = keyOfId('DraaiboekCase', caseId, 'id');
  return ctx.transaction(async (tx) => {
    await ctx.asSystem(tx, async () => {
      await openCaseOf(tx, id);
      await tx.update(DraaiboekCase, { id }, { closedAt: ctx.now });
      await tx.update(CaseParty, { caseId: id, until: IsNull() }, { until: ctx.now });
    });
    await audit(tx, ctx, 'case closed', 'draaiboek_case', id);
    return caseId;
  });
}

async function accountRegionOf(tx: EntityManager, providerId: string): Promise<string> {
  const designation = await tx.findOneBy(EwsDesignation, { providerId });
  if (!designation) throw new Invalid([NO_LEAD]);
  return designation.accountRegionCode;
}

/** Locked until the end of the transaction: nobody is let into a case that is being closed. */
async function openCaseOf(tx: EntityManager, id: string): Promise<DraaiboekCase> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = await tx.findOne(DraaiboekCase, { where: { id, closedAt: IsNull() }, lock });
  if (!found) throw new NotFound(NO_CASE);
  return found;
}

async function take(
  tx: EntityManager,
  { id: caseId, providerId, leadRegionCode }: DraaiboekCase,
  parties: readonly Party[],
  role: CaseRole,
  since: Date,
): Promise<void> {
  const rows = parties.map(({ id: partyId }) => ({ caseId, providerId, leadRegionCode, partyId, role, since }));
  if (rows.length > 0) await tx.createQueryBuilder().insert().into(CaseParty).values(rows).orIgnore().execute();
}

const OPEN_ALREADY = {
  en: 'This provider has an open case. Ask for it with cases, or close it first.',
  nl: 'Deze aanbieder heeft een open casus. Vraag die op met cases, of sluit haar eerst.',
};
const NOT_A_CLIENT = {
  field: 'clientKeys',
  en: 'Only municipalities and regions take part as clients, such as "municipality:GM0014".',
  nl: 'Alleen gemeenten en jeugdregio’s doen mee als opdrachtgever, zoals "municipality:GM0014".',
};
const NO_LEAD = {
  field: 'leadRegionCode',
  en: 'This provider has no accounthoudende region. Name the region that leads.',
  nl: 'Deze aanbieder heeft geen accounthoudende regio. Noem de regio die de regie voert.',
};
const NO_INSPECTION = {
  field: 'recipientKey',
  en: 'Name an inspection, such as "inspection:IGJ".',
  nl: 'Noem een inspectie, zoals "inspection:IGJ".',
};
const NO_CASE = {
  en: 'There is no such open case. Ask for the cases, and use the id as the API gives it.',
  nl: 'Deze open casus is er niet. Vraag de casussen op, en gebruik het id zoals de API dat geeft.',
};
