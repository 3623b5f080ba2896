/** What was delivered and cannot be right, and where figures come from that were not delivered. */
import * as entity from '../../../entities';
import { computed, one, part, shape } from '../shape';
import { ascending, descending, fromQuarter, inQuarter, is, ofProvider, toQuarter } from './filters';
import { inLanguage, usedNumbers } from './used';

export const finding = shape('Finding', entity.Finding, {
  fields: {
    provider: one('Provider', { id: 'provider_id' }),
    figures: usedNumbers('UsedFigure', 'figures'),
    says: inLanguage('says'),
  },
  filters: {
    providerId: ofProvider,
    quarter: inQuarter,
    from: fromQuarter,
    to: toQuarter,
    severity: is('severity'),
  },
  sorts: { QUARTER_DESC: descending('quarter'), QUARTER_ASC: ascending('quarter', 'date') },
});

const column = (name: string) => computed((row) => `${row}.${name}`);

export const usedFigure = part('UsedFigure', {
  name: column('name'),
  value: column('value'),
  period: column('period'),
  source: column('source'),
});

export const figureOrigin = part('FigureOrigin', {
  figure: column('figure'),
  source: column('source'),
  inputs: usedNumbers('UsedFigure', 'inputs'),
});
