/** That a delivery "d" was submitted and no newer version of it was: what it says holds, unless another delivery says otherwise. */
export const STANDS = `d.submitted_at is not null and not exists (
  select from delivery newer
  where newer.party_id = d.party_id and newer.uitvraag_key = d.uitvraag_key and newer.period_start = d.period_start
    and newer.period_end = d.period_end and newer.version > d.version and newer.submitted_at is not null
)`;
