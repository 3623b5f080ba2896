import fc from 'fast-check';
import { type ExplainedFinding, unanswered } from '../../../src/domain/intake/answers';
import type { Form } from '../../../src/domain/intake/form';
import { FREE_TEXT_MIN, freeTextProblems, tidied } from '../../../src/domain/intake/free-text';
import { obstacles } from '../../../src/domain/intake/may-submit';
import { afterStep, type Doing, type Life, refusals, STEPS, TRANSITIONS } from '../../../src/domain/intake/transitions';
import { DELIVERY_STATUSES, type DeliveryStatus, valuesOf } from '../../../src/domain/vocabulary';

const QUESTION: ExplainedFinding = {
  ...{ severity: 'QUESTION', step: 'COHERENCE', rule: 'coherence.jump', section: 'finances', row: 0, field: 'A2.7' },
  ...{ place: null, value: '€ 100', expected: null, message: { nl: 'Klopt dit?', en: 'Is this right?' } },
  explanation: null,
};
const ERROR: ExplainedFinding = { ...QUESTION, severity: 'ERROR', rule: 'cell.required' };
const ANSWERED: ExplainedFinding = { ...QUESTION, explanation: 'overname A' };

describe('An answer to a question', () => {
  it('holds when it explains, and not when it is too short', () => {
    expect(unanswered([ANSWERED])).toEqual([]);
    expect(unanswered([QUESTION])).toEqual([QUESTION]);
    expect(unanswered([{ ...QUESTION, explanation: 'overname ' }])).toHaveLength(1);
  });

  it('is no way round an error', () => {
    expect(unanswered([ERROR])).toEqual([]);
  });
});

describe('A text that people write beside the values', () => {
  const says = (text: string) => freeTextProblems(text).map(({ nl }) => nl.slice(0, 40));

  it('needs ten characters that can be seen, and no more than a thousand', () => {
    expect('overname A').toHaveLength(FREE_TEXT_MIN);
    expect(says('overname A')).toEqual([]);
    expect(says('   overname   ')).toEqual([expect.stringContaining('ten minste 10')]);
    expect(says(' '.repeat(12))).toHaveLength(1);
    expect(says('overname\u200b\u200b')).toHaveLength(1);
    expect(says(`   ${'a'.repeat(1000)}   `)).toEqual([]);
    expect(says('a'.repeat(1001))).toHaveLength(1);
  });

  it.each(['\u2800'.repeat(20), '\u3164'.repeat(20), '..........', '- - - - - - a b'])(
    'says something: what is empty to look at does not',
    (text) => {
      expect(says(text)).toEqual(['Schrijf in ten minste 10 tekens waarom.']);
    },
  );

  it('holds nothing that hides what it says, and nothing of a person', () => {
    for (const hidden of ['\u0007', '\u0000', '\u202e', '\u2066', '\ud800'])
      expect(says(`Dit klopt ${hidden} echt`)).toEqual([expect.stringContaining('onzichtbare')]);
    expect(says('Twee regels:\r\n- een\t1')).toEqual([]);
    expect(tidied('  Twee\r\nregels ')).toBe('Twee\nregels');
    const [personal] = freeTextProblems('Vraag het aan jan.jansen@voorbeeld.nl');
    expect(personal?.nl).toMatch(/^Deze tekst bevat een e-mailadres/);
    expect(JSON.stringify(personal)).not.toContain('jansen');
  });
});

const part = (code: string, isRequired: boolean, mayStayAsItWas: boolean) => ({
  ...{ code, isRequired, mayStayAsItWas, kind: 'LIST' as const, fields: [], key: [], isBulk: false },
  label: { nl: `Deel ${code}`, en: `Part ${code}` },
});
const FORM: Form = {
  ...{ uitvraagKey: 'test', uitvraagVersion: 1, periodStart: '2026-07-01', periodEnd: '2026-10-01' },
  sections: [part('a', true, false), part('b', true, true), part('c', false, false)],
};
const KEPT = new Map(['a', 'b'].map((code) => [code, [{ row: 1, values: new Map() }]]));
const READY = { form: FORM, kept: KEPT, findings: [] };

