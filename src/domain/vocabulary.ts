/**
 * The words of the field, each with its Dutch term and its meaning. One table per word list: the database checks, the
 * GraphQL enums, the documentation and the screens are all made from it (covenant, Regeling Jeugdwet 8g, iJw 3.2).
 */
export interface Word {
  /** The term on a Dutch screen. */
  readonly nl: string;
  /** What it means, for the documentation of the API. */
  readonly says: string;
}
export type Words = Readonly<Record<string, Word>>;

/** The values of a word list, in the order of the table. */
export function valuesOf<T extends Words>(words: T): (keyof T & string)[] {
  return Object.keys(words);
}

export const PARTY_KINDS = {
  JA: { nl: 'Jeugdautoriteit', says: 'The Jeugdautoriteit, which runs the early warning system.' },
  PROVIDER: { nl: 'aanbieder', says: 'A youth-care provider or certified institution.' },
  MUNICIPALITY: { nl: 'gemeente', says: 'A municipality, responsible for youth care since 2015 (Jeugdwet).' },
  REGION: { nl: 'jeugdregio', says: 'A youth-care region: municipalities that commission care together.' },
  VNG: { nl: 'VNG', says: 'The association of municipalities, for the national framework contracts (LTA).' },
  INSPECTION: { nl: 'inspectie', says: 'IGJ (health and youth care) or IJenV (justice and security).' },
  SUPERVISOR: { nl: 'toezichthouder', says: 'The health care authority NZa.' },
  MINISTRY: { nl: 'ministerie', says: 'The ministry of VWS or JenV.' },
  DATA_SUPPLIER: {
    nl: 'gegevensleverancier',
    says: 'Inlichtingenbureau or Ketenbureau: delivers on behalf of others.',
  },
  RESEARCHER: { nl: 'onderzoeker', says: 'Sees anonymous, system-level figures only.' },
  SYSTEM: { nl: 'systeem', says: 'Jobs, importer and seeds. Not a person; nothing is exempt from the policy.' },
  ANONYMOUS: { nl: 'niet ingelogd', says: 'A caller who has not signed in.' },
} as const satisfies Words;
export type PartyKind = keyof typeof PARTY_KINDS;

export const PARTY_FUNCTIONS = {
  READER: { nl: 'lezer', says: 'Reads what the party may see.' },
  PREPARER: { nl: 'voorbereider', says: 'Fills in deliveries and files meldingen.' },
  APPROVER: { nl: 'ondertekenaar', says: 'Submits deliveries.' },
  ANALYST: { nl: 'analist', says: 'JA only: reads all information and follows up.' },
  SUPERVISOR: { nl: 'teamleider', says: 'JA only: decides.' },
  AUDITOR: { nl: 'auditor', says: 'JA only: reads the audit log, no information of parties.' },
  ADMINISTRATOR: { nl: 'beheerder', says: 'JA only: manages accounts, sees no information of parties.' },
} as const satisfies Words;
export type PartyFunction = keyof typeof PARTY_FUNCTIONS;

/** Draaiboek 2: the accounthoudende region leads; the clients involved take part; plans are presented to inspections. */
export const CASE_ROLES = {
  LEAD: { nl: 'regievoerder', says: 'Leads the case: the accounthoudende region, unless another was assigned.' },
  CLIENT: { nl: 'betrokken opdrachtgever', says: 'Has young people in the care of the provider.' },
  PLAN_PRESENTED: { nl: 'plan voorgelegd', says: 'The plan of the case was presented to it for a judgement.' },
} as const satisfies Words;
export type CaseRole = keyof typeof CASE_ROLES;

