import type { Queries } from './rows';

/** Any number will do. Two refreshes at once would each count without the other. */
const LOCK = 20_260_930;

/** Waits until no other transaction makes summaries; others wait until this one ends. */
export const refreshAlone = (tx: Queries): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
