import { type MeldingDraft, meldingProblems } from '../../src/domain/meldpunt';
import { MELDING_REASONS, valuesOf } from '../../src/domain/vocabulary';

const draft: MeldingDraft = {
  clientKey: '7d3c',
  reason: 'CONTINUITY',
  explanation: 'The second location closes earlier than planned.',
};
const fields = (change: Partial<MeldingDraft>) => meldingProblems({ ...draft, ...change }).map(({ field }) => field);

describe('a melding', () => {
  it.each(valuesOf(MELDING_REASONS))('of reason %s can be registered when it is complete', (reason) => {
    expect(fields({ reason, careForm: 'JH1221', effectiveOn: '2026-12-01', moment: 'FORESEEN' })).toEqual([]);
  });

  it('about a change of care says which form of care and from which day', () => {
    expect(fields({ reason: 'CARE_CHANGE' })).toEqual(['careForm', 'effectiveOn']);
    expect(fields({ reason: 'CARE_CHANGE', careForm: null, effectiveOn: ' ' })).toEqual(['careForm', 'effectiveOn']);
    expect(fields({ reason: 'CARE_CHANGE', careForm: 'JH1221', effectiveOn: '2026-12-01' })).toEqual([]);
  });

  it('about anything else needs no form of care and no day', () => {
    for (const reason of valuesOf(MELDING_REASONS).filter((word) => word !== 'CARE_CHANGE')) {
      expect(fields({ reason })).toEqual([]);
    }
  });

  it.each([
    ['a reason that is not one of the eight', { reason: 'OTHER' }, 'reason'],
    ['a reason that every object has', { reason: 'toString' }, 'reason'],
    ['a moment that is neither foreseen nor actual', { moment: 'LATER' }, 'moment'],
    ['a day that does not exist', { effectiveOn: '2026-02-30' }, 'effectiveOn'],
    ['a moment of the day instead of a day', { effectiveOn: '2026-02-20T10:00:00Z' }, 'effectiveOn'],
    ['no explanation', { explanation: '' }, 'explanation'],
    ['an explanation of blanks only', { explanation: ' \n\t ' }, 'explanation'],
    ['an explanation of 4,001 characters', { explanation: 'é'.repeat(4001) }, 'explanation'],
    ['an explanation that cannot be stored', { explanation: 'a\0b' }, 'explanation'],
    ['no key', { clientKey: '  ' }, 'clientKey'],
    ['a key of 101 characters', { clientKey: 'k'.repeat(101) }, 'clientKey'],
  ])('is refused with %s', (_, change, field) => {
    expect(fields(change)).toEqual([field]);
  });

  it('may use its length to the full, counted in characters after trimming', () => {
    expect(fields({ explanation: ` ${'🏠'.repeat(4000)} `, clientKey: 'k'.repeat(100) })).toEqual([]);
  });

  it('is told every problem at once, in both languages, without repeating what was sent', () => {
    const problems = meldingProblems({ clientKey: '', reason: 'secret', explanation: '', effectiveOn: 'secret' });
    expect(problems.map(({ field }) => field)).toEqual(['clientKey', 'reason', 'effectiveOn', 'explanation']);
    for (const { en, nl } of problems) {
      expect(en).toMatch(/\.$/);
      expect(nl).toMatch(/\.$/);
      expect(en + nl).not.toContain('secret');
    }
  });
});
