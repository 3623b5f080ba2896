/** Lists that are too long for a form: from the draft into the archive in one statement each. */
import type { Changed } from '../../actions/refresh-summaries';
import type { Landing } from './landing';

const DECLARED =
  'insert into declaration (provider_id, municipality_code, region_code, care_form_code, delivery_id, period_start, period_end, amount_cents, volume, unit)';

/** Lands the lines of a section: they are in the draft of the delivery, in the order of the fields of the form. */
export const LAND_LINES: Readonly<Record<string, (landing: Landing) => Promise<Changed>>> = {
  async declarations({ tx, delivery }) {
    await tx.query(
      `${DECLARED}
       select $2, m.code, m.region_code, l.cells[2], $1, $3, $4, l.cells[3]::bigint, l.cells[4]::numeric, l.cells[5]
       from draft_line l
       join municipality m on m.code = l.cells[1]
       where l.delivery_id = $1 and l.section = 'declarations'`,
      [delivery.id, delivery.providerId, delivery.periodStart, delivery.periodEnd],
    );
    return { providerIds: [delivery.providerId as string] };
  },

  async nationalDeclarations({ tx, delivery }) {
    const landed: { id: string }[] = await tx.query(
      `with landed as (
         ${DECLARED}
         select p.id, m.code, m.region_code, l.cells[3], $1, $2, $3, l.cells[4]::bigint, l.cells[5]::numeric, l.cells[6]
         from draft_line l
         join provider p on p.kvk_number = l.cells[1]
         join municipality m on m.code = l.cells[2]
         where l.delivery_id = $1 and l.section = 'nationalDeclarations'
         returning provider_id
       )
       select distinct provider_id as id from landed`,
      [delivery.id, delivery.periodStart, delivery.periodEnd],
    );
    return { providerIds: landed.map(({ id }) => id) };
  },

  async referrals({ tx, delivery }) {
    await tx.query(
      `insert into referral (municipality_code, region_code, care_form_code, referrer_code, delivery_id, period_start, period_end,
         referrals, starts, waiting_days)
       select m.code, m.region_code, l.cells[2], l.cells[3], $1, $2, $3, l.cells[4]::integer, l.cells[5]::integer,
         nullif(l.cells[6], '')::numeric
       from draft_line l
       join municipality m on m.code = l.cells[1]
       where l.delivery_id = $1 and l.section = 'referrals'`,
      [delivery.id, delivery.periodStart, delivery.periodEnd],
    );
    // What is in no summary needs no refresh.
    return {};
  },
};
