/** "No risk" beside figures that put the provider on trede 4 or 5. Its own judgement counts: so it is told, and not asked. */
import { assess } from '../../ladder/assess';
import { PRESENT } from '../../models';
import { OUTLOOK_ITEM } from '../../uitvraag/items';
import { withDelivery } from './as-quarter';
import type { CoherenceRule } from './rule';

const GRAVE = 4;

export const OUTLOOK: CoherenceRule = {
  code: 'coherence.outlook',
  severity: 'INFO',
  says: {
    nl: 'U voorziet geen risico, maar deze cijfers komen uit op trede {trede}. U hoeft niets te doen. Twijfelt u? Bel uw contactpersoon bij de JA.',
    en: 'You foresee no risk, but these figures come to trede {trede}. You need not do anything. In doubt? Call your contact at the JA.',
  },
  expected: null,
  find: (delivery) => {
    const outlook = delivery.item(OUTLOOK_ITEM);
    const supposed = outlook?.kept === '0' ? withDelivery(delivery) : null;
    if (!outlook || !supposed) return [];
    const { trede } = assess(supposed.history, supposed.quarter, PRESENT.ladder);
    return trede !== null && trede >= GRAVE ? [{ cells: [outlook], words: { trede: String(trede) } }] : [];
  },
};
