import { refuseProblems } from '../../resolvers/refuse-problems';
import { MeldingInput } from '../../schema/melding-input';
import { Invalid } from '../../src/errors';

const GOOD = { clientKey: 'melding-1', reason: 'CONTINUITY', explanation: 'Twee groepen sluiten.' } as const;
const UUID = '6f1c2c5e-0d6b-4c53-9a35-6a4f0f6f8e11';

const input = (rest: Readonly<Record<string, unknown>>) => Object.assign(new MeldingInput(), GOOD, rest);
function refused(rest: Readonly<Record<string, unknown>>): Invalid {
  try {
    refuseProblems(input(rest));
  } catch (error) {
    if (error instanceof Invalid) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
const fieldsOf = (error: Invalid) => error.problems.map(({ field }) => field);

describe('the input of a melding', () => {
  it('needs no more than a key, a reason and an explanation', () => {
    expect(() => refuseProblems(input({}))).not.toThrow();
    expect(() => refuseProblems(input({ moment: null, providerId: null, effectiveOn: null }))).not.toThrow();
  });

  it('may name a provider, a place, a form of care and a day', () => {
    const named = {
      moment: 'FORESEEN',
      providerId: `Provider:${UUID}`,
      municipalityCode: 'GM0014',
      regionCode: 'JZ01',
      careFormCode: 'JH1221',
      effectiveOn: '2026-07-01',
    };
    expect(() => refuseProblems(input(named))).not.toThrow();
  });

  it.each([
    ['clientKey', ''],
    ['clientKey', 'x'.repeat(101)],
    ['reason', 'WEATHER'],
    ['moment', 'LATER'],
    ['providerId', UUID],
    ['providerId', `Region:${UUID}`],
    ['municipalityCode', 'GM14'],
    ['regionCode', "JZ01' or true"],
    ['careFormCode', 'JH 1221'],
    ['effectiveOn', '2026-02-30'],
    ['explanation', ''],
    ['explanation', 'x'.repeat(4001)],
  ])('is refused for its %s alone when that is %p', (field, value) => {
    expect(fieldsOf(refused({ [field]: value }))).toEqual([field]);
  });

  it('hears every problem at once, in both languages, and not one word of its own', () => {
    const error = refused({ reason: 'Jantje', providerId: 'Beton', effectiveOn: 'gisteren' });
    expect(fieldsOf(error).sort()).toEqual(['effectiveOn', 'providerId', 'reason']);
    expect(error.problems.every(({ en, nl }) => en.length > 10 && nl.length > 10)).toBe(true);
    expect(JSON.stringify([error.message, error.problems, error.sentence])).not.toMatch(/Jantje|Beton|gisteren/);
  });

  it('does not take what it does not know', () => {
    expect(() => refuseProblems(input({ reporterPartyId: 'x' }))).toThrow(Invalid);
  });
});
