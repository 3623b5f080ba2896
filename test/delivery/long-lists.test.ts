/** Lists that are too long for a form: they come as lines of a file of their own, and in no other way. */
import { receiveDelivery } from '../../src/intake/receive-delivery';
import { csvFor } from '../../src/intake/template-for';
import { within } from '../../src/intake/within';
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, uuidOf } from './ground';

const QUARTER = ['2026-10-01', '2027-01-01'] as const;
let ground: Ground;
let supplier: Viewer;
let wissel: Viewer;
let id: string;
let kvk: string;
let referrer: string;
let unit: string;

beforeAll(async () => {
  ground = await Ground.open();
  const [{ key }] = await ground.rows("select key from party where kind = 'DATA_SUPPLIER' order by key limit 1");
  supplier = await ground.viewer(key);
  wissel = await ground.viewer('provider:de-wissel');
  id = await ground.taskOf(supplier, COVENANT, ...QUARTER);
  [{ kvk }] = await ground.rows('select kvk_number as kvk from provider where id = $1', [wissel.providerId]);
  [{ referrer }] = await ground.rows(
    "select code as referrer from code_list_entry where list_code = 'COD327' order by code limit 1",
  );
  [{ unit }] = await ground.rows('select unit from declaration limit 1');
}, 60_000);
afterAll(() => ground?.close());

const REFERRALS = 'municipality;careForm;referrer;referrals;starts;waitingDays';
const NATIONAL = 'kvkNumber;municipality;careForm;amount;volume;unit';
const referral = () => `GM0014;JH1221;${referrer};3;2;12,5`;
const csv = (...lines: string[]) => lines.join('\n');
const linesOf = (section: string) =>
  ground.rows('select unnest(lines) as line from draft_lines where delivery_id = $1 and section = $2', [
    uuidOf(id),
    section,
  ]);
/** What is refused leaves the lines that were there. */
async function refused(section: string | undefined, content: string, rules: readonly string[]) {
  const before = await linesOf('referrals');
  const { result, findings } = await ground.upload(supplier, id, section, content);
  expect([result, findings.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule)]).toEqual([
    'REFUSED',
    rules,
  ]);
  expect(await linesOf('referrals')).toEqual(before);
  return findings;
}

it('what nobody waits for any more is not read to its end, and nothing of it stays', async () => {
  const before = await linesOf('referrals');
  const gone = new AbortController();
  const stages: string[] = [];
  const many = csv(REFERRALS, ...Array.from({ length: 9_000 }, (_, at) => `GM0014;JH1221;${referrer};${at};2;12,5`));
  const ctx = Object.assign(ground.context(supplier), { gone: gone.signal });
  await expect(
    ground.upload(supplier, id, 'referrals', many, ctx, (stage) => {
      stages.push(stage);
      if (stage === 'CELL') gone.abort();
    }),
  ).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(stages.filter((stage) => stage === 'CELL')).toHaveLength(1);
  expect(await linesOf('referrals')).toEqual(before);
});

it('a file that takes minutes to arrive is taken: who sends it is believed anew', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const ctx = ground.context(supplier, new Date(Date.now() - 120_000));
  clock.mockReturnValue(120_000);
  try {
    await expect(ctx.transaction((tx) => tx.query('select from delivery'))).rejects.toMatchObject({ code: '28000' });
    const { result } = await ground.upload(supplier, id, 'referrals', csv(REFERRALS, referral()), ctx);
    expect(result).toBe('READ');
  } finally {
    clock.mockRestore();
  }
});

