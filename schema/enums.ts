import { FIGURES } from '../src/domain/figures';
import { TIME_CLASSES } from '../src/domain/intake/burden';
import { CHECK_SEVERITIES, CHECK_STEPS } from '../src/domain/intake/finding';
import { FIELD_TYPES, SECTION_KINDS } from '../src/domain/intake/form';
import { SECTION_STATES } from '../src/domain/intake/section-state';
import { TASK_STATES } from '../src/domain/intake/tasks';
import { sayUrgency } from '../src/domain/signals';
import * as words from '../src/domain/vocabulary';
import { NOT_ABLE } from '../src/domain/waterbed/take-over';
import { LEVELS } from '../src/domain/waterbed/two-part-test';
import { WHY_NOT } from '../src/domain/what-if/say-distance';
import { saidOf, wordsOf } from './described';

// One per word list of src/domain/vocabulary.ts. A value in the API is the word itself, as it stands in the archive.
export const PartyKind = wordsOf(
  'PartyKind',
  'soort organisatie',
  'What kind of party an organisation is; the columns of the authorization table.',
  words.PARTY_KINDS,
);
export const PartyFunction = wordsOf(
  'PartyFunction',
  'functie',
  'What a person may do inside the party.',
  words.PARTY_FUNCTIONS,
);
export const Assurance = wordsOf(
  'Assurance',
  'betrouwbaarheidsniveau',
  'How sure it is who signed in: the level of assurance of eIDAS, from low to high.',
  words.ASSURANCES,
);
export const ProviderKind = wordsOf(
  'ProviderKind',
  'soort aanbieder',
  'Provider of youth care, or certified institution (Jeugdwet art. 1.1).',
  words.PROVIDER_KINDS,
);
export const DesignationBasis = wordsOf(
  'DesignationBasis',
  'grond van aanwijzing',
  'Why a provider takes part in the early warning system (covenant 3.1.2).',
  words.DESIGNATION_BASES,
);
export const DeliveryStatus = wordsOf(
  'DeliveryStatus',
  'status van de aanlevering',
  'How far a delivery has come.',
  words.DELIVERY_STATUSES,
);
export const Frequency = wordsOf(
  'Frequency',
  'frequentie',
  'How often something is asked for (Bijlage 4; Regeling Jeugdwet 8g).',
  words.FREQUENCIES,
);
export const Unit = wordsOf('Unit', 'eenheid', 'The unit in which a figure is delivered.', words.UNITS);
export const MeasureUnit = wordsOf(
  'MeasureUnit',
  'eenheid van een maat',
  'The unit of a computed ratio, criterion or indicator.',
  words.MEASURE_UNITS,
);
export const FigureSource = wordsOf(
  'FigureSource',
  'bron van het cijfer',
  'Where a figure comes from. An estimate is always shown as such.',
  words.FIGURE_SOURCES,
);
export const Severity = wordsOf(
  'Severity',
  'ernst van een bevinding',
  'Whether figures that are striking or impossible count.',
  words.SEVERITIES,
);
export const Assessability = wordsOf(
  'Assessability',
  'te beoordelen',
  'Whether a rule can be judged from what is asked.',
  words.ASSESSABILITIES,
);
export const RuleKind = wordsOf('RuleKind', 'soort regel', 'What is judged.', words.RULE_KINDS);
export const PeerGroup = wordsOf(
  'PeerGroup',
  'vergelijkingsgroep',
  'With whom a provider is compared. A group of fewer than ten others is not shown.',
  words.PEER_GROUPS,
);
/** How urgent a kind is, is part of what it means: nobody has to guess where a number comes from. */
const SIGNALS_WITH_URGENCY = Object.fromEntries(
  words.valuesOf(words.SIGNAL_KINDS).map((kind) => {
    const { nl, says } = words.SIGNAL_KINDS[kind];
    return [kind, { nl, says: `${says} ${sayUrgency(kind)}` }];
  }),
) as Record<words.SignalKind, { nl: string; says: string }>;
export const SignalKind = wordsOf(
  'SignalKind',
  'soort signaal voor de JA',
  'What changed, the most urgent kinds first.',
  SIGNALS_WITH_URGENCY,
);
export const Development = wordsOf(
  'Development',
  'ontwikkeling',
  'Why there is a risk or a shortage (Regeling Jeugdwet art. 8h).',
  words.DEVELOPMENTS,
);
export const Supply = wordsOf(
  'Supply',
  'risico of tekort',
  'How care is there in the own area (Regeling Jeugdwet art. 8h).',
  words.SUPPLIES,
);
export const ClientKind = wordsOf(
  'ClientKind',
  'soort opdrachtgever',
  'Who buys the care: one municipality, a region, or all municipalities together (LTA).',
  words.CLIENT_KINDS,
);
export const ContractSide = wordsOf(
  'ContractSide',
  'zijde van het contract',
  'Which of the two sides of a contract reported it (Bijlage 4).',
  words.CONTRACT_SIDES,
);
export const ContractType = wordsOf(
  'ContractType',
  'contractvorm',
  'The legal form of a contract (Bijlage 4, municipalities 2).',
  words.CONTRACT_TYPES,
);
export const Procurement = wordsOf(
  'Procurement',
  'wijze van inkoop',
  'How a contract was awarded (Bijlage 4, municipalities 2).',
  words.PROCUREMENTS,
);
export const Funding = wordsOf(
  'Funding',
  'uitvoeringsvariant',
  'How the care is paid for: per unit, per result or as a lump sum (iJw 3.2).',
  words.FUNDINGS,
);
export const VolumeUnit = wordsOf(
  'VolumeUnit',
  'eenheid van volume',
  'The unit in which care is counted and paid (iJw 3.2, WJ756).',
  words.VOLUME_UNITS,
);
export const Trend = wordsOf(
  'Trend',
  'trend',
  "The municipality's own judgement of the development (Bijlage 4, municipalities 1).",
  words.TRENDS,
);
export const MeldingReason = wordsOf(
  'MeldingReason',
  'reden van de melding',
  'The eight reasons for which parties report to the meldpunt (covenant 3.1.2).',
  words.MELDING_REASONS,
);
export const MeldingMoment = wordsOf(
  'MeldingMoment',
  'moment van de melding',
  'Foreseen or actual: the two-moment duty to report (Jeugdwet 9a.2(4)(b)).',
  words.MELDING_MOMENTS,
);
export const MeldingStatus = wordsOf(
  'MeldingStatus',
  'status van de melding',
  'How far the JA has come with a melding. Only the JA sees it (covenant 3.1.2).',
  words.MELDING_STATUSES,
);
export const RiskClass = wordsOf(
  'RiskClass',
  'risicoklasse',
  'Class on our own scorecard ("eigen model"), which stands beside the ladder of covenant ch. 3.',
  words.RISK_CLASSES,
);
export const LadderSubject = wordsOf(
  'LadderSubject',
  'onderwerp van de ladder',
  "What Kruger's ladder looks at (covenant ch. 3).",
  words.LADDER_SUBJECTS,
);
export const IndicationCause = wordsOf(
  'IndicationCause',
  'oorzaak buiten de cijfers',
  'A cause outside the books that can threaten continuity (covenant ch. 3). A person weighs it; it never changes a trede.',
  words.INDICATION_CAUSES,
);
export const IndicatorTrend = wordsOf(
  'IndicatorTrend',
  'ontwikkeling van de indicator',
  'How an indicator moved against the period it is compared with.',
  words.INDICATOR_TRENDS,
);
export const Basis = wordsOf(
  'Basis',
  'herkomst van de grenswaarde',
  'Whether a limit is published or our own default; always shown with the limit.',
  words.BASES,
);
export const MismatchKind = wordsOf(
  'MismatchKind',
  'soort mismatch',
  'Which two sources that should agree are laid side by side (covenant 3.1.2, Bijlage 4).',
  words.MISMATCH_KINDS,
);
export const MismatchSubject = wordsOf(
  'MismatchSubject',
  'onderwerp van de mismatch',
  'Whom or which area a mismatch is about.',
  words.MISMATCH_SUBJECTS,
);
export const MismatchAspect = wordsOf(
  'MismatchAspect',
  'aspect van de mismatch',
  'Which comparison it is, of a kind of mismatch that makes more than one.',
  words.MISMATCH_ASPECTS,
);
export const YearWay = wordsOf(
  'YearWay',
  'verloop van het jaar',
  'How the share of the year that has passed was taken.',
  words.YEAR_WAYS,
);
export const DisagreementKind = wordsOf(
  'DisagreementKind',
  'soort verschil',
  'What two sources disagree about: a contract as both sides report it, or a form of care (Bijlage 4; 8g b3, b16).',
  words.DISAGREEMENTS,
);
export const Verdict = wordsOf('Verdict', 'oordeel', 'What the comparison of two sources comes to.', words.VERDICTS);