/** What can be shared by name (Bijlage 3), each a row of the authorization table. */
export const DISCLOSURE_CATEGORIES = {
  EWS_DESIGNATION: { nl: 'EWS-aanwijzing', says: 'Whether and why it takes part, and its accounthoudende region.' },
  FIGURES: { nl: 'cijfers', says: 'Budget, finances, outlook, personnel, waiting lists and flow.' },
  CONTRACTS: { nl: 'contracten', says: 'Its contracts, as both sides reported them.' },
  DECLARATIONS: { nl: 'declaraties', says: 'What was declared, by municipality and form of care.' },
  ASSESSMENT: { nl: 'beoordeling', says: 'Indicators, computed trede and scorecard.' },
  TREDE_DECISION: { nl: 'vastgestelde trede', says: 'The treden that people agreed on.' },
  MISMATCH_OF_PROVIDER: { nl: 'begroting en realisatie van de aanbieder', says: 'Where its sources differ.' },
  SIGNAAL: {
    nl: 'signalen',
    says: 'What municipalities and regions were told of it; of a region: what it was told, without names (8h).',
  },
  MUNICIPAL_FIGURES: {
    nl: 'gemeentecijfers',
    says: 'Referrals and quarterly reports of a municipality; of a region: those of its municipalities.',
  },
  MISMATCH_OF_MUNICIPALITIES: {
    nl: 'begroting en realisatie van gemeente of jeugdregio',
    says: 'Where the budget and the costs of a municipality or region differ.',
  },
} as const satisfies Words;
export type DisclosureCategory = keyof typeof DISCLOSURE_CATEGORIES;

/** How sure it is who signed in, from low to high (eIDAS; eHerkenning EH2+, EH3 and EH4). */
export const ASSURANCES = {
  LOW: { nl: 'laag', says: 'Limited confidence, such as a password alone (eHerkenning EH2+).' },
  SUBSTANTIAL: { nl: 'substantieel', says: 'Two factors and a checked identity (eHerkenning EH3).' },
  HIGH: { nl: 'hoog', says: 'Identity checked in person, and a certified means (eHerkenning EH4).' },
} as const satisfies Words;
export type Assurance = keyof typeof ASSURANCES;

export const PROVIDER_KINDS = {
  YOUTH_CARE: { nl: 'jeugdhulpaanbieder', says: 'A provider of youth care (Jeugdwet art. 1.1).' },
  CERTIFIED_INSTITUTION: {
    nl: 'gecertificeerde instelling',
    says: 'Carries out child protection and youth probation.',
  },
} as const satisfies Words;
export type ProviderKind = keyof typeof PROVIDER_KINDS;

export const DESIGNATION_BASES = {
  REVENUE: { nl: 'omzet', says: 'Youth-care revenue above the threshold of EUR 2 million (covenant 3.1.2).' },
  DESIGNATED: {
    nl: 'aangewezen',
    says: 'Small but very specialised, designated by a municipality or region (covenant 3.1.2).',
  },
} as const satisfies Words;
export type DesignationBasis = keyof typeof DESIGNATION_BASES;

export const DELIVERY_STATUSES = {
  CONCEPT: { nl: 'concept', says: 'Asked for or being filled in; not delivered.' },
  AWAITING_SECOND_PERSON: { nl: 'wacht op tweede persoon', says: 'Filled in; a colleague has to submit it.' },
  SUBMITTED: { nl: 'ingediend', says: 'Delivered.' },
  RETURNED: { nl: 'teruggegeven', says: 'Returned by the JA with a question.' },
  ACCEPTED: { nl: 'geaccepteerd', says: 'Delivered and accepted by the JA.' },
} as const satisfies Words;
export type DeliveryStatus = keyof typeof DELIVERY_STATUSES;

/** How a value came into a draft. */
export const VALUE_ORIGINS = {
  FORM: { nl: 'formulier', says: 'Filled in by a person, on the form.' },
  FILE: { nl: 'bestand', says: 'Read from a file.' },
  PROGRAM: { nl: 'koppeling', says: 'Sent by a program of the party.' },
  PREVIOUS: { nl: 'vorige aanlevering', says: 'Taken over from an earlier delivery of the party.' },
  OTHER_UITVRAAG: { nl: 'andere uitvraag', says: 'Already delivered for another uitvraag: asked once.' },
} as const satisfies Words;
export type ValueOrigin = keyof typeof VALUE_ORIGINS;

export const FILE_KINDS = {
  XLSX: { nl: 'werkboek', says: 'A workbook (Office Open XML).' },
  CSV: { nl: 'csv', says: 'Lines of values, separated.' },
  JSON: { nl: 'json', says: 'As programs send it.' },
} as const satisfies Words;
export type FileKind = keyof typeof FILE_KINDS;

export const REMINDER_KINDS = {
  BEFORE_DUE: { nl: 'herinnering', says: 'Before the last day on which the delivery is in time.' },
  OVERDUE: { nl: 'te laat', says: 'After that day.' },
  ESCALATED: { nl: 'voorgelegd aan de JA', says: 'The silence was put before the JA.' },
} as const satisfies Words;
export type ReminderKind = keyof typeof REMINDER_KINDS;

