/** What is told of a melding to whoever reported it without signing in. */
import { answer } from '../worked-out';

export const meldingReceipt = answer('MeldingReceipt', { reference: 'text', issuedAt: 'timestamptz' });