/** Words of the API itself: they exist in no table of the archive. */
export const CriterionState = wordsOf(
  'CriterionState',
  'uitkomst van het criterium',
  'Whether a criterion of the ladder holds (covenant ch. 3).',
  {
    HOLDS: { nl: 'van toepassing', says: 'The criterion holds.' },
    HOLDS_NOT: { nl: 'niet van toepassing', says: 'The criterion was judged and does not hold.' },
    UNKNOWN: { nl: 'onbekend', says: 'A figure that it needs is missing: never read as "no risk".' },
  },
);
export const Language = wordsOf('Language', 'taal', 'The language of texts for people.', {
  NL: { nl: 'Nederlands', says: 'Plain Dutch, for screens.' },
  EN: { nl: 'Engels', says: 'Plain English, for the documentation.' },
});
export const FigureName = saidOf(
  'FigureName',
  'cijfer van een kwartaal',
  'An amount that is known of a provider per quarter; ProviderQuarter shows it under the same name with Cents behind it.',
  FIGURES,
);
export const NoChangeReason = saidOf(
  'NoChangeReason',
  'reden dat geen wijziging helpt',
  'Why no change of a figure turns a criterion round.',
  WHY_NOT,
);
export const Level = saidOf(
  'Level',
  'niveau',
  'How likely, how difficult, or both together: the two-part test of the English CQC, with cuts of our own.',
  LEVELS,
);
export const NotAbleReason = saidOf(
  'NotAbleReason',
  'reden dat overnemen niet kan',
  'Why a contracted provider is not counted on to take over.',
  NOT_ABLE,
);
export const Nearness = wordsOf('Nearness', 'nabijheid', 'Where a provider is contracted for a form of care.', {
  REGION: { nl: 'in de regio', says: 'In the region itself.' },
  NEIGHBOUR: { nl: 'in een buurregio', says: 'In a region that borders on it.' },
  NATIONAL: { nl: 'landelijk', says: 'By a national framework contract (LTA).' },
});
export const PlacesBasis = wordsOf('PlacesBasis', 'telling van plaatsen', 'What places are counted from.', {
  MUNICIPAL_REPORTS: { nl: 'gemeenterapportages', says: 'Young people in care, as municipalities reported them.' },
  DECLARED_DAYS: { nl: 'gedeclareerde etmalen', says: 'Beds that were occupied on average: an estimate.' },
});
export const DisclosureCategory = wordsOf(
  'DisclosureCategory',
  'onderdeel van een verstrekking',
  'A kind of information that can be shared by name (covenant Bijlage 3).',
  words.DISCLOSURE_CATEGORIES,
);
export const CaseRole = wordsOf(
  'CaseRole',
  'rol in een casus',
  'As what a party takes part in a case.',
  words.CASE_ROLES,
);
export const AuditResult = wordsOf(
  'AuditResult',
  'resultaat van een handeling',
  'Whether what was asked was done (BIO 8.15).',
  words.AUDIT_RESULTS,
);
export const ReadingInformation = wordsOf(
  'ReadingInformation',
  'vertrouwelijkheid van een inzage',
  'Whether the party that was read about may know of it.',
  words.READING_INFORMATION,
);
export const FieldType = wordsOf('FieldType', 'soort veld', 'How a value is written in a delivery.', FIELD_TYPES);
export const SectionKind = wordsOf('SectionKind', 'soort onderdeel', 'Single items or a list.', SECTION_KINDS);
export const SectionState = wordsOf('SectionState', 'stand van een onderdeel', 'How far it has come.', SECTION_STATES);
export const CheckSeverity = wordsOf('CheckSeverity', 'soort bevinding', 'How grave a finding is.', CHECK_SEVERITIES);
export const CheckStep = wordsOf('CheckStep', 'stap van de controle', 'Which check found it.', CHECK_STEPS);
export const ValueOrigin = wordsOf('ValueOrigin', 'herkomst', 'How a value came into a draft.', words.VALUE_ORIGINS);
export const TimeClass = wordsOf('TimeClass', 'tijd', 'How long a delivery took.', TIME_CLASSES);
export const TaskState = wordsOf(
  'TaskState',
  'stand van een taak',
  'How far what is asked of you has come.',
  TASK_STATES,
);
export const ReminderKind = wordsOf('ReminderKind', 'soort herinnering', 'Why it was sent.', words.REMINDER_KINDS);
