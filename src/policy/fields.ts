/**
 * Which kind of information each field of the API shows: field -> row of table.ts. The guard, the planner and the
 * descriptions of the API are made from it, and a schema with a field that is not here does not start.
 *
 * A field that leads to another object falls under the kind of what it leads to; a link that is itself the information,
 * such as who reported a melding, under the kind of the object that holds it.
 */
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Information } from './table';

/** structure: shows nothing by itself. mismatch: each row decides whose figures it shows, so one of three kinds. */
export type FieldKind = Information | 'structure' | 'mismatch';

const CONNECTION = { nodes: 'structure', edges: 'structure', pageInfo: 'structure', totalCount: 'structure' } as const;
const EDGE = { cursor: 'structure', node: 'structure' } as const;

// biome-ignore format: it is a table, and is read as one
export const FIELDS = {
  Query: {
    viewer: 'reference', node: 'structure', nodes: 'structure',
    provider: 'providerRegister', providers: 'providerRegister', concerns: 'providerRegister',
    region: 'reference', regions: 'reference', municipality: 'reference', municipalities: 'reference',
    careForm: 'reference', careForms: 'reference', uitvragen: 'reference', whatUitvragenAllow: 'reference',
    contracts: 'contracts', declarations: 'declarations', personnel: 'figures', tariffs: 'tariffs', figures: 'figures',
    findings: 'figures', deliveries: 'delivery', assessments: 'assessment', indicators: 'assessment', riskModel: 'reference',
    riskModels: 'reference', signals: 'signal', signalen: 'signaal', melding: 'melding', meldingen: 'melding', mismatches: 'mismatch',
    disclosures: 'disclosure', sharedWithMe: 'disclosure', notices: 'notice', cases: 'draaiboekCase',
    tenderCalendar: 'tenderCalendar', riskDashboard: 'aggregate', careFormInRegion: 'aggregate', impactIfStops: 'aggregate',
    tasks: 'delivery', draft: 'draft', deliveryMeaning: 'draft', burden: 'delivery',
    whatIf: 'assessment', distanceToLimits: 'assessment', auditLog: 'auditLog', readingLog: 'readingLog',
  },
  Mutation: {
    registerMelding: 'melding', reportAnonymously: 'meldingReceipt', markSignalSeen: 'signal', sendSignaal: 'signaal',
    disclose: 'disclosure', endDisclosure: 'disclosure', openCase: 'draaiboekCase', presentPlan: 'draaiboekCase', closeCase: 'draaiboekCase',
    fillIn: 'draft', confirmNoChange: 'draft', answerQuestion: 'draft',
    offerDelivery: 'delivery', withdrawDelivery: 'delivery', sendBackDelivery: 'delivery', submitDelivery: 'delivery',
    correctDelivery: 'delivery', returnDelivery: 'delivery', acceptDelivery: 'delivery', tellTimeTaken: 'delivery',
    dropCorrection: 'delivery', openCalendarFeed: 'draft', closeCalendarFeed: 'draft',
  },

  Provider: {
    id: 'providerRegister', key: 'providerRegister', name: 'providerRegister', kvkNumber: 'providerRegister',
    agbCode: 'providerRegister', kind: 'providerRegister', concern: 'providerRegister',
    seatMunicipality: 'reference', seatRegion: 'reference', careForms: 'providerRegister',
    designation: 'ewsDesignation', latestQuarter: 'figures', quarters: 'figures', figures: 'figures', findings: 'figures', personnel: 'figures',
    deliveries: 'delivery', contracts: 'contracts', declarations: 'declarations', tariffs: 'tariffs',
    assessment: 'assessment', assessments: 'assessment', signals: 'signal', indicators: 'assessment', tredeDecisions: 'tredeDecision',
    meldingen: 'melding',
    mismatches: 'mismatchOfProvider', cases: 'draaiboekCase', disclosures: 'disclosure',
  },
  EwsDesignation: {
    basis: 'ewsDesignation', reason: 'ewsDesignation', isCrucial: 'ewsDesignation', validFrom: 'ewsDesignation',
    validTo: 'ewsDesignation', accountRegion: 'ewsDesignation',
  },
  Concern: { id: 'providerRegister', name: 'providerRegister', providers: 'providerRegister' },
  Party: { id: 'party', key: 'party', kind: 'party', name: 'party' },

  Province: { code: 'reference', name: 'reference' },
  Region: {
    id: 'reference', code: 'reference', name: 'reference', validFrom: 'reference', validTo: 'reference',
    inhabitants: 'reference', youthEstimate: 'reference', longitude: 'reference', latitude: 'reference',
    municipalities: 'reference', neighbours: 'reference', providers: 'providerRegister', contracts: 'contracts', declarations: 'declarations',
    tariffs: 'tariffs', municipalReports: 'municipalFigures', referrals: 'municipalFigures', meldingen: 'melding',
    mismatches: 'mismatch', tenderCalendar: 'tenderCalendar', risk: 'aggregate',
  },
  Municipality: {
    id: 'reference', code: 'reference', name: 'reference', validFrom: 'reference', validTo: 'reference',
    inhabitants: 'reference', youthEstimate: 'reference', longitude: 'reference', latitude: 'reference',
    province: 'reference', region: 'reference', contracts: 'contracts', declarations: 'declarations', tariffs: 'tariffs',
    municipalReports: 'municipalFigures', referrals: 'municipalFigures', meldingen: 'melding',
    mismatches: 'mismatchOfMunicipalities',
  },
  CareForm: {
    id: 'reference', code: 'reference', name: 'reference', level: 'reference', productCategory: 'reference',
    listVersion: 'reference', parent: 'reference', children: 'reference',
  },
  Disclosure: {
    id: 'disclosure', recipient: 'disclosure', concerned: 'disclosure', provider: 'providerRegister', municipality: 'reference',
    region: 'reference', categories: 'disclosure', purpose: 'disclosure', legalBasis: 'disclosure', validFrom: 'disclosure', validTo: 'disclosure',
    endedAt: 'disclosure', noticedAt: 'disclosure', notice: 'notice',
  },
  Notice: { id: 'notice', concerned: 'notice', availableAt: 'notice', says: 'notice', disclosure: 'disclosure' },
  DraaiboekCase: {
    id: 'draaiboekCase', provider: 'providerRegister', lead: 'draaiboekCase', trede: 'draaiboekCase', openedAt: 'draaiboekCase',
    closedAt: 'draaiboekCase', parties: 'caseParty',
  },
  CaseParty: { id: 'caseParty', party: 'caseParty', role: 'caseParty', since: 'caseParty', until: 'caseParty' },
  NationalClient: { name: 'reference' },

  Contract: {
    id: 'contracts', reference: 'contracts', provider: 'providerRegister', client: 'reference', clientKind: 'contracts',
    region: 'reference', careForm: 'reference', reportedBy: 'contracts', startsOn: 'contracts', endsOn: 'contracts',
    annualValueCents: 'contracts', type: 'contracts', procurement: 'contracts', funding: 'contracts',
  },
  Declaration: {
    id: 'declarations', provider: 'providerRegister', municipality: 'reference', region: 'reference', careForm: 'reference',
    periodStart: 'declarations', periodEnd: 'declarations', amountCents: 'declarations', volume: 'declarations',
    unit: 'declarations',
  },
  Tariff: {
    id: 'tariffs', provider: 'providerRegister', client: 'reference', clientKind: 'tariffs', region: 'reference',
    careForm: 'reference', productCode: 'tariffs', unit: 'tariffs', amountCents: 'tariffs', validFrom: 'tariffs',
    validTo: 'tariffs',
  },
  Referral: {
    id: 'municipalFigures', municipality: 'reference', region: 'reference', careForm: 'reference',
    referrerCode: 'municipalFigures', periodStart: 'municipalFigures', periodEnd: 'municipalFigures',
    referrals: 'municipalFigures', starts: 'municipalFigures', waitingDays: 'municipalFigures',
  },
  MunicipalReport: {
    id: 'municipalFigures', municipality: 'reference', region: 'reference', careForm: 'reference',
    periodStart: 'municipalFigures', periodEnd: 'municipalFigures', budgetCents: 'municipalFigures',
    realisedCents: 'municipalFigures', clients: 'municipalFigures', trend: 'municipalFigures',
  },
  TenderCalendarEntry: {
    id: 'tenderCalendar', region: 'reference', careForm: 'reference', subject: 'tenderCalendar', opensOn: 'tenderCalendar',
    startsOn: 'tenderCalendar', funding: 'tenderCalendar', durationMonths: 'tenderCalendar',
  },

  Delivery: {
    id: 'delivery', party: 'delivery', provider: 'providerRegister', uitvraagKey: 'delivery', uitvraagVersion: 'delivery',
    periodStart: 'delivery', periodEnd: 'delivery', version: 'delivery', status: 'delivery', dueOn: 'delivery',
    submittedAt: 'delivery', correctionReason: 'delivery', question: 'delivery', timeTaken: 'delivery', isMissing: 'delivery',
    asked: 'delivery', prefilled: 'delivery', reused: 'delivery', answers: 'delivered',
    offeredAt: 'delivery', receipt: 'delivered', values: 'delivered', reminders: 'delivery',
  },
  Figure: {
    id: 'figures', provider: 'providerRegister', item: 'figures', periodStart: 'figures', periodEnd: 'figures',
    asOf: 'figures', value: 'figures', unit: 'figures', isCumulative: 'figures', source: 'figures', isCurrent: 'figures',
    delivery: 'delivery',
  },
  Finding: {
    id: 'figures', provider: 'providerRegister', quarter: 'figures', period: 'figures', code: 'figures',
    severity: 'figures', figures: 'figures', says: 'figures',
  },
  UsedFigure: { name: 'figures', value: 'figures', period: 'figures', source: 'figures' },
  FigureOrigin: { figure: 'figures', source: 'figures', inputs: 'figures' },
  PersonnelReport: {
    id: 'figures', provider: 'providerRegister', periodStart: 'figures', periodEnd: 'figures', staffInflow: 'figures',
    staffOutflow: 'figures', formationPrimaryFte: 'figures', occupancyPrimaryFte: 'figures', formationTotalFte: 'figures',
    occupancyTotalFte: 'figures', sicknessPrimary: 'figures', personnelCostsCents: 'figures',
    hiredStaffCostsCents: 'figures', vacancies: 'figures', pnilRatio: 'figures', occupancyRatio: 'figures',
  },
  ProviderQuarter: {
    provider: 'providerRegister', quarter: 'figures', quarterEnd: 'figures', revenueCents: 'figures',
    revenueYouthCents: 'figures', employedStaffCostsCents: 'figures', hiredStaffCostsCents: 'figures',
    otherCostsCents: 'figures', netResultCents: 'figures', yearToDateResultCents: 'figures', equityCents: 'figures',
    balanceTotalCents: 'figures', currentAssetsCents: 'figures', currentLiabilitiesCents: 'figures', cashCents: 'figures',
    overdueCreditorsCents: 'figures', openInvoicesCents: 'figures', nonBillableProductionCents: 'figures',
    declaredProductionCents: 'figures', budgetRevenueYouthCents: 'figures', foreseesRisk: 'figures', origins: 'figures',
    solvency: 'figures',
    equityToRevenue: 'figures', profitability: 'figures', currentRatio: 'figures', daysCash: 'figures',
    pnilRatio: 'figures', nonBillableShare: 'figures', youthShare: 'figures', budgetRealisation: 'figures',
  },

  Assessment: {
    id: 'assessment', provider: 'providerRegister', quarter: 'assessment', isAssessable: 'assessment', trede: 'assessment',
    previousTrede: 'assessment', riskClass: 'assessment', points: 'assessment', modelVersion: 'assessment',
    scorecard: 'assessment', indications: 'assessment', criteria: 'assessment', explanation: 'assessment', computedAt: 'assessment',
  },
  Indicator: {
    id: 'assessment', provider: 'providerRegister', quarter: 'assessment', code: 'assessment', name: 'assessment',
    unit: 'assessment', value: 'assessment', previous: 'assessment', trend: 'assessment', crossed: 'assessment',
    asOf: 'assessment', source: 'assessment', inputs: 'assessment', missing: 'assessment', explanation: 'assessment',
    peers: 'assessment',
  },
  PeerPosition: {
    group: 'assessment', peers: 'assessment', worse: 'assessment', equal: 'assessment', position: 'assessment',
  },
  IndicatorInput: { name: 'assessment', value: 'assessment', period: 'assessment', source: 'assessment' },
  ScoredIndicator: {
    code: 'assessment', name: 'assessment', value: 'assessment', unit: 'assessment', points: 'assessment',
    pointsMax: 'assessment', band: 'assessment',
  },
  Indication: {
    cause: 'assessment', says: 'assessment', indicator: 'assessment', value: 'assessment', unit: 'assessment',
    quarter: 'assessment',
  },
  RiskModel: {
    version: 'reference', isPresent: 'reference', label: 'reference', ladder: 'reference', scorecard: 'reference',
    cuts: 'reference', indicators: 'reference', limits: 'reference',
  },
  ScorecardIndicator: {
    code: 'reference', name: 'reference', unit: 'reference', riskIs: 'reference', pointsMax: 'reference', bands: 'reference',
  },
  ScorecardBand: { than: 'reference', points: 'reference', says: 'reference' },
  ScorecardCut: { riskClass: 'reference', from: 'reference' },
  LadderCriterion: {
    code: 'reference', trede: 'reference', subject: 'reference', figure: 'reference', says: 'reference',
    formula: 'reference', limit: 'reference', unit: 'reference', basis: 'reference',
  },
  IndicatorDefinition: {
    code: 'reference', name: 'reference', unit: 'reference', formula: 'reference',
    note: 'reference', better: 'reference', every: 'reference', comparesWith: 'reference', basis: 'reference',
  },
  IndicatorLimit: { indicator: 'reference', code: 'reference', at: 'reference', basis: 'reference', says: 'reference' },
  AssessmentCriterion: {
    code: 'assessment', trede: 'assessment', figure: 'assessment', says: 'assessment', basis: 'assessment',
    holds: 'assessment', value: 'assessment', limit: 'assessment', unit: 'assessment', asOf: 'assessment',
    source: 'assessment', missing: 'assessment',
  },
  TredeDecision: {
    id: 'tredeDecision', provider: 'providerRegister', trede: 'tredeDecision', decidedOn: 'tredeDecision',
    proposedBy: 'tredeDecision', agreedBy: 'tredeDecision', reason: 'tredeDecision',
  },
  Signal: {
    id: 'signal', provider: 'providerRegister', quarter: 'signal', kind: 'signal', urgency: 'signal', says: 'signal',
    asOf: 'signal', evidence: 'signal', seenAt: 'signal',
  },
  SignalEvidence: { name: 'signal', value: 'signal', previous: 'signal' },
  Signaal: {
    id: 'signaal', municipality: 'reference', region: 'reference', dated: 'signaal', careForms: 'reference',
    supply: 'signaal', developments: 'signaal', provider: 'providerRegister', sentAt: 'signaal',
  },
  Melding: {
    id: 'melding', reporter: 'melding', clientKey: 'melding', reason: 'melding', moment: 'melding', indicates: 'melding',
    provider: 'providerRegister', municipality: 'reference', region: 'reference', careForm: 'reference',
    effectiveOn: 'melding', explanation: 'melding', receivedAt: 'melding', handling: 'meldingHandling',
    reportedKvkNumber: 'meldingHandling',
  },
  MeldingReceipt: { reference: 'meldingReceipt', issuedAt: 'meldingReceipt' },
  MeldingHandling: {
    status: 'meldingHandling', assignedTo: 'meldingHandling', notes: 'meldingHandling', closedReason: 'meldingHandling',
    closedAt: 'meldingHandling',
  },
  Mismatch: {
    id: 'mismatch', kind: 'mismatch', aspect: 'mismatch', subject: 'mismatch', provider: 'providerRegister',
    municipality: 'reference', region: 'reference', careForm: 'reference', quarter: 'mismatch', unit: 'mismatch',
    expected: 'mismatch', actual: 'mismatch', difference: 'mismatch', differenceShare: 'mismatch',
    expectedShare: 'mismatch', way: 'mismatch', covered: 'mismatch', coverable: 'mismatch', coverage: 'mismatch',
    verdict: 'mismatch', explanation: 'mismatch', parts: 'mismatchOfProvider', disagreements: 'mismatchOfProvider',
  },
  MismatchPart: {
    provider: 'providerRegister', mismatch: 'mismatchOfProvider', expected: 'mismatchOfProvider',
    actual: 'mismatchOfProvider', difference: 'mismatchOfProvider', differenceShare: 'mismatchOfProvider',
    weight: 'mismatchOfProvider', way: 'mismatchOfProvider', covered: 'mismatchOfProvider',
    coverable: 'mismatchOfProvider', coverage: 'mismatchOfProvider',
  },
  Disagreement: {
    what: 'mismatchOfProvider', words: 'mismatchOfProvider', region: 'reference', careForm: 'reference',
    byProviderCents: 'mismatchOfProvider', byClientCents: 'mismatchOfProvider', differenceCents: 'mismatchOfProvider',
    providerContract: 'contracts', clientContract: 'contracts',
  },

  AreaRisk: {
    areaCode: 'aggregate', quarter: 'aggregate', providers: 'aggregate', trede1: 'aggregate', trede2: 'aggregate',
    trede3: 'aggregate', trede4: 'aggregate', trede5: 'aggregate', notAssessable: 'aggregate', high: 'aggregate',
    middle: 'aggregate', low: 'aggregate', region: 'reference',
  },
  ProviderRisk: {
    provider: 'providerRegister', assessment: 'assessment', quarter: 'assessment', trede: 'assessment',
    previousTrede: 'assessment', riskClass: 'assessment', revenueYouthCents: 'assessment', region: 'reference',
    urgency: 'assessment',
  },
  RiskDashboard: {
    quarter: 'aggregate', national: 'aggregate', regions: 'aggregate', top: 'assessment', changes: 'assessment',
    missingDeliveries: 'delivery', meldingen: 'melding', mismatches: 'aggregate', signals: 'signal',
  },

  CareFormInRegion: {
    careForm: 'reference', region: 'reference', quarter: 'aggregate', amountCents: 'aggregate', places: 'aggregate',
    placesBasis: 'aggregate', isEstimate: 'aggregate', capacity: 'aggregate', waitingDays: 'aggregate',
    waiting: 'aggregate', active: 'aggregate', largestShare: 'aggregate', hhi: 'aggregate', providers: 'aggregate',
    explanation: 'aggregate',
  },
  MarketShare: {
    provider: 'providerRegister', amountCents: 'aggregate', share: 'aggregate', places: 'aggregate',
    placesBasis: 'aggregate', isEstimate: 'aggregate', capacity: 'aggregate', isContracted: 'aggregate',
    annualValueCents: 'aggregate', trede: 'assessment',
  },
  // Whoever could take over has a trede below 4: how many can, and what follows from it, tells of treden.
  ImpactIfStops: {
    provider: 'providerRegister', quarter: 'aggregate', amountCents: 'aggregate',
    placesAtLeast: 'aggregate', placesAtMost: 'aggregate', isEstimate: 'aggregate', placesUnknown: 'aggregate', regions: 'aggregate', likelihood: 'assessment',
    difficulty: 'assessment', level: 'assessment', markets: 'aggregate', explanation: 'assessment',
  },
  MarketImpact: {
    careForm: 'reference', region: 'reference', amountCents: 'aggregate', share: 'aggregate', places: 'aggregate',
    placesBasis: 'aggregate', isEstimate: 'aggregate', otherProviders: 'aggregate', able: 'assessment',
    difficulty: 'assessment', difficultyCode: 'assessment', says: 'assessment', level: 'assessment',
    takeOver: 'aggregate',
  },
  TakeOverCandidate: {
    provider: 'providerRegister', where: 'aggregate', regions: 'aggregate', trede: 'assessment', share: 'aggregate',
    roomCents: 'aggregate', isAble: 'assessment', reason: 'assessment', says: 'assessment',
  },
  WhatIf: {
    provider: 'providerRegister', quarter: 'figures', presentTrede: 'assessment', supposedTrede: 'assessment',
    presentRiskClass: 'assessment', supposedRiskClass: 'assessment', figures: 'figures', ratios: 'figures',
    criteria: 'assessment', isPlausible: 'assessment', notes: 'assessment', explanation: 'assessment',
  },
  SupposedFigure: { figure: 'figures', name: 'figures', presentCents: 'figures', supposedCents: 'figures' },
  SupposedRatio: { ratio: 'figures', name: 'figures', unit: 'figures', present: 'figures', supposed: 'figures' },
  TurnedCriterion: {
    code: 'assessment', trede: 'assessment', says: 'assessment', present: 'assessment', supposed: 'assessment',
  },
  DistanceToLimits: {
    provider: 'providerRegister', quarter: 'figures', trede: 'assessment', criteria: 'assessment', note: 'assessment',
  },
  CriterionDistance: {
    code: 'assessment', trede: 'assessment', says: 'assessment', holds: 'assessment', missing: 'assessment',
    distances: 'assessment',
  },
  FigureDistance: {
    figure: 'assessment', name: 'assessment', nowCents: 'figures', neededCents: 'assessment', changeCents: 'assessment',
    share: 'assessment', isPlausible: 'assessment', tredeThen: 'assessment', reason: 'assessment', explanation: 'assessment',
  },

  AuditEntry: {
    number: 'auditLog', at: 'auditLog', action: 'auditLog', objectKind: 'auditLog', objectId: 'auditLog', result: 'auditLog',
    origin: 'auditLog', partyId: 'auditLog', subject: 'auditLog', traceId: 'auditLog', readings: 'auditLog', digest: 'auditLog',
    previousHash: 'auditLog', hash: 'auditLog',
  },
  Reading: {
    at: 'readingLog', reader: 'readingLog', provider: 'providerRegister', municipality: 'reference', region: 'reference',
    kinds: 'readingLog', information: 'readingLog', disclosure: 'disclosure',
  },

  Viewer: {
    kind: 'reference', functions: 'reference', party: 'reference', isSignedIn: 'reference', assurance: 'reference',
    capabilities: 'reference',
  },
  Capability: { information: 'reference', says: 'reference', scopes: 'reference', basis: 'reference' },
  Uitvraag: {
    key: 'reference', version: 'reference', name: 'reference', legalBasis: 'reference', validFrom: 'reference',
    validTo: 'reference', items: 'reference',
  },
  WhatUitvragenAllow: { definitions: 'reference', tredeOne: 'reference', riskClass: 'reference', rules: 'reference' },
  AllowedRule: {
    kind: 'reference', code: 'reference', assessability: 'reference', isLost: 'reference', lacking: 'reference',
    says: 'reference',
  },
  UitvraagItem: {
    code: 'reference', askedOf: 'reference', label: 'reference', figureItem: 'reference', unit: 'reference',
    frequency: 'reference', isCumulative: 'reference', isRequired: 'reference', legalBasis: 'reference',
  },

  FieldChoice: {
    code: 'draft', label: 'draft',
  },
  DraftField: {
    code: 'draft', label: 'draft', type: 'draft', isRequired: 'draft', isCumulative: 'draft', legalBasis: 'draft',
    choices: 'draft', previous: 'draft', yearBefore: 'draft',
  },
  DraftCell: {
    field: 'draft', value: 'draft', written: 'draft', version: 'draft', origin: 'draft',
  },
  DraftRow: {
    row: 'draft', cells: 'draft',
  },
  DraftSection: {
    code: 'draft', label: 'draft', kind: 'draft', state: 'draft', isRequired: 'draft', mayStayAsItWas: 'draft', isBulk: 'draft',
    asked: 'draft', filled: 'draft', lines: 'draft', errors: 'draft', fields: 'draft', rows: 'draft', suggested: 'draft',
  },
  DraftFinding: {
    id: 'draft', severity: 'draft', step: 'draft', rule: 'draft', section: 'draft', row: 'draft', field: 'draft',
    sheet: 'draft', cell: 'draft', value: 'draft', expected: 'draft', message: 'draft', explanation: 'draft',
  },
  Draft: {
    sections: 'draft', findings: 'draft', maySubmit: 'draft', obstacles: 'draft', remark: 'draft', asked: 'draft', prefilled: 'draft',
    reused: 'draft',
    delivery: 'delivery',
  },
  CalendarFeed: {
    path: 'draft', openedAt: 'draft',
  },
  OwnTrend: {
    ratio: 'draft', values: 'draft', trend: 'draft', says: 'draft', peers: 'assessment',
  },
  DeliveryMeaning: {
    quarter: 'draft', trede: 'draft', met: 'draft', near: 'draft', trends: 'draft', says: 'draft',
  },
  Task: {
    delivery: 'delivery', state: 'delivery', isLate: 'delivery', isOpen: 'delivery', daysLeft: 'delivery', asked: 'draft', filled: 'draft',
    progress: 'draft', name: 'delivery', says: 'delivery',
  },
  BurdenOverview: { uitvragen: 'delivery' },
  UitvraagBurden: {
    uitvraagKey: 'delivery', name: 'delivery', periodStart: 'delivery', periodEnd: 'delivery', deliveries: 'delivery',
    asked: 'delivery', prefilled: 'delivery', reused: 'delivery', times: 'delivery', says: 'delivery',
  },
  TimeTakenCount: { timeTaken: 'delivery', deliveries: 'delivery' },
  TaskList: { open: 'delivery', dueSoon: 'delivery', tasks: 'delivery' },
  Receipt: { reference: 'delivered', sha256: 'delivered', receivedAt: 'delivered', signature: 'delivered' },
  DeliveredAnswer: {
    rule: 'delivered', section: 'delivered', row: 'delivered', field: 'delivered', value: 'delivered', question: 'delivered',
    explanation: 'delivered',
  },
  DeliveredValue: { section: 'delivered', row: 'delivered', field: 'delivered', value: 'delivered' },
  Reminder: { kind: 'delivery', sentOn: 'delivery' },

  PageInfo: { hasNextPage: 'structure', hasPreviousPage: 'structure', startCursor: 'structure', endCursor: 'structure' },
  ProviderConnection: CONNECTION,            ProviderEdge: EDGE,
  ConcernConnection: CONNECTION,             ConcernEdge: EDGE,
  RegionConnection: CONNECTION,              RegionEdge: EDGE,
  MunicipalityConnection: CONNECTION,        MunicipalityEdge: EDGE,
  CareFormConnection: CONNECTION,            CareFormEdge: EDGE,
  ContractConnection: CONNECTION,            ContractEdge: EDGE,
  DeclarationConnection: CONNECTION,         DeclarationEdge: EDGE,
  PersonnelReportConnection: CONNECTION,     PersonnelReportEdge: EDGE,
  TariffConnection: CONNECTION,              TariffEdge: EDGE,
  ReferralConnection: CONNECTION,            ReferralEdge: EDGE,
  MunicipalReportConnection: CONNECTION,     MunicipalReportEdge: EDGE,
  TenderCalendarEntryConnection: CONNECTION, TenderCalendarEntryEdge: EDGE,
  DeliveryConnection: CONNECTION,            DeliveryEdge: EDGE,
  DeliveredAnswerConnection: CONNECTION,     DeliveredAnswerEdge: EDGE,
  DeliveredValueConnection: CONNECTION,      DeliveredValueEdge: EDGE,
  ReminderConnection: CONNECTION,            ReminderEdge: EDGE,
  FigureConnection: CONNECTION,              FigureEdge: EDGE,
  FindingConnection: CONNECTION,             FindingEdge: EDGE,
  ProviderQuarterConnection: CONNECTION,     ProviderQuarterEdge: EDGE,
  AssessmentConnection: CONNECTION,          AssessmentEdge: EDGE,
  IndicatorConnection: CONNECTION,           IndicatorEdge: EDGE,
  TredeDecisionConnection: CONNECTION,       TredeDecisionEdge: EDGE,
  SignalConnection: CONNECTION,              SignalEdge: EDGE,
  SignaalConnection: CONNECTION,             SignaalEdge: EDGE,
  DisclosureConnection: CONNECTION,          DisclosureEdge: EDGE,
  NoticeConnection: CONNECTION,              NoticeEdge: EDGE,
  DraaiboekCaseConnection: CONNECTION,       DraaiboekCaseEdge: EDGE,
  CasePartyConnection: CONNECTION,           CasePartyEdge: EDGE,
  MeldingConnection: CONNECTION,             MeldingEdge: EDGE,
  MismatchConnection: CONNECTION,            MismatchEdge: EDGE,
  MismatchPartConnection: CONNECTION,        MismatchPartEdge: EDGE,
  AreaRiskConnection: CONNECTION,            AreaRiskEdge: EDGE,
  ProviderRiskConnection: CONNECTION,        ProviderRiskEdge: EDGE,
  AuditEntryConnection: CONNECTION,          AuditEntryEdge: EDGE,
  ReadingConnection: CONNECTION,             ReadingEdge: EDGE,
  UitvraagConnection: CONNECTION,            UitvraagEdge: EDGE,
  UitvraagItemConnection: CONNECTION,        UitvraagItemEdge: EDGE,
} as const satisfies Record<string, Record<string, FieldKind>>;

/** The kind of information of a field; undefined when the table does not know it. */
export function kindOf(type: string, field: string): FieldKind | undefined {
  const fields: Readonly<Record<string, Readonly<Record<string, FieldKind>>>> = FIELDS;
  const ofType = Object.hasOwn(fields, type) ? fields[type] : undefined;
  return ofType && Object.hasOwn(ofType, field) ? ofType[field] : undefined;
}

/** The object types of a schema, without those of introspection. */
export function objectTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

const named = (type: string, fields: object) => Object.keys(fields).map((field) => `${type}.${field}`);

/** What the schema and the table do not both know, as "Type.field": empty when the table is complete and current. */
export function unlistedFields(schema: GraphQLSchema): string[] {
  const asked = objectTypesOf(schema).flatMap((type) => named(type.name, type.getFields()));
  const listed = Object.entries(FIELDS).flatMap(([type, fields]) => named(type, fields));
  const only = (these: readonly string[], those: ReadonlySet<string>) => these.filter((name) => !those.has(name));
  return [...only(asked, new Set(listed)), ...only(listed, new Set(asked))].sort();
}
