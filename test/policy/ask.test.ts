import { columnMayAsk, viewerMayAsk } from '../../src/policy/ask';
import { FIELDS } from '../../src/policy/fields';
import { COLUMNS } from '../../src/policy/table';
import { ANONYMOUS, type Viewer } from '../../src/policy/viewer';

test.each([
  ['Provider', 'shoeSize'],
  ['Nothing', 'id'],
  ['constructor', 'name'],
  ['Provider', 'constructor'],
  ['Provider', '__proto__'],
])('a field that the table does not know may be asked by nobody: %s.%s', (type, field) => {
  for (const column of COLUMNS) expect(columnMayAsk(column, type, field)).toBe(false);
});

test('structure may be asked by everybody, because it shows nothing by itself', () => {
  for (const column of COLUMNS) {
    expect(columnMayAsk(column, 'PageInfo', 'hasNextPage')).toBe(true);
    expect(columnMayAsk(column, 'Query', 'node')).toBe(true);
  }
});

test('the system may ask every field', () => {
  for (const [type, fields] of Object.entries(FIELDS)) {
    for (const field of Object.keys(fields)) expect(columnMayAsk('SYSTEM', type, field)).toBe(true);
  }
});

test('a field of mismatches may be asked by whoever may read one of the three kinds', () => {
  const may = COLUMNS.filter((column) => columnMayAsk(column, 'Mismatch', 'verdict'));
  expect(may).toEqual(['PROVIDER', 'MUNICIPALITY', 'REGION', 'INSPECTION', 'SUPERVISOR', 'MINISTRY', 'JA', 'SYSTEM']);
});

test('what the JA does with a melding may be asked by the JA alone', () => {
  const may = COLUMNS.filter((column) => columnMayAsk(column, 'Melding', 'handling'));
  expect(may).toEqual(['JA', 'SYSTEM']);
});

test('an auditor of the JA is not the JA', () => {
  const auditor: Viewer = { ...ANONYMOUS, subject: 'x', kind: 'JA', functions: ['AUDITOR'] };
  expect(viewerMayAsk(auditor, 'Query', 'meldingen')).toBe(false);
  expect(viewerMayAsk({ ...auditor, functions: ['ANALYST'] }, 'Query', 'meldingen')).toBe(true);
});
