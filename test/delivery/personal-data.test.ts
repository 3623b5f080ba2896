/** Texts of a delivery are searched for data of people by their form: only where the uitvraag asks for an office may one stand. */
import ExcelJS from 'exceljs';
import { answerQuestion } from '../../src/actions/answer-question';
import { correctDelivery } from '../../src/actions/correct-delivery';
import { returnDelivery } from '../../src/actions/judge-delivery';
import { workbookFor } from '../../src/intake/template-for';
import type { Viewer } from '../../src/policy/viewer';
import { COVENANT, Ground, REGELING } from './ground';

let ground: Ground;
let wissel: Viewer;
beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
}, 60_000);
afterAll(() => ground?.close());

const FILL_IN = 'mutation ($input: FillInInput!) { fillIn(input: $input) { maySubmit } }';
const value = (section: string, row: number, field: string, text: string) => [
  { section, row, field, text, version: 0 },
];
const OFFICE = 'Kantoor: info@dewissel.example, 070 123 45 67';
const PERSON = 'Jongere met BSN 111222333';

it('refuses a person and an office where neither is asked for', async () => {
  const deliveryId = await ground.taskOf(wissel, COVENANT, '2027-01-01', '2028-01-01');
  for (const text of [OFFICE, PERSON]) {
    const values = value('providerContracts', 1, 'reference', text);
    const refused = await ground.refusal(wissel, FILL_IN, { input: { deliveryId, values } });
    expect(refused.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(refused)).not.toContain('111222333');
    expect(JSON.stringify(refused)).not.toContain('info@');
  }
  expect(await ground.rows("select from draft_value where field = 'reference'")).toEqual([]);
});

it('lets an office stand where the Regeling asks for one (8g b2), and no person', async () => {
  const deliveryId = await ground.taskOf(wissel, REGELING, '2026-10-01', '2027-01-01');
  await ground.fillIn(wissel, deliveryId, value('identity', 0, 'b2', OFFICE));
  const refused = await ground.refusal(wissel, FILL_IN, {
    input: { deliveryId, values: [{ ...value('identity', 0, 'b2', PERSON)[0], version: 1 }] },
  });
  expect(refused.extensions.code).toBe('BAD_USER_INPUT');
  expect(await ground.rows("select value from draft_value where field = 'b2'")).toEqual([{ value: OFFICE }]);
});

