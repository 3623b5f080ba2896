import type { Development } from '../../../src/domain/vocabulary';
import { AS_OF, addDays } from '../calendar';
import { formAt } from '../care';
import { Chance } from '../chance';
import type { Party } from '../parties';
import type { World } from '../world';
import { array, line, type Table } from './line';

const COLUMNS = [
  ...['sender_party_id', 'municipality_code', 'region_code', 'dated', 'care_form_codes', 'supply', 'developments'],
  ...['provider_id', 'sent_at'],
];
/** What stories look like to those who may know of no figure. */
const DEVELOPMENTS: readonly (readonly Development[])[] = [
  ['CONTINUITY'],
  ['CONTRACTING', 'CONTINUITY'],
  ['STAFFING', 'WAITING'],
  ['PHASING_OUT'],
];
const DAYS_BACK = { from: 10, to: 300 } as const;

/** What the JA told the region and the seat municipality of providers in trouble (Regeling Jeugdwet art. 8h). */
export function signaalTable({ size, providers, parties }: World): Table {
  return {
    name: 'signaal',
    ids: `${size}/signaal-ids`,
    columns: COLUMNS,
    *rows() {
      const chance = new Chance(`${size}/signalen`);
      const ja = parties.byKey.get('ja') as Party;
      const troubled = providers.filter(({ story }) => story !== null);
      for (const [at, { id, home, seat, profile }] of troubled.entries()) {
        const forms = array([formAt(profile.forms[0] as number).code]);
        const developments = array([...(DEVELOPMENTS[at % DEVELOPMENTS.length] as readonly Development[])]);
        const day = addDays(AS_OF, -chance.whole(DAYS_BACK.from, DAYS_BACK.to));
        const supply = chance.yes(0.3) ? 'EXISTING_SHORTAGE' : 'POSSIBLE_RISK';
        // From a melding it has its date, from analysis it has none.
        const dated = chance.yes(0.5) ? addDays(day, -7) : null;
        for (const municipality of [null, seat.code]) {
          yield line(ja.id, municipality, home.code, dated, forms, supply, developments, id, `${day}T10:00:00Z`);
        }
      }
    },
  };
}
