import covenant from '../../../seeds/reference/uitvraag/convenant-bijlage-4.json';
import { HISTORY_FROM, HISTORY_TO, quarterEnd, quarterStart } from '../../../seeds/world/calendar';
import { dueAfter, dueIn } from '../../../seeds/world/delivering';
import { burdenOf, sayBurden } from '../../../src/domain/intake/burden';
import { NOTHING_KNOWN } from '../../../src/domain/intake/coherence/known';
import { formFor } from '../../../src/domain/intake/form-for';
import { giveBack } from '../../../src/domain/intake/give-back';
import { periodsAsked } from '../../../src/domain/intake/periods-asked';
import { taskName } from '../../../src/domain/intake/task-name';
import { byUrgency, type TaskFacts, taskOf } from '../../../src/domain/intake/tasks';
import { termProblems } from '../../../src/domain/intake/term-problems';
import { DEFAULT_TERMS, reminderDays, termDays } from '../../../src/domain/intake/terms';
import type { UitvraagDefinition } from '../../../src/domain/uitvraag/definition';
import { healthyBut } from '../healthy';

const DEFINITION = covenant as UitvraagDefinition;
const QUARTER = formFor(DEFINITION, {
  kind: 'PROVIDER',
  frequency: 'QUARTER',
  periodStart: '2026-07-01',
  periodEnd: '2026-10-01',
});

describe('The terms of a delivery', () => {
  it.each([
    ['2026-01-01', '2026-04-01', '2026-04-30'],
    ['2026-04-01', '2026-07-01', '2026-07-31'],
    ['2026-07-01', '2026-10-01', '2026-10-31'],
    ['2026-10-01', '2027-01-01', '2027-01-31'],
  ])('of the quarter from %s to %s end on %s', (start, end, dueOn) => {
    expect(termDays(DEFAULT_TERMS.QUARTER, start, end)).toMatchObject({ opensOn: end, dueOn });
  });

  it('are those of the invented world', () => {
    for (let quarter = HISTORY_FROM; quarter <= HISTORY_TO; quarter++) {
      const days = termDays(DEFAULT_TERMS.QUARTER, quarterStart(quarter), quarterEnd(quarter));
      expect(days.dueOn).toBe(dueAfter(quarter));
    }
    expect(termDays(DEFAULT_TERMS.YEAR, '2026-01-01', '2027-01-01').dueOn).toBe(dueIn(2026));
  });

  it('remind before and after, and tell the JA of silence', () => {
    expect(reminderDays(DEFAULT_TERMS.QUARTER, '2026-10-31', '2026-10-01')).toEqual({
      remindOn: ['2026-10-17', '2026-10-28', '2026-11-01', '2026-11-07'],
      escalateOn: '2026-11-14',
    });
  });

  it('remind of nothing before it was asked, nor after the JA was told', () => {
    const hasty = {
      ...DEFAULT_TERMS.QUARTER,
      remindDaysBefore: [40, 30],
      remindDaysAfter: [1, 20],
      escalateDaysAfter: 20,
    };
    expect(reminderDays(hasty, '2026-10-31', '2026-10-01')).toEqual({
      remindOn: ['2026-10-01', '2026-11-01'],
      escalateOn: '2026-11-20',
    });
  });

  it('give who is asked late the same days', () => {
    expect(reminderDays(DEFAULT_TERMS.QUARTER, '2026-10-31', '2026-11-22')).toEqual({
      remindOn: ['2026-11-23', '2026-11-29'],
      escalateOn: '2026-12-06',
    });
  });

  const YEAR = DEFAULT_TERMS.YEAR;
  it.each<[string, unknown, readonly string[]]>([
    ['those by default', DEFAULT_TERMS, []],
    ['of one frequency', { YEAR }, []],
    ['a text', 'soon', ['NO_TERMS']],
    ['a list', [], ['NO_TERMS']],
    ['of a month', { MONTH: YEAR }, ['NO_TERMS']],
    ['nothing for a year', { YEAR: null }, ['NO_TERMS']],
    ['without reminders', { YEAR: { opens: YEAR.opens, due: YEAR.due, escalateDaysAfter: 14 } }, ['NO_TERMS']],
    ['another word', { YEAR: { ...YEAR, remind: [] } }, ['NO_TERMS']],
    ['half a month', { YEAR: { ...YEAR, due: { ...YEAR.due, months: 2.5 } } }, ['NO_MOMENT']],
    ['a century', { YEAR: { ...YEAR, due: { ...YEAR.due, months: 1200 } } }, ['NO_MOMENT']],
    ['from the middle', { YEAR: { ...YEAR, opens: { ...YEAR.opens, from: 'MIDDLE' } } }, ['NO_MOMENT']],
    ['a day of words', { YEAR: { ...YEAR, remindDaysAfter: ['7'] } }, ['NO_DAYS']],
    ['silence on the due date itself', { YEAR: { ...YEAR, escalateDaysAfter: 0 } }, ['NO_DAYS']],
    ['due when it opens', { YEAR: { ...YEAR, due: YEAR.opens } }, ['OPENS_TOO_LATE']],
    [
      'a year that opens at its end',
      { YEAR: { ...YEAR, opens: { from: 'END', months: 0, days: 0 } } },
      ['OPENS_TOO_LATE'],
    ],
  ])('are refused when they cannot be: %s', (_, terms, problems) => {
    expect(termProblems(terms).map(({ problem }) => problem)).toEqual(problems);
  });
});