export const FREQUENCIES = {
  QUARTER: { nl: 'kwartaal', says: 'Every quarter.' },
  HALF_YEAR: { nl: 'halfjaar', says: 'Every half-year.' },
  YEAR: { nl: 'jaar', says: 'Every calendar year.' },
} as const satisfies Words;
export type Frequency = keyof typeof FREQUENCIES;

export const UNITS = {
  EUR_CENT: { nl: 'eurocent', says: 'Euro cents, exact.' },
  FTE: { nl: 'fte', says: 'Full-time equivalents.' },
  COUNT: { nl: 'aantal', says: 'A number of things or people.' },
  FRACTION: { nl: 'fractie', says: 'A fraction: 0.2 is 20 %.' },
  DAYS: { nl: 'dagen', says: 'Calendar days.' },
  YES_NO: { nl: 'ja/nee', says: '1 is yes, 0 is no.' },
} as const satisfies Words;
export type Unit = keyof typeof UNITS;

export const FIGURE_SOURCES = {
  DELIVERY: { nl: 'aanlevering', says: 'Delivered by the party itself.' },
  DIGIMV: { nl: 'DigiMV', says: 'Taken from the public annual accounts (DigiMV).' },
  ESTIMATE: { nl: 'raming', says: 'Estimated by roll-forward; always shown as such.' },
} as const satisfies Words;
export type FigureSource = keyof typeof FIGURE_SOURCES;

export const CLIENT_KINDS = {
  MUNICIPALITY: { nl: 'gemeente', says: 'The client is one municipality.' },
  REGION: { nl: 'jeugdregio', says: 'The client is a youth-care region.' },
  LTA: { nl: 'landelijk (LTA)', says: 'A national framework contract of the VNG (LTA).' },
} as const satisfies Words;
export type ClientKind = keyof typeof CLIENT_KINDS;

export const CONTRACT_SIDES = {
  PROVIDER: { nl: 'door aanbieder', says: 'Reported by the provider (Bijlage 4, providers 7).' },
  CLIENT: {
    nl: 'door opdrachtgever',
    says: 'Reported by the municipality, region or VNG (Bijlage 4, municipalities 2).',
  },
} as const satisfies Words;
export type ContractSide = keyof typeof CONTRACT_SIDES;

export const CONTRACT_TYPES = {
  FRAMEWORK: { nl: 'raamovereenkomst', says: 'Framework contract with calls.' },
  SERVICE: { nl: 'opdracht', says: 'Contract for a defined service.' },
  SUBSIDY: { nl: 'subsidie', says: 'A grant instead of a contract.' },
} as const satisfies Words;
export type ContractType = keyof typeof CONTRACT_TYPES;

export const PROCUREMENTS = {
  OPEN_HOUSE: { nl: 'open house', says: 'Every provider that meets the conditions is admitted.' },
  TENDER: { nl: 'aanbesteding', says: 'Awarded after a tender.' },
  SOCIAL_PROCEDURE: { nl: 'SAS-procedure', says: 'Simplified procedure for social and other specific services.' },
  SUBSIDY: { nl: 'subsidieregeling', says: 'Awarded under a grant scheme.' },
} as const satisfies Words;
export type Procurement = keyof typeof PROCUREMENTS;

export const FUNDINGS = {
  INSPANNING: { nl: 'inspanningsgericht', says: 'Paid per unit of care (iJw: inspanningsgericht).' },
  OUTPUT: { nl: 'outputgericht', says: 'Paid per agreed result (iJw: outputgericht).' },
  TAAK: { nl: 'taakgericht', says: 'A lump sum for a population; no declarations (iJw: taakgericht).' },
} as const satisfies Words;
export type Funding = keyof typeof FUNDINGS;

export const VOLUME_UNITS = {
  MINUTE: { nl: 'minuut', says: 'Minutes of care.' },
  HOUR: { nl: 'uur', says: 'Hours of care.' },
  DAY: { nl: 'etmaal', says: 'Days and nights of stay.' },
  PART_DAY: { nl: 'dagdeel', says: 'Part-days.' },
  OUTPUT: { nl: 'stuks (output)', says: 'Agreed results.' },
} as const satisfies Words;
export type VolumeUnit = keyof typeof VOLUME_UNITS;

