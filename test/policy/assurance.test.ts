import { isSureEnough, REQUIRED, requiredAssurance } from '../../src/policy/assurance';

test('what decides about a party, or tells of one, takes two factors', () => {
  expect(REQUIRED.Mutation).toEqual({
    sendSignaal: 'SUBSTANTIAL',
    disclose: 'SUBSTANTIAL',
    endDisclosure: 'SUBSTANTIAL',
    openCase: 'SUBSTANTIAL',
    presentPlan: 'SUBSTANTIAL',
    closeCase: 'SUBSTANTIAL',
  });
  expect(requiredAssurance('Mutation', 'disclose')).toBe('SUBSTANTIAL');
});

test.each([
  ['Mutation', 'registerMelding'],
  ['Query', 'provider'],
  ['Nothing', 'disclose'],
])('anything else may be asked at any level: %s.%s', (type, field) => {
  expect(requiredAssurance(type, field)).toBeNull();
});

// biome-ignore format: it is a table, and is read as one
test.each([
  [null, 'LOW', false],          [null, 'HIGH', false],
  ['LOW', 'LOW', true],          ['LOW', 'SUBSTANTIAL', false],   ['LOW', 'HIGH', false],
  ['SUBSTANTIAL', 'LOW', true],  ['SUBSTANTIAL', 'SUBSTANTIAL', true], ['SUBSTANTIAL', 'HIGH', false],
  ['HIGH', 'LOW', true],         ['HIGH', 'SUBSTANTIAL', true],   ['HIGH', 'HIGH', true],
] as const)('%s is sure enough for %s: %s', (assurance, required, isEnough) => {
  expect(isSureEnough({ assurance }, required)).toBe(isEnough);
});
