import type { World } from '../world';
import { line, type Table } from './line';

const COLUMNS = [
  'id',
  'party_id',
  'provider_id',
  'uitvraag_key',
  'uitvraag_version',
  'period_start',
  'period_end',
  'version',
  'status',
  'due_on',
  'submitted_at',
  'correction_reason',
];

/** What was asked of whom, and what came of it: delivered, late, corrected, or still a concept past its due date. */
export function deliveryTable({ filing }: World): Table {
  return {
    name: 'delivery',
    columns: COLUMNS,
    *rows() {
      for (const d of filing.all) {
        const { id, party, uitvraag, start, end, version, status, dueOn, submittedAt, correctionReason } = d;
        yield line(
          id,
          party.id,
          party.providerId,
          uitvraag,
          1,
          start,
          end,
          version,
          status,
          dueOn,
          submittedAt,
          correctionReason,
        );
      }
    },
  };
}