describe('as rows they are not taken, because as rows they cannot land', () => {
  it('from a program', async () => {
    const ctx = ground.context(supplier);
    const rows = [{ municipality: 'GM0014', careForm: 'JH1221', referrer, referrals: 3, starts: 2 }];
    const body = { uitvraag: COVENANT, period: '2026Q4', values: { referrals: rows } };
    const undo = new Error('undo');
    const outcome = await new Promise<Awaited<ReturnType<typeof receiveDelivery>>>((resolve, reject) => {
      ctx
        .transaction(async (tx) => {
          resolve(await receiveDelivery(within(ctx, tx), tx, { ...body, submit: true }));
          throw undo;
        })
        .catch((error) => error === undo || reject(error));
    });
    expect(outcome.result).toBe('REFUSED');
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ rule: 'cell.long-list', severity: 'ERROR', section: 'referrals' }),
    );
  });

  it('in a CSV without a section', async () => {
    const findings = await refused(undefined, csv(REFERRALS, referral()), ['form.long-list']);
    expect(findings.find(({ rule }) => rule === 'form.long-list')?.message.en).toContain('?section=');
    const template = (await csvFor(ground.context(supplier), id, 'referrals', ground.seal)).content.toString();
    await refused(undefined, csv(template.trimEnd(), referral()), ['form.long-list']);
    expect(await ground.rows('select from draft_value where section = $1', ['referrals'])).toEqual([]);
  });
});