export const TRENDS = {
  RISING: { nl: 'stijgend', says: 'More young people or higher costs than in the quarters before.' },
  STABLE: { nl: 'stabiel', says: 'About the same as in the quarters before.' },
  FALLING: { nl: 'dalend', says: 'Fewer young people or lower costs than in the quarters before.' },
} as const satisfies Words;
export type Trend = keyof typeof TRENDS;

/** The eight reasons of the meldpunt (covenant 3.1.2) and the two-moment duty (Jeugdwet 9a.2(4)(b)). */
export const MELDING_REASONS = {
  CONTINUITY: { nl: 'zorgen over continuïteit', says: '(Possible, acute) worries about the continuity of care.' },
  CARE_CHANGE: { nl: 'wijziging zorgaanbod', says: 'Starting, changing, extending or phasing out care.' },
  BOARD_CHANGE: { nl: 'wisseling bestuur', says: 'A change of the board or supervisory board of a provider.' },
  COOPERATION_FORM: { nl: 'vorm samenwerking', says: 'A change of legal form or set-up of the municipal cooperation.' },
  COOPERATION_CONTACT: { nl: 'contactpunt samenwerking', says: 'A change of the contact point of the cooperation.' },
  REGION_COMPOSITION: {
    nl: 'samenstelling regio',
    says: 'A change in the composition of regions or purchasing organisations.',
  },
  ALDERMAN_CHANGE: { nl: 'wisseling wethouder', says: 'A change of the alderman for youth care.' },
  COOPERATION_BOTTLENECK: { nl: 'knelpunt samenwerking', says: 'Foreseen bottlenecks in the cooperation.' },
} as const satisfies Words;
export type MeldingReason = keyof typeof MELDING_REASONS;

export const MELDING_MOMENTS = {
  FORESEEN: { nl: 'voorzien', says: 'Services are foreseen to stop (Jeugdwet 9a.2(4)(b), first moment).' },
  ACTUAL: { nl: 'feitelijk', says: 'Services have actually stopped (Jeugdwet 9a.2(4)(b), second moment).' },
} as const satisfies Words;
export type MeldingMoment = keyof typeof MELDING_MOMENTS;

export const MELDING_STATUSES = {
  NEW: { nl: 'nieuw', says: 'Not looked at yet.' },
  IN_PROGRESS: { nl: 'in behandeling', says: 'Assigned to a person of the JA.' },
  CLOSED: { nl: 'afgesloten', says: 'Closed with a reason.' },
} as const satisfies Words;
export type MeldingStatus = keyof typeof MELDING_STATUSES;

export const RISK_CLASSES = {
  HIGH: { nl: 'hoog', says: 'High risk according to our own scorecard.' },
  MIDDLE: { nl: 'middel', says: 'Middle risk according to our own scorecard.' },
  LOW: { nl: 'laag', says: 'Low risk according to our own scorecard.' },
} as const satisfies Words;
export type RiskClass = keyof typeof RISK_CLASSES;

export const BASES = {
  PUBLISHED: { nl: 'gepubliceerd', says: 'The limit is published (covenant ch. 3).' },
  OWN_DEFAULT: { nl: 'eigen norm', says: 'The source gives no number; this limit is our own configurable default.' },
} as const satisfies Words;
export type Basis = keyof typeof BASES;