describe('A delivery may be submitted', () => {
  it('with its required sections, no errors and every question answered', () => {
    expect(obstacles(READY)).toEqual([]);
    expect(obstacles({ ...READY, findings: [ANSWERED] })).toEqual([]);
    expect(obstacles({ ...READY, findings: [{ ...QUESTION, severity: 'INFO' }] })).toEqual([]);
  });

  it('and is told everything that keeps it from that at once', () => {
    const empty = { ...ERROR, rule: 'cell.section-empty', section: 'a', field: null };
    const told = obstacles({ ...READY, kept: new Map(), findings: [ERROR, ERROR, QUESTION, empty] });
    expect(told.map(({ nl }) => nl)).toEqual([
      'Er zijn nog 2 fouten. Los die eerst op.',
      'Er is nog 1 vraag open. Pas de waarde aan, of bevestig haar met uitleg.',
      'Vul nog deze onderdelen in: Deel a en Deel b.',
    ]);
  });
});

const NEW: Life = {
  status: 'CONCEPT',
  version: 1,
  offeredBy: null,
  submittedBy: null,
  newer: 'NONE',
};
const doing = (step: Doing['step'], by = 'anna', more: Partial<Doing> = {}): Doing => ({
  ...{
    step,
    by,
    functions: ['PREPARER', 'APPROVER'],
    isOfParty: true,
    wantsFourEyes: true,
  },
  ...more,
});
const OF_JA: Partial<Doing> = { isOfParty: false, functions: ['ANALYST'] };
const codes = (life: Life, one: Doing) => refusals(life, one).map(({ code }) => code);
const walk = (life: Life, ...steps: Doing[]) => steps.reduce((before, step) => afterStep(before, step) as Life, life);

