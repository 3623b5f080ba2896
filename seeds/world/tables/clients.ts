import type { Funding } from '../../../src/domain/vocabulary';
import { AS_OF, addDays, yearStart } from '../calendar';
import { CARE_FORMS, formAt } from '../care';
import { Chance } from '../chance';
import type { Delivery } from '../delivering';
import type { World } from '../world';
import { clientDelivery } from './contracts';
import { line, type Table } from './line';

const TARIFF = [
  'provider_id',
  'client_kind',
  'client_municipality_code',
  'client_region_code',
  'region_code',
  'care_form_code',
  'product_code',
  'unit',
  'amount_cents',
  'valid_from',
  'valid_to',
  'delivery_id',
];
const THIS_YEAR = Number(AS_OF.slice(0, 4));
/** Tariffs are indexed once a year. */
const INDEXATION = 1.042;

/** What clients pay per product, in every contract that runs this year: last year's tariff and the one that holds now. */
export function tariffTable(world: World): Table {
  return {
    name: 'tariff',
    ids: `${world.size}/tariff-ids`,
    columns: TARIFF,
    *rows() {
      const chance = new Chance(`${world.size}/tariffs`);
      for (const contract of world.contracts) {
        const runs = contract.startsOn <= yearStart(THIS_YEAR) && contract.endsOn > AS_OF;
        if (!runs || contract.funding === 'TAAK' || !contract.provider.isEws) continue;
        const form = formAt(contract.form);
        const now = form.tariff * 100 * chance.between(0.88, 1.12);
        const product = `${form.code.slice(2)}A${String(chance.whole(1, 24)).padStart(2, '0')}`;
        const who = [
          contract.provider.id,
          contract.clientKind,
          contract.municipalityCode,
          contract.clientRegionCode,
          contract.regionCode,
          form.code,
          product,
          form.unit,
        ] as const;
        // Of national tariffs nobody asks.
        const toldIn = (year: number) =>
          contract.clientKind === 'LTA' ? null : submitted(clientDelivery(world, contract, year));
        const hadOne = contract.startsOn < yearStart(THIS_YEAR) && contract.clientKind !== 'MUNICIPALITY';
        if (hadOne) {
          yield line(
            ...who,
            Math.round(now / INDEXATION),
            yearStart(THIS_YEAR - 1),
            yearStart(THIS_YEAR),
            toldIn(THIS_YEAR - 1),
          );
        }
        yield line(...who, Math.round(now), yearStart(THIS_YEAR), null, toldIn(THIS_YEAR));
      }
    },
  };
}

const TENDER = [
  'region_code',
  'care_form_code',
  'subject',
  'opens_on',
  'starts_on',
  'funding',
  'duration_months',
  'delivery_id',
];

/** The tenders that regions announce for the coming years: public by nature. */
export function tenderTable(world: World): Table {
  return {
    name: 'tender_calendar_entry',
    ids: `${world.size}/tender_calendar_entry-ids`,
    columns: TENDER,
    *rows() {
      const chance = new Chance(`${world.size}/tenders`);
      const regional = CARE_FORMS.filter((form) => !form.isLocal);
      for (const region of world.land.activeRegions) {
        const list = submitted(world.filing.regionYear.get(`${region.code}/${THIS_YEAR}`));
        for (const form of chance.shuffle(regional).slice(0, chance.whole(1, 3))) {
          const startsOn = yearStart(THIS_YEAR + chance.whole(1, 2));
          const funding = chance.weighted<Funding>([
            ['INSPANNING', 6],
            ['OUTPUT', 3],
            ['TAAK', 1],
          ]);
          const opensOn = addDays(startsOn, -chance.whole(150, 420));
          const subject = `Inkoop ${NAMES[form.code] ?? 'jeugdhulp'} ${region.name} vanaf ${startsOn.slice(0, 4)}`;
          yield line(region.code, form.code, subject, opensOn, startsOn, funding, chance.pick([24, 36, 48, 72]), list);
        }
      }
    },
  };
}

/** What was told in a list that was never delivered, somebody else told. */
const submitted = (list: Delivery | undefined) => (list?.submittedAt ? list.id : null);

const NAMES: Readonly<Record<string, string>> = {
  JH12121: 'ambulante jeugdhulp',
  JH12122: 'daghulp',
  JH1221: 'pleegzorg',
  JH1222: 'gezinsgerichte hulp',
  JH1223: 'gesloten jeugdhulp',
  JH1224: 'jeugdhulp met verblijf',
  JB111: 'ondertoezichtstelling',
  JB121: 'voogdij',
  JR1: 'jeugdreclassering',
};