export const MISMATCH_KINDS = {
  BUDGET_VS_DECLARED: {
    nl: 'begroting versus productie',
    says: '1. Provider budget Jeugdwet x expected share of the year versus declared production to date.',
  },
  BUDGET_VS_CONTRACTS: {
    nl: 'begroting versus contracten',
    says: '2. Provider budget Jeugdwet versus the sum of its contract values as the provider reported them, of those that run on the last day of the quarter.',
  },
  MUNICIPAL_BUDGET_VS_COSTS: {
    nl: 'gemeentebegroting versus kosten',
    says: '3. Municipal budget x expected share of the year versus realised costs.',
  },
  MUNICIPAL_VS_PROVIDER_BUDGETS: {
    nl: 'gemeentebegrotingen versus aanbiedersbegrotingen',
    says: '4. Sum of municipal budgets versus provider budgets allotted to the region by contract value.',
  },
  CONTRACT_BOTH_SIDES: {
    nl: 'contract volgens beide zijden',
    says: '5. Contracts as reported by the provider versus as reported by the municipality, the region or the VNG, of those that run on the last day of the quarter by the word of either. One that only one side reports is 0 on the other, but left out when the other delivered no contracts of that year.',
  },
  FORMS_CONTRACTED_VS_OFFERED: {
    nl: 'gecontracteerde versus aangeboden vormen',
    says: '6. Forms of care contracted versus offered by the provider or by its subcontractors (8g-1, b3, b16), counted per region; a region with a form of which that is not known is left out.',
  },
  PLANNED_VS_REALISED_CARE: {
    nl: 'zorg begroot versus gerealiseerd',
    says: '7. Bed occupancy budgeted and treatment duration estimated versus realised, over a year.',
  },
  FORECAST_VS_BUDGET: {
    nl: 'prognose versus begroting',
    says: '8. Budget of the year versus the forecast at year end, which is the year to date / expected share of the year: revenue under the Jeugdwet, and result.',
  },
} as const satisfies Words;
export type MismatchKind = keyof typeof MISMATCH_KINDS;

export const MISMATCH_SUBJECTS = {
  PROVIDER: { nl: 'aanbieder', says: 'About one provider.' },
  MUNICIPALITY: { nl: 'gemeente', says: 'About one municipality.' },
  REGION: { nl: 'jeugdregio', says: 'About one region.' },
  COUNTRY: { nl: 'Nederland', says: 'About the whole country.' },
} as const satisfies Words;
export type MismatchSubject = keyof typeof MISMATCH_SUBJECTS;

/** Which row of the authorization table a mismatch falls under: whose figures it shows. */
export const MISMATCH_INFORMATION = {
  OF_PROVIDER: { nl: 'van een aanbieder', says: 'Figures of one provider.' },
  OF_MUNICIPALITIES: {
    nl: 'van gemeenten',
    says: 'Figures of one municipality, or of the municipalities of one region.',
  },
  AGGREGATE: { nl: 'optelling', says: "An aggregate over others' figures." },
} as const satisfies Words;
export type MismatchInformation = keyof typeof MISMATCH_INFORMATION;

export const VERDICTS = {
  WITHIN_TOLERANCE: { nl: 'binnen de marge', says: 'The two sources agree within the tolerance.' },
  ABOVE: { nl: 'hoger', says: 'The realised side is more than the tolerance above the expected side.' },
  BELOW: { nl: 'lager', says: 'The realised side is more than the tolerance below the expected side.' },
  INCOMPLETE: { nl: 'onvolledig', says: 'Coverage below 80 %, or one side is missing: no verdict.' },
} as const satisfies Words;
export type Verdict = keyof typeof VERDICTS;

/** Which comparison it is, of a kind that makes more than one. */
export const MISMATCH_ASPECTS = {
  BED_OCCUPANCY: { nl: 'bedbezetting', says: 'Occupancy of beds over a year: budgeted versus realised.' },
  TREATMENT_DURATION: {
    nl: 'behandelduur',
    says: 'Mean duration of treatment over a year: estimated versus realised.',
  },
  REVENUE_YOUTH: {
    nl: 'opbrengsten Jeugdwet',
    says: 'Revenue of the year under the Jeugdwet: budget versus forecast.',
  },
  RESULT: { nl: 'resultaat', says: 'Result of the year: budget versus forecast.' },
} as const satisfies Words;
export type MismatchAspect = keyof typeof MISMATCH_ASPECTS;

/** How the share of the year that has passed was taken (domain: linear by default, or last year's seasonal profile). */
export const YEAR_WAYS = {
  LINEAR: { nl: 'gelijkmatig', says: 'Every quarter weighs the same.' },
  SEASONAL: { nl: 'naar de seizoenen van vorig jaar', says: 'Every quarter weighs as it did last year.' },
  MIXED: { nl: 'verschilt per bron', says: 'Of a sum: some sources linear, others by the seasons of their last year.' },
} as const satisfies Words;
export type YearWay = keyof typeof YEAR_WAYS;

