/**
 * What a question costs, in points. A point is one value in the answer: half a microsecond of Postgres and node together on a
 * quiet core (docs/decisions/0012). What is worked out rather than read was measured and is counted in as many points.
 */

/** Points that one operation may cost: half a second of work, and some forty per cent more than the whole country (bench W2). */
export const COST_MAX = 1_000_000;

/** A value, or the braces of an object. */
export const VALUE = 1;

/** As many objects are counted for a list without pages as the planner counts. */
export const FEW = 20;

/** Of a page of which no size is asked. */
export const PAGE = 20;

/** Fields that cost more than reading a value, beside what is selected beneath them. */
// biome-ignore format: it is a table, and is read as one
export const FIELD_COSTS: Readonly<Record<string, number>> = {
  // Every position is counted anew among all peers: half a millisecond.
  'Indicator.peers':              1_000,
  // Sentences, made in node of rows that are read for them.
  'Assessment.explanation':          80,
  'Indicator.explanation':           80,
  'Mismatch.explanation':            80,
  'Disagreement.words':              80,
  // Worked out when they are asked, from the declarations of a year or all figures of a provider.
  'Query.impactIfStops':        120_000,
  'Query.careFormInRegion':      40_000,
  'Query.distanceToLimits':      25_000,
  'Query.whatIf':                25_000,
  'Query.whatUitvragenAllow':    25_000,
  // Put together of everything that is known of a party; a meaning also of its place among others, for ten ratios.
  'Query.draft':                 30_000,
  'Query.deliveryMeaning':       40_000,
  'Query.tasks':                  9_000,
  // A transaction that is written to disk, with what follows from it.
  'Mutation.registerMelding':    20_000,
  'Mutation.reportAnonymously':  20_000,
  'Mutation.sendSignaal':        20_000,
  'Mutation.markSignalSeen':     10_000,
  'Mutation.openCase':           20_000,
  'Mutation.presentPlan':        12_000,
  'Mutation.closeCase':          12_000,
  // Of a hundred parties, which is as many as it takes at once; of one 18,000.
  'Mutation.disclose':          400_000,
  // Of a region with eighteen municipalities; of one party 12,000.
  'Mutation.endDisclosure':      50_000,
  // All of the draft is checked again, and told.
  'Mutation.fillIn':             45_000,
  'Mutation.confirmNoChange':    45_000,
  'Mutation.answerQuestion':     45_000,
  'Mutation.offerDelivery':      25_000,
  'Mutation.withdrawDelivery':   12_000,
  'Mutation.sendBackDelivery':   12_000,
  // Of a region with what it buys, and the summaries of all it buys from; of one provider 200,000.
  'Mutation.submitDelivery':    400_000,
  'Mutation.correctDelivery':    35_000,
  'Mutation.dropCorrection':  12_000,
  'Mutation.returnDelivery':     12_000,
  'Mutation.acceptDelivery':     12_000,
  'Mutation.tellTimeTaken':      12_000,
  'Mutation.openCalendarFeed':   12_000,
  'Mutation.closeCalendarFeed':  12_000,
};

/** Counting a whole list, wherever it is asked. */
export const TOTAL_COUNT = 100;

/** The whole schema, for a tool. */
export const INTROSPECTION = 10_000;
