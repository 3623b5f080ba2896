/** What the language says of the parts of a draft, of tasks, and of what a delivery means. */
import type { Sight } from '../sight';
import { type Arguments, link, type Told } from '../told';
import { inLanguage } from '../worked-out';
import type { Row } from '../world';

const said = (property: string) => (row: Row, _see: Sight, args: Arguments) => inLanguage(row[property], args);
const allSaid = (property: string) => (row: Row, _see: Sight, args: Arguments) =>
  (row[property] as readonly unknown[]).map((one) => inLanguage(one, args));
const delivery = link('Delivery', 'deliveryId');

export const Draft: Told = {
  values: {
    delivery,
    obstacles: allSaid('obstacles'),
    findings: (row, _see, { severity }) =>
      (row.findings as readonly Row[]).filter((one) => !severity || one.severity === severity),
  },
};
export const DraftSection: Told = { values: { label: said('label') } };
export const DraftField: Told = { values: { label: said('label') } };
export const DraftCell: Told = { values: { written: said('written') } };
export const DraftFinding: Told = { values: { expected: said('expected'), message: said('message') } };

export const UitvraagBurden: Told = { values: { name: said('name'), says: said('says') } };

export const Task: Told = { values: { delivery, name: said('name'), says: said('says') } };

export const DeliveryMeaning: Told = { values: { met: allSaid('met'), near: allSaid('near'), says: said('says') } };
export const OwnTrend: Told = { values: { says: said('says'), peers: said('peers') } };
