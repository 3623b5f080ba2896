import { FIGURES } from '../figures';
import type { Language, Said } from '../language';

/** What people call the numbers that indicators use beside the figures of the quarter. */
export const INPUTS = {
  operationalResult: { en: 'operating result', nl: 'operationeel resultaat' },
  inflow: { en: 'young people who came into care', nl: 'instroom jeugdigen' },
  throughflow: { en: 'young people who moved on within care', nl: 'doorstroom jeugdigen' },
  outflow: { en: 'young people who left care', nl: 'uitstroom jeugdigen' },
  waitingDays: { en: 'estimated waiting time in days', nl: 'ingeschatte wachttijd in dagen' },
  liquidityForecast: { en: 'forecast of cash', nl: 'liquiditeitsprognose' },
  staffInflow: { en: 'staff who joined', nl: 'instroom personeel' },
  staffOutflow: { en: 'staff who left', nl: 'uitstroom personeel' },
  formationPrimary: { en: 'formation of the primary process in fte', nl: 'formatie primair proces in fte' },
  occupancyPrimary: { en: 'occupancy of the primary process in fte', nl: 'bezetting primair proces in fte' },
  formationTotal: { en: 'total formation in fte', nl: 'formatie totaal in fte' },
  occupancyTotal: { en: 'total occupancy in fte', nl: 'bezetting totaal in fte' },
  sickness: { en: 'sickness in the primary process', nl: 'ziekteverzuim primair proces' },
  vacancies: { en: 'vacancies', nl: 'vacatures' },
  treatmentDaysRealised: { en: 'realised days of treatment', nl: 'gerealiseerde behandelduur in dagen' },
  treatmentDaysEstimated: { en: 'estimated days of treatment', nl: 'geraamde behandelduur in dagen' },
  bedOccupancyRealised: { en: 'realised occupancy of beds', nl: 'gerealiseerde bedbezetting' },
  bedOccupancyBudgeted: { en: 'budgeted occupancy of beds', nl: 'begrote bedbezetting' },
  contracts: { en: 'running contracts', nl: 'lopende contracten' },
  contractValue: { en: 'yearly value of the running contracts', nl: 'jaarwaarde van de lopende contracten' },
  declarations: { en: 'declarations per client', nl: 'declaraties per opdrachtgever' },
  deliveries: { en: 'deliveries that were due', nl: 'aanleveringen die verwacht werden' },
} as const satisfies Readonly<Record<string, Said>>;
export type InputName = keyof typeof INPUTS;

const NAMES: Readonly<Record<string, Said>> = { ...FIGURES, ...INPUTS };

/** The name of an input in words. A client, a contract and an uitvraag are called by their own code. */
export function nameOfInput(name: string, language: Language): string {
  return Object.hasOwn(NAMES, name) ? (NAMES[name]?.[language] ?? name) : name;
}