/** What two reports of one contract, or the forms of care contracted and offered, disagree about. */
export const DISAGREEMENTS = {
  ONLY_PROVIDER: { nl: 'alleen bij aanbieder', says: 'Only the provider reports this contract.' },
  ONLY_CLIENT: { nl: 'alleen bij opdrachtgever', says: 'Only the client reports this contract.' },
  VALUE_DIFFERS: { nl: 'waarde verschilt', says: 'The annual values differ more than the tolerance.' },
  VALUE_UNKNOWN: { nl: 'waarde onbekend', says: 'Both sides report this contract, but not both its annual value.' },
  OTHER_SIDE_SILENT: {
    nl: 'andere zijde zwijgt',
    says: 'The other side did not deliver its contracts of that year, so this one cannot be compared.',
  },
  NOT_OFFERED: {
    nl: 'niet aangeboden',
    says: 'Contracted, but offered by neither the provider nor its subcontractors.',
  },
  NOT_OFFERED_UNLESS_SUBCONTRACTED: {
    nl: 'niet aangeboden, tenzij uitbesteed',
    says: 'Contracted, but not offered by the provider; whether its subcontractors do is unknown.',
  },
  OFFER_UNKNOWN: { nl: 'aanbod onbekend', says: 'Contracted; which forms the provider offers was not delivered.' },
  CONTRACTED_NOWHERE: {
    nl: 'nergens gecontracteerd',
    says: 'Offered, but no client reported a contract for it. Counts in no verdict.',
  },
} as const satisfies Words;
export type DisagreementKind = keyof typeof DISAGREEMENTS;

/** Kruger's six treden (covenant ch. 3). The sixth is never computed: people decide it. */
export const TREDEN = {
  '1': { nl: 'generiek', says: 'Generic: monitored, no risks seen.' },
  '2': { nl: 'risicovol', says: 'Risky: solvency, profitability or liquidity is decreasing.' },
  '3': { nl: 'zorgelijk', says: 'Worrying: solvency below 20 %, about break-even, or light pressure on liquidity.' },
  '4': { nl: 'problematisch', says: 'Problematic: solvency below 10 %, loss-making, or arrears on liquidity.' },
  '5': { nl: 'zeer problematisch', says: 'Very problematic: negative equity, a lasting loss, or structural arrears.' },
  '6': { nl: 'faillissement', says: 'Acute threat of bankruptcy: decided by people, never computed.' },
} as const satisfies Words;

/** The three things the ladder looks at (covenant ch. 3). */
export const LADDER_SUBJECTS = {
  SOLVENCY: { nl: 'solvabiliteit', says: 'Can the provider bear a loss?' },
  PROFITABILITY: { nl: 'rentabiliteit', says: 'Does the provider make a loss?' },
  LIQUIDITY: { nl: 'liquiditeit', says: 'Can the provider pay its bills?' },
} as const satisfies Words;
export type LadderSubject = keyof typeof LADDER_SUBJECTS;

/** The unit of a computed ratio, criterion or indicator. */
export const MEASURE_UNITS = {
  FRACTION: { nl: 'fractie', says: 'A fraction: 0.2 is 20 %.' },
  TIMES: { nl: 'maal', says: 'A number of times: 0.7 is seven tenths of the other amount.' },
  EUR_CENT: { nl: 'eurocent', says: 'Euro cents, exact.' },
  DAYS: { nl: 'dagen', says: 'Calendar days.' },
  QUARTERS: { nl: 'kwartalen', says: 'Quarters in a row.' },
  YEARS: { nl: 'jaren', says: 'Calendar years in a row.' },
  COUNT: { nl: 'aantal', says: 'A number of things or people.' },
  INDEX: { nl: 'index', says: 'An index from 0 to 1, without a unit.' },
} as const satisfies Words;
export type MeasureUnit = keyof typeof MEASURE_UNITS;

/**
 * The principle: a figure that cannot be true is not known, in both directions. It makes nobody look safer and nobody look
 * worse, and what else is known still suffices (a fifth quarter of loss). Of figures that contradict each other it is not
 * known which is wrong, so none of them counts. A figure that is only striking, and may be the very trouble that is looked
 * for (cash that is gone, a large loss), counts.
 */
export const SEVERITIES = {
  FLAG: { nl: 'telt mee', says: 'Striking, but possible: it counts, and a person should look at it.' },
  DO_NOT_COUNT: { nl: 'telt niet mee', says: 'Cannot be right: shown, but treated as not known in every judgement.' },
} as const satisfies Words;
export type Severity = keyof typeof SEVERITIES;

