/**
 * The life of a delivery as a table. A version that was submitted never changes: a correction is a new version.
 *
 * Four eyes: the second person is never the one who offered it. Whoever changed the values last may be the second person,
 * because the first has seen those values before offering them, so two people have. Nothing is changed while it awaits the
 * second person: what that person submits is exactly what the first one offered.
 */
import { fill } from '../fill';
import type { Said } from '../language';
import { DELIVERY_STATUSES, type DeliveryStatus, type PartyFunction } from '../vocabulary';

export const STEPS = [
  'CHANGE',
  'OFFER',
  'WITHDRAW',
  'SEND_BACK',
  'SUBMIT',
  'RETURN',
  'ACCEPT',
  'CORRECT',
  'DROP',
] as const;
export type DeliveryStep = (typeof STEPS)[number];

export interface Life {
  readonly status: DeliveryStatus;
  readonly version: number;
  readonly offeredBy: string | null;
  readonly submittedBy: string | null;
  /** How far a newer version than this one is. */
  readonly newer: 'NONE' | 'BEGUN' | 'SUBMITTED';
}

export interface Doing {
  readonly step: DeliveryStep;
  readonly by: string;
  readonly functions: readonly PartyFunction[];
  /** Of the party that delivers, not of the JA. */
  readonly isOfParty: boolean;
  readonly wantsFourEyes: boolean;
}

interface Row {
  readonly from: readonly DeliveryStatus[];
  /** Null: it is there no longer. */
  readonly to: DeliveryStatus | null;
  readonly by: readonly PartyFunction[];
  readonly side: 'PARTY' | 'JA';
  readonly needsReason: boolean;
  readonly says: Said;
}

const FILLERS = ['PREPARER', 'APPROVER'] as const;
const OF_JA = ['ANALYST', 'SUPERVISOR'] as const;

// biome-ignore format: it is a table, and is read as one
export const TRANSITIONS = {
  CHANGE:    { from: ['CONCEPT'],                            to: 'CONCEPT', by: FILLERS, side: 'PARTY', needsReason: false, says: { nl: 'wijzigen', en: 'change it' } },
  OFFER:     { from: ['CONCEPT'],                            to: 'AWAITING_SECOND_PERSON', by: FILLERS, side: 'PARTY', needsReason: false, says: { nl: 'ter goedkeuring sturen', en: 'offer it for approval' } },
  WITHDRAW:  { from: ['AWAITING_SECOND_PERSON'],             to: 'CONCEPT', by: FILLERS, side: 'PARTY', needsReason: false, says: { nl: 'terugnemen', en: 'withdraw it' } },
  SEND_BACK: { from: ['AWAITING_SECOND_PERSON'],             to: 'CONCEPT', by: ['APPROVER'], side: 'PARTY', needsReason: true, says: { nl: 'terugsturen naar uw collega', en: 'send it back to your colleague' } },
  SUBMIT:    { from: ['CONCEPT', 'AWAITING_SECOND_PERSON'],  to: 'SUBMITTED', by: ['APPROVER'], side: 'PARTY', needsReason: false, says: { nl: 'indienen', en: 'submit it' } },
  RETURN:    { from: ['SUBMITTED'],                          to: 'RETURNED', by: OF_JA, side: 'JA', needsReason: true, says: { nl: 'teruggeven', en: 'return it' } },
  ACCEPT:    { from: ['SUBMITTED'],                          to: 'ACCEPTED', by: OF_JA, side: 'JA', needsReason: false, says: { nl: 'accepteren', en: 'accept it' } },
  CORRECT:   { from: ['SUBMITTED', 'RETURNED', 'ACCEPTED'],  to: 'CONCEPT', by: FILLERS, side: 'PARTY', needsReason: true, says: { nl: 'corrigeren', en: 'correct it' } },
  DROP:   { from: ['CONCEPT'],                            to: null, by: FILLERS, side: 'PARTY', needsReason: false, says: { nl: 'laten vervallen', en: 'drop it' } },
} as const satisfies Readonly<Record<DeliveryStep, Row>>;

