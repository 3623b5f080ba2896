/** Who may act, written down apart from the product: by kind of party and by one function inside it. */
import { PARTY_FUNCTIONS, type PartyFunction, type PartyKind, valuesOf } from '../../src/domain/vocabulary';
import { ACTS, type Mutation, mayAct } from '../../src/policy/acts';
import { ANONYMOUS, SYSTEM, type Viewer } from '../../src/policy/viewer';

const DELIVERS: readonly PartyKind[] = ['PROVIDER', 'MUNICIPALITY', 'REGION', 'VNG', 'DATA_SUPPLIER'];
const KINDS: readonly PartyKind[] = [...DELIVERS, 'INSPECTION', 'SUPERVISOR', 'MINISTRY', 'RESEARCHER', 'JA'];
const every = (kinds: readonly PartyKind[], ...functions: PartyFunction[]) =>
  kinds.flatMap((kind) => functions.map((held) => `${kind} ${held}`));

const FILLS_IN = every(DELIVERS, 'PREPARER', 'APPROVER');
const SUBMITS = every(DELIVERS, 'APPROVER');
const JA_FOLLOWS_UP = every(['JA'], 'ANALYST', 'SUPERVISOR');
const JA_DECIDES = every(['JA'], 'SUPERVISOR');
/** Not the JA with a function of a party: that is an administrator, who sees no information. */
const REPORTS = [
  ...every([...DELIVERS, 'INSPECTION', 'SUPERVISOR', 'MINISTRY'], 'PREPARER', 'APPROVER', 'ANALYST', 'SUPERVISOR'),
  ...JA_FOLLOWS_UP,
];

// biome-ignore format: it is a table, and is read as one
const MAY: Readonly<Record<Mutation, readonly string[]>> = {
  registerMelding: REPORTS,           reportAnonymously: [],
  markSignalSeen: JA_FOLLOWS_UP,      sendSignaal: JA_FOLLOWS_UP,
  disclose: JA_DECIDES,               endDisclosure: JA_DECIDES,
  openCase: JA_DECIDES,               presentPlan: JA_DECIDES,              closeCase: JA_DECIDES,
  fillIn: FILLS_IN,                   confirmNoChange: FILLS_IN,            answerQuestion: FILLS_IN,
  offerDelivery: FILLS_IN,            withdrawDelivery: FILLS_IN,           sendBackDelivery: SUBMITS,
  submitDelivery: SUBMITS,            correctDelivery: FILLS_IN,            tellTimeTaken: FILLS_IN,
  dropCorrection: FILLS_IN,        openCalendarFeed: FILLS_IN,           closeCalendarFeed: FILLS_IN,
  returnDelivery: JA_FOLLOWS_UP,        acceptDelivery: JA_FOLLOWS_UP,
};

const MUTATIONS = Object.keys(ACTS) as Mutation[];

test.each(MUTATIONS)('%s is for these, and nobody else', (mutation) => {
  const may = KINDS.flatMap((kind) =>
    valuesOf(PARTY_FUNCTIONS)
      .filter((held) => mayAct({ ...ANONYMOUS, subject: 'x', kind, functions: [held] } as Viewer, mutation))
      .map((held) => `${kind} ${held}`),
  );
  expect(may.sort()).toEqual([...MAY[mutation]].sort());
});

test('who has not signed in may do one thing, and the system does nothing in its own name but that', () => {
  expect(MUTATIONS.filter((mutation) => mayAct(ANONYMOUS, mutation))).toEqual(['reportAnonymously']);
  expect(MUTATIONS.filter((mutation) => mayAct(SYSTEM, mutation))).toEqual(['reportAnonymously']);
});

test('one of several functions is enough, and none is not', () => {
  const person: Viewer = { ...ANONYMOUS, subject: 'x', kind: 'PROVIDER', functions: ['READER', 'APPROVER'] };
  expect(mayAct(person, 'submitDelivery')).toBe(true);
  expect(mayAct({ ...person, functions: [] }, 'submitDelivery')).toBe(false);
});
