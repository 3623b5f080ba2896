import type { Said } from '../language';
import type { Frequency } from '../vocabulary';
import { frequencyOf } from './frequency';
import { labelOf } from './period-label';

const WHAT = {
  QUARTER: { nl: 'Kwartaalcijfers', en: 'Quarterly figures' },
  HALF_YEAR: { nl: 'Personeel', en: 'Personnel' },
  YEAR: { nl: 'Jaaropgave', en: 'Yearly figures' },
} as const satisfies Readonly<Record<Frequency, Said>>;

/** "Kwartaalcijfers 2026Q3 (Gegevens voor vroegsignalering)": what a party is asked, by its period and its definition. */
export function taskName(uitvraag: string, periodStart: string, periodEnd: string): Said {
  const what = WHAT[frequencyOf(periodStart, periodEnd)];
  const label = labelOf(periodStart, periodEnd);
  const short = uitvraag.replace(/\s*\(.*\)$/, '');
  return { nl: `${what.nl} ${label} (${short})`, en: `${what.en} ${label} (${short})` };
}