/** What changed at a provider since the quarter before, or since a day, and deserves a look. The gravest first. */
export const SIGNAL_KINDS = {
  CARE_STOPPED: { nl: 'zorg gestopt', says: 'It was reported that care has actually stopped (Jeugdwet 9a.2(4)(b)).' },
  TREDE_UP_TWO: { nl: 'twee treden of meer hoger', says: 'The trede rose by two or more within one quarter.' },
  TREDE_UP: { nl: 'trede hoger', says: 'The trede rose by one.' },
  BECAME_ASSESSABLE: {
    nl: 'weer te beoordelen, met risico',
    says: 'Not assessable in the quarter before, and now on trede 2 or higher.',
  },
  BECAME_UNASSESSABLE: {
    nl: 'niet meer te beoordelen',
    says: 'Assessable in the quarter before, and now too little is known.',
  },
  LIMIT_CROSSED: { nl: 'grens overschreden', says: 'A criterion or an indicator went past a limit.' },
  RISK_FORESEEN: { nl: 'aanbieder voorziet risico', says: 'The provider itself now foresees a risk (8g b15).' },
  NEW_MELDING: { nl: 'nieuwe melding', says: 'Meldingen came in. Only the JA sees this signal (covenant 3.1.2).' },
  SILENCE: {
    nl: 'stilte',
    says: 'A delivery that was asked for did not come, and a term after its due date has passed.',
  },
  CONTRACT_ENDS: {
    nl: 'contract loopt af',
    says: 'Contracts have come to end within six months without a successor.',
  },
  NEW_MISMATCH: { nl: 'nieuwe mismatch', says: 'Two sources that agreed, or could not be compared, now differ.' },
  IMPLAUSIBLE_FIGURE: {
    nl: 'onwaarschijnlijk cijfer',
    says: 'A figure was delivered that cannot be right, or hardly.',
  },
} as const satisfies Words;
export type SignalKind = keyof typeof SIGNAL_KINDS;

/** The developments that led to a signaal, in closed words: free text could carry a figure or a person (art. 8h). */
export const DEVELOPMENTS = {
  CONTINUITY: { nl: 'zorgen over de continuïteit van zorg', says: 'Worries about the continuity of care.' },
  PHASING_OUT: { nl: 'zorg wordt afgebouwd of stopt', says: 'Care is phased out or stops.' },
  CARE_CHANGE: { nl: 'het zorgaanbod wijzigt', says: 'The care that is offered changes.' },
  BOARD_CHANGE: { nl: 'een wisseling van bestuur', says: 'A change of board.' },
  CONTRACTING: { nl: 'contracten lopen af of worden niet verlengd', says: 'Contracts end or are not renewed.' },
  COOPERATION: { nl: 'knelpunten in de samenwerking', says: 'Bottlenecks in the cooperation.' },
  STAFFING: { nl: 'te weinig personeel', says: 'Too few staff.' },
  WAITING: { nl: 'wachttijden lopen op', says: 'Waiting times rise.' },
  FEW_PROVIDERS: { nl: 'weinig aanbieders voor deze zorgvorm', says: 'Few providers for this form of care.' },
} as const satisfies Words;
export type Development = keyof typeof DEVELOPMENTS;

/** How care is there in the own area, the graver first (art. 8h). */
export const SUPPLIES = {
  EXISTING_SHORTAGE: { nl: 'bestaand tekort', says: 'Too little of this care is available now.' },
  POSSIBLE_RISK: { nl: 'mogelijk risico', says: 'This care may become too little available.' },
} as const satisfies Words;
export type Supply = keyof typeof SUPPLIES;

/** Whether a rule can be judged from what is asked, from bad to good. */
export const ASSESSABILITIES = {
  NOT_ASSESSABLE: { nl: 'niet te beoordelen', says: 'Something that it needs is not asked, or asked in another form.' },
  IF_GIVEN: { nl: 'te beoordelen van wie het opgeeft', says: 'Everything is asked, but an item of it is voluntary.' },
  ASSESSABLE: { nl: 'te beoordelen', says: 'Everything that it needs is asked and required.' },
} as const satisfies Words;
export type Assessability = keyof typeof ASSESSABILITIES;

