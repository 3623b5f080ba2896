/** A whole delivery by a program: filled in, checked, and submitted when that is asked, in one transaction (portal 4). */
import type { EntityManager } from 'typeorm';
import { actor } from '../actions/actor';
import { writeAnswers } from '../actions/answer-question';
import { correctDelivery } from '../actions/correct-delivery';
import { type Draft, inDraft } from '../actions/in-draft';
import { offerDelivery } from '../actions/offer-delivery';
import { submitDelivery } from '../actions/submit-delivery';
import { ownParty } from '../answers/own-party';
import type { Context } from '../context';
import { NO_DELIVERY, readFilling } from '../delivery/draft/filling';
import { readFindings, type StoredFinding } from '../delivery/draft/findings';
import { obstaclesOf } from '../delivery/draft/obstacles';
import type { Form } from '../domain/intake/form';
import type { Obstacle } from '../domain/intake/may-submit';
import { labelOf } from '../domain/intake/period-label';
import type { Said } from '../domain/language';
import { Invalid, NotFound } from '../errors';
import { type DeliveryBody, type ForeseenAnswer, filledSections } from './delivery-body';
import { takeOver } from './take-over';

export interface Outcome {
  /** SUBMITTED, OFFERED to a second person, kept as a DRAFT, or REFUSED: then nothing of it was kept. */
  readonly result: 'SUBMITTED' | 'OFFERED' | 'DRAFT' | 'REFUSED';
  /** The API id. */
  readonly delivery: string;
  readonly version: number;
  readonly findings: readonly StoredFinding[];
  /** What stands in the way of submitting it. */
  readonly obstacles: readonly Said[];
  readonly receipt: { readonly reference: string; readonly sha256: string; readonly signature: string } | null;
}

/** Throws Forbidden for who delivers nothing, before anything that was sent is looked at. */
export const refuseStrangers = (ctx: Context): unknown => actor(ctx, 'fillIn');

/**
 * Takes a delivery over, in the transaction of `ctx` (see within). What is named of a section replaces all of that section.
 * @throws NotFound when nothing of this uitvraag and period is asked of the party
 */
export async function receiveDelivery(ctx: Context, tx: EntityManager, body: DeliveryBody): Promise<Outcome> {
  const id = await deliveryFor(ctx, tx, body);
  await inDraft(
    ctx,
    'fillIn',
    id,
    'delivery received from a program',
    async (draft) => {
      refuseMisshapen(draft.form, body);
      await takeOver(draft, filledSections(body), 'PROGRAM');
    },
    // An answer changes nothing of what was found.
    (draft) => answer(ctx, draft, body),
  );
  return conclude(ctx, tx, id, body.submit ?? false);
}

/** Single items are one object, and a list is an array of them: anything else would be kept where nobody looks. */
function refuseMisshapen({ sections }: Form, { values }: DeliveryBody): void {
  const wrong = sections.filter(({ code, kind }) => {
    const given = Object.hasOwn(values, code) ? values[code] : undefined;
    return given !== undefined && Array.isArray(given) !== (kind === 'LIST');
  });
  if (wrong.length === 0) return;
  throw new Invalid(wrong.map(({ code, kind }) => ({ field: `values.${code}`, ...SHAPE[kind] })));
}

const SHAPE = {
  LIST: {
    en: 'This section is a list. Give an array of objects, one for each row.',
    nl: 'Dit onderdeel is een lijst. Geef een array van objecten, een per rij.',
  },
  ITEMS: {
    en: 'This section has single items. Give one object with their codes.',
    nl: 'Dit onderdeel heeft losse gegevens. Geef een object met hun codes.',
  },
} as const;

/** The draft of this period; of what was submitted a correction, when a reason is given. */
async function deliveryFor(
  ctx: Context,
  tx: EntityManager,
  { uitvraag, period, correctionReason }: DeliveryBody,
): Promise<string> {
  const rows: { id: string; periodStart: string; periodEnd: string; isSubmitted: boolean }[] = await tx.query(
    `select id, period_start::text as "periodStart", period_end::text as "periodEnd", submitted_at is not null as "isSubmitted"
     from delivery where party_id = $1 and uitvraag_key = $2 order by version desc`,
    [ctx.viewer.partyId, uitvraag],
  );
  const asked = rows.find((one) => labelOf(one.periodStart, one.periodEnd) === period);
  if (!asked) throw new NotFound(NO_DELIVERY);
  const id = `Delivery:${asked.id}`;
  return asked.isSubmitted && correctionReason ? correctDelivery(ctx, id, correctionReason) : id;
}

/** Answers the questions that the program foresaw, all at once: of the same rule, about the same place. */
async function answer(ctx: Context, draft: Draft, { answers = [] }: DeliveryBody): Promise<void> {
  if (answers.length === 0) return;
  actor(ctx, 'answerQuestion');
  const asked = (await readFindings(draft.tx, draft.delivery.id)).filter(({ severity }) => severity === 'QUESTION');
  const given = answers.flatMap((one, at) => {
    const question = asked.find((finding) => isAbout(finding, one));
    return question ? [{ key: question.id, explanation: one.explanation, field: `answers.${at}.explanation` }] : [];
  });
  // Who answers twice means the last one.
  await writeAnswers(draft, [...new Map(given.map((one) => [one.key, one])).values()]);
}

const isAbout = (question: StoredFinding, { rule, section = null, row, field = null }: ForeseenAnswer): boolean =>
  question.rule === rule &&
  question.section === section &&
  question.field === field &&
  (row === undefined ? question.row === null || question.row === 0 : question.row === row);

const keyIn = (id: string) => id.slice('Delivery:'.length);

async function conclude(ctx: Context, tx: EntityManager, id: string, submit: boolean): Promise<Outcome> {
  const filling = await readFilling(tx, keyIn(id), ownParty(ctx));
  const [findings, obstacles] = [await readFindings(tx, keyIn(id)), await obstaclesOf(tx, filling)];
  const said = { delivery: id, version: filling.delivery.version, findings, obstacles: obstacles.map(words) };
  if (!submit) return { result: 'DRAFT', ...said, receipt: null };
  if (obstacles.length > 0) return { result: 'REFUSED', ...said, receipt: null };
  if (filling.party.wantsFourEyes) {
    await offerDelivery(ctx, id);
    return { result: 'OFFERED', ...said, receipt: null };
  }
  await submitDelivery(ctx, id);
  const [receipt]: Outcome['receipt'][] = await tx.query(
    'select reference, sha256, signature from receipt where delivery_id = $1',
    [keyIn(id)],
  );
  return { result: 'SUBMITTED', ...said, receipt: receipt ?? null };
}

const words = ({ nl, en }: Obstacle): Said => ({ nl, en });