describe('the first line of its template', () => {
  const template = async (viewer: Viewer, delivery: string, section: string) =>
    (await csvFor(ground.context(viewer), delivery, section, ground.seal)).content.toString().trimEnd();

  it('is believed when it is of this delivery', async () => {
    const own = await template(supplier, id, 'referrals');
    expect(await ground.upload(supplier, id, 'referrals', csv(own, referral()))).toMatchObject({
      result: 'READ',
      lines: 1,
    });
  });

  it('of another period, another party or with a change is refused', async () => {
    const own = await template(supplier, id, 'referrals');
    const others = await template(wissel, await ground.taskOf(wissel, COVENANT, ...QUARTER), 'declarations');
    const [mark = ''] = own.split('\r\n');
    const [other = ''] = others.split('\r\n');
    await refused('referrals', csv(own.replace(mark, other), referral()), ['form.other-party']);
    await refused('referrals', csv(own.replace('2026-10-01', '2026-07-01'), referral()), ['form.wrong-period']);
    await refused(
      'referrals',
      csv(
        own.replace(/#ews;(.)/, (_, one) => `#ews;${one === 'x' ? 'y' : 'x'}`),
        referral(),
      ),
      ['form.changed-token'],
    );
  });

  it('as a spreadsheet rewrites it is refused with the remedy, and not taken for absent', async () => {
    const own = await template(supplier, id, 'referrals');
    const rewritten = own.replaceAll(/'?(\d{4})-0?(\d+)-0?(\d+)/g, '$3-$2-$1');
    expect(rewritten).not.toBe(own);
    const [finding] = await refused('referrals', csv(rewritten, referral()), ['form.changed-mark']);
    expect(finding?.message.nl).toContain('Download het csv-bestand');
  });

  it('is a line like others anywhere else', async () => {
    const own = await template(supplier, id, 'referrals');
    const [mark = ''] = own.split('\r\n');
    await refused('referrals', csv(REFERRALS, referral(), mark.replace('\ufeff', '')), ['form.csv-columns']);
  });
});

describe('columns', () => {
  it('as many in every line: a decimal comma between commas is no two cells', async () => {
    const columns = REFERRALS.replaceAll(';', ',');
    const findings = await refused('referrals', csv(columns, `GM0014,JH1221,${referrer},3,2,12,5`), [
      'form.csv-columns',
    ]);
    expect(findings.find(({ rule }) => rule === 'form.csv-columns')?.place?.cell).toBe('2');
    await refused('referrals', csv(REFERRALS, `GM0014;JH1221;${referrer};3`), ['form.csv-columns']);
    await refused('referrals', csv(`${REFERRALS.replace('starts', '')};starts`, `${referral()};2`), [
      'form.csv-columns',
    ]);
  });

  it('may be followed by empty ones, as a spreadsheet writes them', async () => {
    expect(await ground.upload(supplier, id, 'referrals', csv(`${REFERRALS};;`, `${referral()};;`))).toMatchObject({
      result: 'READ',
      lines: 1,
    });
  });

  it('may not be there twice, by code or by label', async () => {
    await refused('referrals', csv(`${REFERRALS};starts`, `${referral()};9`), ['form.column-twice']);
    await refused('referrals', csv(`${REFERRALS};Gestarte trajecten`, `${referral()};9`), ['form.column-twice']);
  });
});

it('a provider outside the register is told by line: its line would land nowhere', async () => {
  const right = `${kvk};GM0014;JH1221;1.500,25;10;${unit}`;
  const findings = await refused('nationalDeclarations', csv(NATIONAL, right, right.replace(kvk, '99999990')), [
    'cell.unknown-provider',
  ]);
  expect(findings.find(({ severity }) => severity === 'ERROR')).toMatchObject({ row: 3, field: 'kvkNumber' });
});

it('data of people in a line is told as such, without the value', async () => {
  const findings = await refused(
    'nationalDeclarations',
    csv(NATIONAL, `BSN 111222333;GM0014;JH1221;moeder belde 06-12345678;10;${unit}`),
    ['cell.personal-data', 'cell.personal-data'],
  );
  expect(JSON.stringify(findings)).not.toMatch(/111222333|12345678/);
});

it('lines that name the same are told until another file comes, without being read again', async () => {
  const twice = csv(REFERRALS, referral(), referral());
  const { result, findings } = await ground.upload(supplier, id, 'referrals', twice);
  expect([result, findings.map(({ rule, row }) => [rule, row])]).toEqual([
    'READ',
    expect.arrayContaining([['cell.duplicate-row', 3]]),
  ]);
  const rules = async () => (await ground.draft(supplier, id)).findings.map(({ rule }: { rule: string }) => rule);
  // Whatever a check makes of them now, it would be something else.
  await ground.rows("update draft_lines set lines = '{}', count = 0 where delivery_id = $1", [uuidOf(id)]);
  const national = csv(NATIONAL, `${kvk};GM0014;JH1221;1.500,25;10;${unit}`);
  await ground.upload(supplier, id, 'nationalDeclarations', national);
  expect(await rules()).toContain('cell.duplicate-row');
  await ground.upload(supplier, id, 'referrals', csv(REFERRALS, referral()));
  expect(await rules()).not.toContain('cell.duplicate-row');
});

/** What lands a list of millions takes longer than a question may. */
const withoutLimit = async (table: string, work: () => Promise<void>) => {
  await ground.rows(`create function told_its_limit() returns trigger language plpgsql as $$ begin
    if current_setting('statement_timeout') <> '0' then raise exception 'There is a limit.'; end if;
    return null;
  end $$`);
  await ground.rows(
    `create trigger told_its_limit before insert or update on ${table} for each statement execute function told_its_limit()`,
  );
  try {
    await work();
  } finally {
    await ground.rows('drop function told_its_limit cascade');
  }
};

it('a correction goes on with the lines of the version before, and needs no file again', async () => {
  const filed = `select count(*)::int as lines from referral where delivery_id = $1`;
  await withoutLimit('referral', () => ground.deliver(supplier, id));
  expect(await ground.rows(filed, [uuidOf(id)])).toEqual([{ lines: 1 }]);
  await ground.step(supplier, 'correctDelivery', id, 'Een contract was vergeten.');
  const second = await ground.taskOf(supplier, COVENANT, ...QUARTER);
  expect(second).not.toBe(id);
  const { maySubmit, obstacles } = await ground.draft(supplier, second);
  expect([maySubmit, obstacles]).toEqual([true, []]);
  await withoutLimit('referral', () => ground.deliver(supplier, second));
  expect(await ground.rows(filed, [uuidOf(second)])).toEqual([{ lines: 1 }]);
});

it('declarations are held against a total also when they are those of the version before', async () => {
  const first = await ground.taskOf(wissel, COVENANT, ...QUARTER);
  const list = csv('municipality;careForm;amount;volume;unit', `GM0014;JH1221;1000,00;10;${unit}`);
  expect((await ground.upload(wissel, first, 'declarations', list)).result).toBe('READ');
  await ground.rows("update party set wants_four_eyes = false where key = 'provider:de-wissel'");
  const production = (text: string) => ({ production: [{ 'A3.1': text }] });
  await ground.deliver(wissel, first, production('1000'));
  await ground.step(wissel, 'correctDelivery', first, 'Het totaal klopte niet.');
  const second = await ground.taskOf(wissel, COVENANT, ...QUARTER);
  const rules = async () => (await ground.draft(wissel, second)).findings.map(({ rule }: { rule: string }) => rule);
  expect(await rules()).not.toContain('coherence.declared-total');
  await ground.complete(wissel, second, production('5000'));
  expect(await rules()).toContain('coherence.declared-total');
});

it('a value that was typed first stands where a file has it, and no colleague is told of a change', async () => {
  const year = await ground.taskOf(wissel, COVENANT, '2027-01-01', '2028-01-01');
  await ground.fillIn(wissel, year, [
    { section: 'providerContracts', row: 1, field: 'reference', text: 'C-1', version: 0 },
  ]);
  const stands = () =>
    ground.rows(
      "select cell, version, origin from draft_value where delivery_id = $1 and field = 'reference' and value is not null",
      [uuidOf(year)],
    );
  const [typed] = await stands();
  expect(typed).toMatchObject({ cell: null, origin: 'FORM' });
  await ground.upload(wissel, year, 'providerContracts', csv('reference', 'C-1'));
  expect(await stands()).toEqual([{ ...typed, cell: '2:reference' }]);
});

describe('what a file had to say of a whole list', () => {
  const CONTRACTS = 'providerContracts';
  let year: string;
  const missing = async () =>
    (await ground.draft(wissel, year)).findings
      .filter(
        ({ rule, section }: { rule: string; section: string }) =>
          rule === 'form.missing-field' && section === CONTRACTS,
      )
      .map(({ field }: { field: string }) => field);
  beforeEach(async () => {
    year = await ground.taskOf(wissel, COVENANT, '2027-01-01', '2028-01-01');
    await ground.upload(wissel, year, CONTRACTS, csv('reference;careForm', 'C-1;JH1221', 'C-2;JH1221'));
  });

  it('lapses for a field once every row has it', async () => {
    expect(await missing()).toContain('annualValue');
    const value = (row: number) => ({ section: CONTRACTS, row, field: 'annualValue', text: '1000' });
    await ground.fillIn(wissel, year, [{ ...value(1), version: 0 }]);
    expect(await missing()).toContain('annualValue');
    await ground.fillIn(wissel, year, [{ ...value(2), version: 0 }]);
    expect(await missing()).not.toContain('annualValue');
    expect(await missing()).toContain('startsOn');
  });

  it('lapses when the list stays as it was', async () => {
    expect(await missing()).toContain('startsOn');
    await ground.sure(wissel, 'mutation ($input: NoChangeInput!) { confirmNoChange(input: $input) { maySubmit } }', {
      input: { deliveryId: year, section: CONTRACTS },
    });
    expect(await missing()).toEqual([]);
  });
});

it.each([
  ['a list that is one object', { municipalReport: { careForm: 'JH1221', budget: 1 } }, 'values.municipalReport'],
  ['an array of single items', { finances: [{ 'A2.6': 1 }] }, 'values.finances'],
])('from a program, %s is refused by its name', async (_what, values, field) => {
  const who = field.endsWith('finances') ? wissel : await ground.viewer('municipality:GM0014');
  const ctx = ground.context(who);
  const body = { uitvraag: COVENANT, period: '2026Q4', values };
  await expect(ctx.transaction((tx) => receiveDelivery(within(ctx, tx), tx, body))).rejects.toMatchObject({
    ...{ code: 'BAD_USER_INPUT', problems: [expect.objectContaining({ field })] },
  });
});
