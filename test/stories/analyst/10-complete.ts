/** Nothing is left out: every number that the API knows is delivered, told as a rule, or worked out in a chapter before. */
import {
  buildClientSchema,
  type GraphQLObjectType,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { ask, asked } from './desk';

const NUMBERS = ['Int', 'Float', 'Decimal', 'EuroCents', 'Boolean'];

/** As somebody delivered, registered or decided it. */
const GIVEN = `AuditEntry CareForm CaseParty Contract Declaration DeliveredAnswer DeliveredValue Disclosure DraaiboekCase EwsDesignation Figure Melding MeldingHandling
  MunicipalReport Party Provider Reading Referral Reminder Signaal Tariff TenderCalendarEntry TredeDecision Viewer`;
/** What a party fills in, and what its own form says of that: nothing of it is delivered yet. */
const FILLED_IN = 'Draft DraftCell DraftField DraftFinding DraftRow DraftSection';
/** Published with the rules: a limit, a band, a unit, what is asked. */
const RULES = `IndicatorDefinition IndicatorLimit LadderCriterion RiskModel ScorecardBand ScorecardCut ScorecardIndicator Uitvraag
  UitvraagItem`;

/** Given, in a type of which other fields are computed. */
const GIVEN_FIELDS: Readonly<Record<string, string>> = {
  Delivery: 'asked prefilled reused status timeTaken uitvraagVersion version',
  PersonnelReport: `formationPrimaryFte formationTotalFte hiredStaffCostsCents occupancyPrimaryFte occupancyTotalFte
    personnelCostsCents sicknessPrimary staffInflow staffOutflow vacancies`,
  Municipality: 'inhabitants latitude longitude',
  Region: 'inhabitants latitude longitude',
  Signal: 'kind',
};

/** What says so in words, for what nobody has to work out. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'Finding.severity': 'says',
  'Indication.cause': 'says',
  'FigureDistance.reason': 'explanation',
  'FigureDistance.isPlausible': 'explanation',
  'WhatIf.isPlausible': 'notes',
  'DeliveryMeaning.trede': 'says',
  'OwnTrend.trend': 'says',
  'OwnTrend.values': 'says',
  'TimeTakenCount.deliveries': 'deliveries',
  'TimeTakenCount.timeTaken': 'timeTaken',
  'UitvraagBurden.asked': 'says',
  'UitvraagBurden.deliveries': 'says',
  'UitvraagBurden.prefilled': 'says',
  'UitvraagBurden.reused': 'says',
  'Task.asked': 'says',
  'Task.daysLeft': 'says',
  'Task.filled': 'says',
  'Task.isLate': 'says',
  'Task.isOpen': 'says',
  'Task.progress': 'says',
  'Task.state': 'says',
  'TaskList.dueSoon': 'dueSoon',
  'TaskList.open': 'open',
  'Municipality.youthEstimate': 'youthEstimate',
  'Region.youthEstimate': 'youthEstimate',
  'AllowedRule.kind': 'says',
  'AllowedRule.assessability': 'says',
  'AllowedRule.isLost': 'says',
  'WhatUitvragenAllow.tredeOne': 'tredeOne',
  'WhatUitvragenAllow.riskClass': 'riskClass',
};

/** Worked out by hand in a chapter of this story. */
const BY_HAND: Readonly<Record<string, string>> = {
  ProviderQuarter: `balanceTotalCents budgetRealisation budgetRevenueYouthCents cashCents currentAssetsCents currentLiabilitiesCents
    currentRatio daysCash declaredProductionCents employedStaffCostsCents equityCents equityToRevenue foreseesRisk
    hiredStaffCostsCents netResultCents nonBillableProductionCents nonBillableShare openInvoicesCents otherCostsCents
    overdueCreditorsCents pnilRatio profitability revenueCents revenueYouthCents solvency yearToDateResultCents youthShare`,
  FigureOrigin: 'source',
  UsedFigure: 'source value',
  PersonnelReport: 'occupancyRatio pnilRatio',
  Assessment: 'isAssessable points previousTrede riskClass trede',
  AssessmentCriterion: 'basis holds limit trede unit value',
  ScoredIndicator: 'points pointsMax unit value',
  Indicator: 'previous source trend unit value',
  IndicatorInput: 'source value',
  Indication: 'unit value',
  PeerPosition: 'equal group peers position worse',
  Mismatch: `actual aspect coverable coverage covered difference differenceShare expected expectedShare kind subject unit verdict
    way`,
  MismatchPart: 'actual coverable coverage covered difference differenceShare expected way weight',
  Disagreement: 'byClientCents byProviderCents differenceCents what',
  AreaRisk: 'high low middle notAssessable providers trede1 trede2 trede3 trede4 trede5',
  ProviderRisk: 'previousTrede revenueYouthCents riskClass trede urgency',
  Delivery: 'isMissing',
  Signal: 'urgency',
  SignalEvidence: 'previous value',
  CareFormInRegion: 'active amountCents capacity hhi isEstimate largestShare places placesBasis waiting waitingDays',
  MarketShare: 'amountCents annualValueCents capacity isContracted isEstimate places placesBasis share trede',
  ImpactIfStops: 'amountCents difficulty isEstimate level likelihood placesAtLeast placesAtMost placesUnknown',
  MarketImpact: 'able amountCents difficulty isEstimate level otherProviders places placesBasis share',
  TakeOverCandidate: 'isAble reason roomCents share trede where',
  DistanceToLimits: 'trede',
  CriterionDistance: 'holds trede',
  FigureDistance: 'changeCents figure neededCents nowCents share tredeThen',
  WhatIf: 'presentRiskClass presentTrede supposedRiskClass supposedTrede',
  SupposedFigure: 'figure presentCents supposedCents',
  SupposedRatio: 'present supposed unit',
  TurnedCriterion: 'present supposed trede',
};

const words = (text: string): string[] => text.trim().split(/\s+/);
const fieldsOf = (table: Readonly<Record<string, string>>): string[] =>
  Object.entries(table).flatMap(([type, fields]) => words(fields).map((field) => `${type}.${field}`));

const schemaOf = async () => buildClientSchema(await ask(getIntrospectionQuery()));
const isComputable = ({ name }: GraphQLObjectType) => !/^__|Connection$|Edge$|^PageInfo$|^Query$|^Mutation$/.test(name);

export function complete(): void {
  it('says of every number whether it is given, a rule, or worked out', async () => {
    const types = Object.values((await schemaOf()).getTypeMap())
      .filter(isObjectType)
      .filter(isComputable);
    const numbers = types
      .filter(({ name }) => !words(`${GIVEN} ${FILLED_IN} ${RULES}`).includes(name))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({
          name: `${type.name}.${field.name}`,
          of: getNamedType(field.type),
        })),
      )
      .filter(({ of }) => isEnumType(of) || NUMBERS.includes(of.name))
      .map(({ name }) => name);
    const accounted = [...fieldsOf(BY_HAND), ...fieldsOf(GIVEN_FIELDS), ...Object.keys(IN_WORDS)];
    expect(accounted.sort()).toEqual(numbers.sort());
  });

  it('has asked in the chapters before for every number that it says is worked out', async () => {
    const schema = await schemaOf();
    const seen = new Set<string>();
    for (const question of asked) {
      const at = new TypeInfo(schema);
      const note = { Field: () => void seen.add(`${at.getParentType()?.name}.${at.getFieldDef()?.name}`) };
      visit(parse(question), visitWithTypeInfo(at, note));
    }
    expect(fieldsOf(BY_HAND).filter((field) => !seen.has(field))).toEqual([]);
  });

  it('has words for every number that nobody has to work out', async () => {
    const schema = await schemaOf();
    for (const [name, by] of Object.entries(IN_WORDS)) {
      const [type, field] = name.split('.') as [string, string];
      const explains = (schema.getType(type) as GraphQLObjectType).getFields()[by];
      expect(explains?.description?.length).toBeGreaterThan(by === field ? 60 : 0);
    }
  });
}
