/** Files that weigh much: what they cost is bounded, and what cannot be done with them is said. */
import { Conflict } from '../../src/errors';
import { fileWithFindings } from '../../src/intake/file-with-findings';
import { workbookFor } from '../../src/intake/template-for';
import type { Viewer } from '../../src/policy/viewer';
import { beforeEnd } from '../intake/corpus/cells';
import { rezip, unzip } from '../intake/corpus/zip';
import { COVENANT, Ground, uuidOf } from './ground';

let ground: Ground;
let wissel: Viewer;
let id: string;
beforeAll(async () => {
  ground = await Ground.open();
  wissel = await ground.viewer('provider:de-wissel');
  id = await ground.taskOf(wissel, COVENANT, '2027-01-01', '2028-01-01');
}, 60_000);
afterAll(() => ground?.close());

it('gives a workbook back without the thirty thousand empty rows that nobody reads', async () => {
  const template = (await workbookFor(ground.context(wissel), id, ground.seal)).content;
  const row = (at: number) =>
    `<row r="${at}">${['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((letter) => `<c r="${letter}${at}" s="1"/>`).join('')}</row>`;
  const heavy = rezip(template, {
    'xl/worksheets/sheet2.xml': beforeEnd(
      '</sheetData>',
      Array.from({ length: 30_000 }, (_, at) => row(at + 900)).join(''),
    ),
  });
  expect((await ground.upload(wissel, id, undefined, heavy)).result).toBe('READ');
  const sheet =
    unzip(await fileWithFindings(ground.context(wissel), id))
      .get('xl/worksheets/sheet2.xml')
      ?.toString() ?? '';
  expect([sheet.includes('<row r="5"'), sheet.includes('<row r="20000"')]).toEqual([true, false]);
}, 60_000);

it('says so when the findings cannot be written into a workbook', async () => {
  await ground.rows("update delivery_file set content = 'PK' where delivery_id = $1", [uuidOf(id)]);
  await expect(fileWithFindings(ground.context(wissel), id)).rejects.toThrow(Conflict);
}, 60_000);

it('takes as many rows as a list of a form may have, and soon refuses more', async () => {
  const csv = (count: number) =>
    ['reference;annualValue', ...Array.from({ length: count }, (_, at) => `contract ${at} van 2027;${at},50`)].join(
      '\n',
    );
  expect((await ground.upload(wissel, id, 'providerContracts', csv(10_000))).result).toBe('READ');
  const began = performance.now();
  const { result, findings } = await ground.upload(wissel, id, 'providerContracts', csv(160_000));
  expect([result, findings.map(({ rule }) => rule)]).toEqual([
    'REFUSED',
    expect.arrayContaining(['form.csv-too-many-rows']),
  ]);
  // It took 39 s, of which the server was dumb for 16.
  expect((performance.now() - began) / 1000).toBeLessThan(10);
}, 60_000);