describe('The periods that are asked', () => {
  const asked = (
    day: string,
    more: Partial<UitvraagDefinition> = {},
    kind: 'PROVIDER' | 'DATA_SUPPLIER' | 'INSPECTION' = 'PROVIDER',
  ) =>
    periodsAsked({ ...DEFINITION, validFrom: '2026-01-01', ...more }, kind, day).map(
      ({ frequency, periodStart }) => `${frequency} ${periodStart}`,
    );

  it('are those that have opened, and not a day earlier', () => {
    expect(asked('2025-12-31')).toEqual([]);
    expect(asked('2026-01-01')).toEqual(['YEAR 2026-01-01']);
    expect(asked('2026-03-31')).toEqual(['YEAR 2026-01-01']);
    expect(asked('2026-07-01')).toEqual([
      'QUARTER 2026-01-01',
      'HALF_YEAR 2026-01-01',
      'YEAR 2026-01-01',
      'QUARTER 2026-04-01',
    ]);
  });

  it('begin on the first whole period, and end with the last that began', () => {
    expect(asked('2026-12-31', { validFrom: '2026-02-01' })).toEqual(['QUARTER 2026-04-01', 'QUARTER 2026-07-01']);
    expect(asked('2027-12-31', { validTo: '2026-04-02' }).at(-1)).toBe('QUARTER 2026-04-01');
    expect(asked('2027-12-31', { validTo: '2026-04-01' }).at(-1)).toBe('YEAR 2026-01-01');
  });

  it('are those of the frequencies that a kind of party has items for', () => {
    expect(asked('2026-07-01', {}, 'DATA_SUPPLIER')).toEqual(['QUARTER 2026-01-01', 'QUARTER 2026-04-01']);
    expect(asked('2026-07-01', {}, 'INSPECTION')).toEqual([]);
  });

  it('can be those that are due from a day on', () => {
    const found = periodsAsked({ ...DEFINITION, validFrom: '2022-01-01' }, 'DATA_SUPPLIER', '2026-11-22', {
      since: '2026-10-31',
    });
    expect(found.map(({ periodStart, dueOn }) => [periodStart, dueOn])).toEqual([['2026-07-01', '2026-10-31']]);
  });
});

describe('A task', () => {
  const facts: TaskFacts = {
    ...{ name: { nl: 'Kwartaalcijfers 2026-Q3', en: 'Quarterly figures 2026-Q3' }, status: 'CONCEPT' },
    ...{ isCorrection: false, dueOn: '2026-11-30', today: '2026-11-21', filled: 61, asked: 64, isBegun: true },
  };
  it.each<[Partial<TaskFacts>, string]>([
    [{}, 'Ga verder met Kwartaalcijfers 2026-Q3: 61 van 64 velden zijn ingevuld, uiterlijk 30-11-2026 (nog 9 dagen).'],
    [{ isBegun: false }, 'Begin met Kwartaalcijfers 2026-Q3, uiterlijk 30-11-2026 (nog 9 dagen).'],
    [{ isBegun: false, today: '2026-11-29' }, 'Begin met Kwartaalcijfers 2026-Q3, uiterlijk 30-11-2026 (nog 1 dag).'],
    [{ isBegun: false, today: '2026-11-30' }, 'Begin met Kwartaalcijfers 2026-Q3, uiterlijk vandaag.'],
    [
      { isBegun: false, today: '2026-12-01' },
      'Begin met Kwartaalcijfers 2026-Q3. Dit had 30-11-2026 gemoeten: 1 dag te laat.',
    ],
    [{ status: 'ACCEPTED', today: '2026-12-01' }, 'Kwartaalcijfers 2026-Q3 is geaccepteerd. U hoeft niets te doen.'],
    [
      { filled: 0, today: '2026-12-01', isCorrection: true },
      'Ga verder met de correctie van Kwartaalcijfers 2026-Q3: dien haar in, of laat haar vervallen.',
    ],
    [
      { status: 'AWAITING_SECOND_PERSON', today: '2026-12-01', isCorrection: true },
      'Kwartaalcijfers 2026-Q3 is ingevuld. Een collega moet het nakijken en indienen.',
    ],
    [{ status: 'RETURNED' }, 'De JA heeft een vraag over Kwartaalcijfers 2026-Q3. Maak een correctie en dien die in.'],
  ])('with %j says what to do', (more, sentence) => {
    expect(taskOf({ ...facts, ...more }).nl).toBe(sentence);
  });

  it('is late from the day after, unless it was submitted', () => {
    const isLate = (more: Partial<TaskFacts>) => taskOf({ ...facts, ...more }).isLate;
    expect([isLate({ today: '2026-11-30' }), isLate({ today: '2026-12-01' })]).toEqual([false, true]);
    expect([
      isLate({ today: '2026-12-01', status: 'AWAITING_SECOND_PERSON' }),
      isLate({ today: '2026-12-01', status: 'SUBMITTED' }),
    ]).toEqual([true, false]);
    expect([
      isLate({ today: '2026-12-01', isCorrection: true }),
      isLate({ today: '2026-12-01', status: 'AWAITING_SECOND_PERSON', isCorrection: true }),
    ]).toEqual([false, false]);
  });

  it('has a progress from 0 to 1', () => {
    expect([taskOf({ ...facts, asked: 0 }), taskOf({ ...facts, filled: 99 })].map(({ progress }) => progress)).toEqual([
      0, 1,
    ]);
  });

  it('comes before what has more time, and before what is done', () => {
    const tasks = [
      taskOf({ ...facts, status: 'ACCEPTED', dueOn: '2026-01-01' }),
      taskOf({ ...facts, dueOn: '2026-12-31' }),
      taskOf(facts),
      taskOf({ ...facts, status: 'RETURNED' }),
      taskOf({ ...facts, dueOn: '2026-11-01' }),
    ];
    expect([...tasks].sort(byUrgency).map((task) => tasks.indexOf(task))).toEqual([4, 3, 2, 1, 0]);
  });
});