describe('The life of a delivery', () => {
  it('goes through two people and the JA', () => {
    const life = walk(NEW, doing('CHANGE'), doing('OFFER'), doing('SUBMIT', 'bert'), doing('ACCEPT', 'jo', OF_JA));
    expect(life).toMatchObject({ status: 'ACCEPTED', offeredBy: 'anna', submittedBy: 'bert' });
    expect(walk(life, doing('CORRECT'))).toMatchObject({
      status: 'CONCEPT',
      version: 2,
      submittedBy: null,
      offeredBy: null,
    });
  });

  it.each<[string, Life, Doing, string[]]>([
    ['submitted by who offered it', walk(NEW, doing('OFFER')), doing('SUBMIT'), ['OFFERER']],
    ['submitted without an offer', NEW, doing('SUBMIT'), ['OFFER_FIRST']],
    ['submitted at once, where one person suffices', NEW, doing('SUBMIT', 'anna', { wantsFourEyes: false }), []],
    ['offered, where one person suffices', NEW, doing('OFFER', 'anna', { wantsFourEyes: false }), ['OFFER_NOT_NEEDED']],
    [
      'submitted by the offerer after four eyes were dropped',
      walk(NEW, doing('OFFER')),
      doing('SUBMIT', 'anna', { wantsFourEyes: false }),
      ['OFFERER'],
    ],
    [
      'submitted by who changed it before the offer',
      walk(NEW, doing('CHANGE', 'bert'), doing('OFFER')),
      doing('SUBMIT', 'bert'),
      [],
    ],
    [
      'submitted by a preparer',
      walk(NEW, doing('OFFER')),
      doing('SUBMIT', 'bert', { functions: ['PREPARER'] }),
      ['FUNCTION'],
    ],
    ['changed by a reader', NEW, doing('CHANGE', 'anna', { functions: ['READER'] }), ['FUNCTION']],
    ['changed when it was submitted', { ...NEW, status: 'SUBMITTED' }, doing('CHANGE'), ['FROM']],
    [
      'accepted by the party itself',
      { ...NEW, status: 'SUBMITTED' },
      doing('ACCEPT', 'anna', { functions: ['ANALYST'] }),
      ['SIDE'],
    ],
    [
      'corrected where a newer version is begun',
      { ...NEW, status: 'ACCEPTED', newer: 'BEGUN' },
      doing('CORRECT'),
      ['REPLACED'],
    ],
    [
      'judged where a correction is begun',
      { ...NEW, status: 'SUBMITTED', newer: 'BEGUN' },
      doing('RETURN', 'jo', OF_JA),
      [],
    ],
    [
      'judged where a correction was submitted',
      { ...NEW, status: 'SUBMITTED', newer: 'SUBMITTED' },
      doing('ACCEPT', 'jo', OF_JA),
      ['REPLACED'],
    ],
    ['dropped, of a correction', { ...NEW, version: 2 }, doing('DROP'), []],
    ['dropped, of what is asked for the first time', NEW, doing('DROP'), ['NO_CORRECTION']],
    ['dropped, of what was submitted', { ...NEW, version: 2, status: 'SUBMITTED' }, doing('DROP'), ['FROM']],
    ['changed while it awaits the second person', walk(NEW, doing('OFFER')), doing('CHANGE', 'bert'), ['FROM']],
    [
      'everything wrong at once',
      { ...NEW, status: 'ACCEPTED', newer: 'SUBMITTED' },
      doing('RETURN', 'anna', { functions: [] }),
      ['REPLACED', 'FROM', 'SIDE', 'FUNCTION'],
    ],
  ])('%s', (_what, life, one, expected) => {
    expect(codes(life, one)).toEqual(expected);
  });

  it('allows from each status exactly what the table says', () => {
    const allowed = valuesOf(DELIVERY_STATUSES).flatMap((status) =>
      STEPS.filter((step) => {
        const life = { ...NEW, version: 2, status, offeredBy: 'cees' };
        const side: Partial<Doing> = TRANSITIONS[step].side === 'JA' ? OF_JA : {};
        const wantsFourEyes = !(status === 'CONCEPT' && step === 'SUBMIT');
        return refusals(life, doing(step, 'bert', { ...side, wantsFourEyes })).length === 0;
      }).map((step) => `${status} ${step} ${TRANSITIONS[step].to}`),
    );
    expect(allowed).toEqual([
      'CONCEPT CHANGE CONCEPT',
      'CONCEPT OFFER AWAITING_SECOND_PERSON',
      'CONCEPT SUBMIT SUBMITTED',
      'CONCEPT DROP null',
      'AWAITING_SECOND_PERSON WITHDRAW CONCEPT',
      'AWAITING_SECOND_PERSON SEND_BACK CONCEPT',
      'AWAITING_SECOND_PERSON SUBMIT SUBMITTED',
      'SUBMITTED RETURN RETURNED',
      'SUBMITTED ACCEPT ACCEPTED',
      'SUBMITTED CORRECT CONCEPT',
      'RETURNED CORRECT CONCEPT',
      'ACCEPTED CORRECT CONCEPT',
    ]);
  });

  it('says every refusal in words, with what to do', () => {
    for (const { nl, en } of refusals(
      { ...NEW, status: 'ACCEPTED', newer: 'SUBMITTED' },
      doing('RETURN', 'anna', { functions: [] }),
    )) {
      expect(`${nl}${en}`).not.toMatch(/[{}]|undefined/);
    }
    expect(refusals(walk(NEW, doing('OFFER')), doing('SUBMIT'))[0]?.nl).toBe(
      'U hebt deze aanlevering zelf ter goedkeuring gestuurd. Laat een collega haar indienen.',
    );
  });

  it('never submits under four eyes by one person, whichever steps are tried', () => {
    const one = fc.record({
      step: fc.constantFrom(...STEPS),
      by: fc.constantFrom('anna', 'bert', 'cees'),
      isOfParty: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (tried) => {
        let life = NEW;
        let editorsSinceOffer: string[] = [];
        for (const { step, by, isOfParty } of tried) {
          const next = doing(step, by, { isOfParty, functions: ['PREPARER', 'APPROVER', 'ANALYST'] });
          if (refusals(life, next).length > 0) continue;
          if (step === 'OFFER') editorsSinceOffer = [];
          if (step === 'CHANGE') editorsSinceOffer.push(by);
          const before: DeliveryStatus = life.status;
          life = afterStep(life, next) ?? NEW;
          if (step !== 'SUBMIT') continue;
          expect(before).toBe('AWAITING_SECOND_PERSON');
          expect(life.offeredBy).not.toBeNull();
          expect(life.offeredBy).not.toBe(life.submittedBy);
          expect(editorsSinceOffer).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not take a step that was refused', () => {
    expect(() => afterStep(NEW, doing('ACCEPT'))).toThrow(RangeError);
  });
});