export const RULE_KINDS = {
  CRITERION: { nl: 'criterium', says: 'A criterion of the ladder (covenant ch. 3).' },
  RATIO: { nl: 'kengetal', says: 'A named ratio.' },
  INDICATOR: { nl: 'indicator', says: 'An indicator of our own scorecard.' },
} as const satisfies Words;
export type RuleKind = keyof typeof RULE_KINDS;

/** With whom a provider is compared: all, or those of about its size by revenue under the Jeugdwet (own default). */
export const PEER_GROUPS = {
  ALL: { nl: 'alle EWS-aanbieders', says: 'All providers in the early warning system.' },
  SMALL: { nl: 'tot 5 miljoen euro', says: 'Those with less than EUR 5 million of revenue under the Jeugdwet a year.' },
  MIDDLE: { nl: '5 tot 25 miljoen euro', says: 'Those with EUR 5 to 25 million a year.' },
  LARGE: { nl: 'vanaf 25 miljoen euro', says: 'Those with EUR 25 million a year or more.' },
} as const satisfies Words;
export type PeerGroup = keyof typeof PEER_GROUPS;

export const INDICATOR_TRENDS = {
  BETTER: { nl: 'beter', says: 'Better for continuity than the period it is compared with.' },
  SAME: { nl: 'gelijk', says: 'Exactly the same as in the period it is compared with.' },
  WORSE: { nl: 'slechter', says: 'Worse for continuity than the period it is compared with.' },
} as const satisfies Words;
export type IndicatorTrend = keyof typeof INDICATOR_TRENDS;

/** Causes that lie outside the books (covenant ch. 3), as indications that a person weighs; the last one is of 8g. */
export const INDICATION_CAUSES = {
  BOARD_LOST: { nl: 'wegvallen van bestuur', says: 'The board, or part of it, is gone or is changing.' },
  ASSIGNMENTS_LOST: { nl: 'verlies van opdrachten', says: 'Assignments are lost, or may be soon.' },
  FLOW_FALLING: { nl: 'daling van instroom of uitstroom', says: 'Fewer young people come or leave than before.' },
  UNVALIDATED_PRODUCTION: {
    nl: 'hoge ongevalideerde productie',
    says: 'Much of the care that was given cannot be billed, or not yet.',
  },
  CERTIFICATE_MISSED: { nl: 'geen kwaliteitscertificaat', says: 'A certificate of quality was not obtained.' },
  TARIFF_DISPUTE: {
    nl: 'verschil van mening over tarieven of aanbesteding',
    says: 'Provider and client disagree about tariffs or a tender.',
  },
  LAWSUIT: { nl: 'rechtszaak', says: 'There are lawsuits.' },
  STAFFING: {
    nl: 'personele bezetting',
    says: 'Outflow, sickness, vacancies or hired staff: too few people of its own.',
  },
  BANK_OR_ACCOUNTANT: {
    nl: 'opmerking van bank of accountant',
    says: 'A bank or an accountant remarked on its continuity.',
  },
  CARE_QUALITY: { nl: 'zorgen over kwaliteit', says: 'There are worries about the quality of care.' },
  CLOSING: { nl: 'sluiting van een afdeling of locatie', says: 'A department or location closes, or care stops.' },
  OWN_EXPECTATION: {
    nl: 'eigen verwachting van de aanbieder',
    says: 'The provider itself foresees a risk (Regeling Jeugdwet 8g b15).',
  },
} as const satisfies Words;
export type IndicationCause = keyof typeof INDICATION_CAUSES;

export const AUDIT_RESULTS = {
  OK: { nl: 'gelukt', says: 'It was done.' },
  REFUSED: { nl: 'geweigerd', says: 'It was refused: this account may not do it.' },
} as const satisfies Words;
export type AuditResult = keyof typeof AUDIT_RESULTS;

/** A melding, a signal or an analysis would be given away by telling the provider that somebody read it. */
export const READING_INFORMATION = {
  TOLD: { nl: 'ter inzage', says: 'The party that it is about may know of it.' },
  CONFIDENTIAL: { nl: 'vertrouwelijk', says: 'It is about what that party may not know, such as a melding.' },
} as const satisfies Words;
export type ReadingInformation = keyof typeof READING_INFORMATION;