describe('What is given back', () => {
  const kept = (values: Readonly<Record<string, string>>) =>
    new Map([['finances', [{ row: 0, values: new Map(Object.entries(values)) }]]]);
  const known = { ...NOTHING_KNOWN, history: healthyBut() };

  it('says which criteria the figures meet', () => {
    const back = giveBack(QUARTER, kept({ 'A2.6': '19000000', 'A2.7': '100000000' }), known);
    expect(back).toMatchObject({ quarter: '2026-07-01', trede: 3 });
    expect(back?.nl).toBe(
      'Met deze cijfers komt u uit op trede 3: de solvabiliteit ligt onder 20%. Mensen stellen de trede vast, niet dit systeem.',
    );
  });

  it('says which limits are near, and not which are far', () => {
    const near = (equity: string) =>
      giveBack(QUARTER, kept({ 'A2.6': equity, 'A2.7': '100000000' }), known)?.near.map(({ nl }) => nl) ?? [];
    expect(near('21000000').some((text) => text.includes('eigen vermogen van € 199.999,99'))).toBe(true);
    expect(near('30000000').filter((text) => text.includes('eigen vermogen van'))).toEqual([]);
  });

  it('tells the own trend over the last five quarters', () => {
    const back = giveBack(QUARTER, kept({ 'A2.6': '25000000', 'A2.7': '100000000' }), known);
    expect(back?.trends.find(({ ratio }) => ratio === 'solvency')).toEqual({
      ...{ ratio: 'solvency', values: [0.3, 0.3, 0.3, 0.3, 0.25], trend: 'WORSE' },
      nl: 'Solvabiliteit: 25,0%, vorig kwartaal 30,0% (slechter).',
      en: 'Solvency: 25.0%, quarter before 30.0% (worse).',
    });
  });

  it('says nothing that it cannot know', () => {
    expect(giveBack(QUARTER, kept({ 'A2.6': '1' }), NOTHING_KNOWN)).toMatchObject({ trede: null, met: [], trends: [] });
    expect(giveBack({ ...QUARTER, periodEnd: '2027-01-01' }, new Map(), known)).toBeNull();
  });
});

describe('The burden of a form', () => {
  it('counts the values that must be there, and where values came from', () => {
    const cells = [
      { section: 'finances', field: 'A2.1', origin: 'PREVIOUS', value: '1' },
      { section: 'finances', field: 'A2.2', origin: 'PREVIOUS', value: null },
      { section: 'finances', field: 'A2.4', origin: 'OTHER_UITVRAAG', value: '2' },
      { section: 'finances', field: 'A2.5', origin: 'FORM', value: '3' },
      // May be left out, so it is not among what is asked.
      { section: 'finances', field: 'A2.13', origin: 'PREVIOUS', value: '4' },
    ] as const;
    const required = DEFINITION.items.filter(
      ({ askedOf, frequency, isRequired }) => askedOf === 'PROVIDER' && frequency === 'QUARTER' && isRequired,
    ).length;
    expect(burdenOf(QUARTER, new Map(), new Map(), cells)).toEqual({ asked: required, prefilled: 1, reused: 1 });
  });

  it('is told per delivery', () => {
    const name = taskName('Bijlage 4', '2026-07-01', '2026-10-01');
    const counts = { deliveries: 4, asked: 70, prefilled: 3, reused: 12 };
    expect(sayBurden(name, counts)).toEqual({
      nl: `${name.nl}: aangeleverd: 4 keer; gemiddeld 17,5 gegevens gevraagd, waarvan 0,8 al bekend en 3 uit een andere uitvraag.`,
      en: `${name.en}: deliveries: 4; 17.5 values asked on average, of which 0.8 were known and 3 came from another uitvraag.`,
    });
  });
});
