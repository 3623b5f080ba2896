/**
 * Who may act: mutation -> what the party must be able to read, and the functions inside it of which one is needed. Reading
 * is decided by the kind of party alone; acting also by what somebody does inside the party.
 */
import type { PartyFunction } from '../domain/vocabulary';
import type { FIELDS } from './fields';
import { mayAsk } from './grant';
import type { Information } from './table';
import type { Viewer } from './viewer';

interface Act {
  readonly reads: Information;
  /** Null: for who has not signed in, and has none. */
  readonly functions: readonly PartyFunction[] | null;
}

const REPORTS: readonly PartyFunction[] = ['PREPARER', 'APPROVER', 'ANALYST', 'SUPERVISOR'];
const FILLS_IN: readonly PartyFunction[] = ['PREPARER', 'APPROVER'];
const SUBMITS: readonly PartyFunction[] = ['APPROVER'];
const FOLLOWS_UP: readonly PartyFunction[] = ['ANALYST', 'SUPERVISOR'];
const DECIDES: readonly PartyFunction[] = ['SUPERVISOR'];

export type Mutation = keyof typeof FIELDS.Mutation;

/** Only the JA reads signals: what asks for that is for the JA alone. */
export const ACTS: Readonly<Record<Mutation, Act>> = {
  registerMelding: { reads: 'melding', functions: REPORTS },
  reportAnonymously: { reads: 'meldingReceipt', functions: null },
  markSignalSeen: { reads: 'signal', functions: FOLLOWS_UP },
  sendSignaal: { reads: 'signal', functions: FOLLOWS_UP },
  disclose: { reads: 'signal', functions: DECIDES },
  endDisclosure: { reads: 'signal', functions: DECIDES },
  openCase: { reads: 'signal', functions: DECIDES },
  presentPlan: { reads: 'signal', functions: DECIDES },
  closeCase: { reads: 'signal', functions: DECIDES },
  fillIn: { reads: 'draft', functions: FILLS_IN },
  confirmNoChange: { reads: 'draft', functions: FILLS_IN },
  answerQuestion: { reads: 'draft', functions: FILLS_IN },
  offerDelivery: { reads: 'draft', functions: FILLS_IN },
  withdrawDelivery: { reads: 'draft', functions: FILLS_IN },
  sendBackDelivery: { reads: 'draft', functions: SUBMITS },
  submitDelivery: { reads: 'draft', functions: SUBMITS },
  correctDelivery: { reads: 'draft', functions: FILLS_IN },
  dropCorrection: { reads: 'draft', functions: FILLS_IN },
  tellTimeTaken: { reads: 'draft', functions: FILLS_IN },
  openCalendarFeed: { reads: 'draft', functions: FILLS_IN },
  closeCalendarFeed: { reads: 'draft', functions: FILLS_IN },
  returnDelivery: { reads: 'signal', functions: FOLLOWS_UP },
  acceptDelivery: { reads: 'signal', functions: FOLLOWS_UP },
};

/** May this viewer do this at all? */
export function mayAct(viewer: Viewer, mutation: Mutation): boolean {
  const { reads, functions } = ACTS[mutation];
  return mayAsk(viewer, reads) && (functions === null || viewer.functions.some((held) => functions.includes(held)));
}