describe('a file in which a person is', () => {
  const BSN = 'BSN 111222333 van een jongere';
  let id: string;
  let template: Buffer;
  beforeAll(async () => {
    id = await ground.taskOf(wissel, COVENANT, '2027-01-01', '2028-01-01');
    template = (await workbookFor(ground.context(wissel), id, ground.seal)).content;
  });

  async function workbook(change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ArrayBuffer);
    change(book.getWorksheet('Contracten') as ExcelJS.Worksheet);
    return Buffer.from(await book.xlsx.writeBuffer());
  }
  /** All that a file leaves behind. */
  const left = () =>
    ground.rows(
      `select (select count(*)::int from delivery_file) as files, (select jsonb_agg(v order by v::text) from draft_value v) as "values",
         (select jsonb_agg(f order by f::text) from draft_finding f) as findings`,
    );

  it.each([
    [
      'in a field',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('C5').value = BSN;
      },
      'cell.personal-data',
    ],
    [
      'beside the table',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('Z5').value = BSN;
      },
      'form.personal-data',
    ],
    [
      'above the table',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('C2').value = BSN;
      },
      'form.personal-data',
    ],
    [
      'in the first column, where nothing is asked',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('A6').value = BSN;
      },
      'form.personal-data',
    ],
    [
      'in a column of its own',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('L3').value = 'kind';
        sheet.getCell('L4').value = 'BSN';
        sheet.getCell('L5').value = 111222333;
      },
      'form.personal-data',
    ],
    [
      'in a second column of the same field',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('C5').value = 'C-2027-1';
        sheet.getCell('M3').value = sheet.getCell('C3').value;
        sheet.getCell('M5').value = BSN;
      },
      'form.personal-data',
    ],
    [
      'on the hidden sheet',
      (sheet: ExcelJS.Worksheet) => {
        (sheet.workbook.getWorksheet('_meta') as ExcelJS.Worksheet).getCell('A20').value = BSN;
      },
      'form.personal-data',
    ],
    [
      'far down a long text',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('C5').value = `${'a'.repeat(5000)} ${BSN}`;
      },
      'form.text-too-long',
    ],
    [
      'in a remark',
      (sheet: ExcelJS.Worksheet) => {
        sheet.getCell('C5').note = BSN;
      },
      'form.hidden-personal-data',
    ],
  ])('%s of a workbook is refused whole, and nothing of it is kept', async (_where, change, rule) => {
    const before = await left();
    const { result, findings } = await ground.upload(wissel, id, undefined, await workbook(change));
    expect([result, findings.map((one) => one.rule)]).toEqual(['REFUSED', expect.arrayContaining([rule])]);
    expect(JSON.stringify(findings)).not.toContain('111222333');
    expect(await left()).toEqual(before);
  });

  it.each([
    ['in a field', `reference\n${BSN}`, 'cell.personal-data'],
    ['in a column that is not asked', `reference;bsn\nC-1;111222333`, 'form.personal-data'],
  ])('%s of a CSV too', async (_where, csv, rule) => {
    const before = await left();
    const { result, findings } = await ground.upload(wissel, id, 'providerContracts', csv);
    expect([result, findings.map((one) => one.rule)]).toEqual(['REFUSED', expect.arrayContaining([rule])]);
    expect(JSON.stringify(findings)).not.toContain('111222333');
    expect(await left()).toEqual(before);
  });

  it('is told from one in which nobody is, of which a workbook is kept and a CSV is not', async () => {
    const own = await workbook((sheet) => {
      sheet.getCell('C5').value = 'C-2027-1';
      sheet.getCell('C5').note = 'Zie KvK 12345678, 31-12-2026';
    });
    expect((await ground.upload(wissel, id, undefined, own)).result).toBe('READ');
    expect((await ground.upload(wissel, id, 'providerContracts', 'reference\nC-2027-1')).result).toBe('READ');
    expect(
      await ground.rows('select kind, content = $1 as "isKept" from delivery_file order by received_at, kind', [own]),
    ).toEqual([
      { kind: 'CSV', isKept: null },
      { kind: 'XLSX', isKept: true },
    ]);
  });
});

describe('what people write beside the values', () => {
  const QUESTION = `query ($id: ID!) { draft(deliveryId: $id) { findings(severity: QUESTION) { id } } }`;
  const ANSWER = 'mutation ($input: AnswerInput!) { answerQuestion(input: $input) { maySubmit } }';
  const UNFIT = [
    '            ',
    'overname\u200b\u200b\u200b',
    'Van rechts \u202e naar links',
    `Met een bel ${'\u0007'} erin`,
  ];

  it('says something that can be read, or is not kept', async () => {
    const id = await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01');
    await ground.fillIn(wissel, id, value('finances', 0, 'A2.6', '1'));
    const [question] = (await ground.sure(wissel, QUESTION, { id })).draft.findings;
    for (const explanation of UNFIT) {
      const refused = await ground.refusal(wissel, ANSWER, { input: { findingId: question.id, explanation } });
      expect([
        refused.extensions.code,
        refused.extensions.problems.map(({ field }: { field: string }) => field),
      ]).toEqual(['BAD_USER_INPUT', ['explanation']]);
    }
    expect(await ground.rows('select from draft_finding where explanation is not null')).toEqual([]);
    await ground.sure(wissel, ANSWER, {
      input: { findingId: question.id, explanation: '  Eén regel\r\nen nog een  ' },
    });
    expect(await ground.rows('select explanation from draft_finding where explanation is not null')).toEqual([
      { explanation: 'Eén regel\nen nog een' },
    ]);
  });

  it('holds nothing of a person, whichever way it comes: the rule is that of the action', async () => {
    const id = await ground.taskOf(wissel, COVENANT, '2026-10-01', '2027-01-01');
    for (const reason of [PERSON, ...UNFIT]) {
      await expect(correctDelivery(ground.context(wissel), id, reason)).rejects.toMatchObject({
        ...{ code: 'BAD_USER_INPUT', problems: [expect.objectContaining({ field: 'reason' })] },
      });
      const ja = await ground.viewer('ja', 'ja', 'ANALYST');
      await expect(returnDelivery(ground.context(ja), id, reason)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const [finding] = await ground.rows("select id from draft_finding where severity = 'QUESTION' limit 1");
    await expect(answerQuestion(ground.context(wissel), `DraftFinding:${finding.id}`, PERSON)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