const REFUSALS = {
  FROM: {
    nl: 'U kunt deze aanlevering nu niet {step}: de status is “{status}”. Ververs de pagina.',
    en: 'You cannot {step} now: the status is “{status}”. Refresh the page.',
  },
  SIDE: {
    nl: 'Alleen {side} kan deze aanlevering {step}.',
    en: 'Only {side} can {step}.',
  },
  FUNCTION: {
    nl: 'Met uw functie kunt u deze aanlevering niet {step}. Vraag een collega die dat wel mag.',
    en: 'With your function you cannot {step}. Ask a colleague who can.',
  },
  OFFER_FIRST: {
    nl: 'Uw organisatie werkt met twee personen. Stuur de aanlevering eerst ter goedkeuring aan een collega.',
    en: 'Your organisation works with two people. Offer the delivery to a colleague for approval first.',
  },
  OFFER_NOT_NEEDED: {
    nl: 'Uw organisatie werkt niet met twee personen. Dien de aanlevering meteen in.',
    en: 'Your organisation does not work with two people. Submit the delivery at once.',
  },
  OFFERER: {
    nl: 'U hebt deze aanlevering zelf ter goedkeuring gestuurd. Laat een collega haar indienen.',
    en: 'You offered this delivery for approval yourself. Let a colleague submit it.',
  },
  REPLACED: {
    nl: 'Er is al een nieuwere versie. Ga daarin verder.',
    en: 'There is a newer version already. Continue there.',
  },
  NO_CORRECTION: {
    nl: 'Alleen een correctie kan vervallen; wat voor het eerst wordt gevraagd, blijft gevraagd.',
    en: 'Only a correction can be dropped; what is asked for the first time stays asked.',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal extends Said {
  readonly code: RefusalCode;
}

const SIDES = {
  PARTY: { nl: 'de organisatie die aanlevert', en: 'the party that delivers' },
  JA: { nl: 'de JA', en: 'the JA' },
} as const satisfies Readonly<Record<string, Said>>;

/** Every reason against a step at once; none when it may be taken. Whether its values allow it is told by may-submit. */
export function refusals(life: Life, doing: Doing): Refusal[] {
  const row: Row = TRANSITIONS[doing.step];
  const status = { nl: DELIVERY_STATUSES[life.status].nl, en: life.status.toLowerCase().replaceAll('_', ' ') };
  const words = { step: row.says, status, side: SIDES[row.side] };
  const codes: (RefusalCode | false)[] = [
    isReplaced(life, row) && 'REPLACED',
    !row.from.includes(life.status) && 'FROM',
    doing.isOfParty !== (row.side === 'PARTY') && 'SIDE',
    !row.by.some((one) => doing.functions.includes(one)) && 'FUNCTION',
    doing.step === 'DROP' && life.version === 1 && 'NO_CORRECTION',
    ...secondPerson(life, doing),
  ];
  return codes.flatMap((code) => (code ? [refusal(code, words)] : []));
}

/** What a party has begun to correct and has not submitted is nothing that the JA sees or has to wait for. */
const isReplaced = ({ newer }: Life, { side }: Row) => (side === 'JA' ? newer === 'SUBMITTED' : newer !== 'NONE');

function secondPerson({ status, offeredBy }: Life, { step, by, wantsFourEyes }: Doing): (RefusalCode | false)[] {
  if (step === 'OFFER') return [!wantsFourEyes && 'OFFER_NOT_NEEDED'];
  // An offer that is under way keeps its four eyes, also when the party no longer wants them.
  if (step !== 'SUBMIT' || (!wantsFourEyes && status === 'CONCEPT')) return [];
  return [
    status === 'CONCEPT' && 'OFFER_FIRST',
    status === 'AWAITING_SECOND_PERSON' && (offeredBy === null || offeredBy === by) && 'OFFERER',
  ];
}

function refusal(code: RefusalCode, words: Readonly<Record<string, Said>>): Refusal {
  const say = (language: 'nl' | 'en') =>
    fill(
      REFUSALS[code][language],
      Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[language]])),
    );
  return { code, nl: say('nl'), en: say('en') };
}

/**
 * The delivery after a step that may be taken: of a correction the new version, and null when it is there no longer.
 * @throws RangeError for a step that was refused
 */
export function afterStep(life: Life, doing: Doing): Life | null {
  const [refused] = refusals(life, doing);
  if (refused) throw new RangeError(refused.en);
  const status: DeliveryStatus | null = TRANSITIONS[doing.step].to;
  if (status === null) return null;
  if (doing.step === 'CORRECT') {
    return { status, version: life.version + 1, offeredBy: null, submittedBy: null, newer: 'NONE' };
  }
  if (doing.step === 'SUBMIT') return { ...life, status, submittedBy: doing.by };
  if (doing.step === 'OFFER') return { ...life, status, offeredBy: doing.by };
  return status === 'CONCEPT' ? { ...life, status, offeredBy: null } : { ...life, status };
}
