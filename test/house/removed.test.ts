/** Take any row, column or cell out of the authorization table, or the keys of any kind of information, and it does not compile. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { COLUMNS, TABLE } from '../../src/policy/table';

const ROOT = join(__dirname, '../..');
const POLICY = join(ROOT, 'src/policy');
const read = (name: string) => readFileSync(join(POLICY, name), 'utf8');
const FILES = { table: read('table.ts'), keys: read('keys.ts') };

interface Variant {
  readonly says: string;
  readonly table?: string;
  readonly keys?: string;
}

/** A property of the object that a constant is, with its comma. */
function withoutProperty(source: string, constant: string, property: string): string {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  let found: ts.ObjectLiteralElementLike | undefined;
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === constant) {
      let value = node.initializer;
      while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
      if (value && ts.isObjectLiteralExpression(value)) {
        found = value.properties.find((one) => one.name?.getText() === property);
      }
    }
    ts.forEachChild(node, look);
  };
  look(file);
  if (!found) throw new Error(`${constant} has no ${property}.`);
  const end = source.indexOf(',', found.end) + 1;
  return source.slice(0, found.getFullStart()) + source.slice(end);
}

/** The row of a table without the cell with this number. */
function withoutCell(kind: string, number: number): string {
  const line = FILES.table.split('\n').find((one) => one.startsWith(`  ${kind}: `)) as string;
  const cells = line.slice(0, line.lastIndexOf(')')).split(/,(?=\s*'[a-z+]+'(?:,|$))/i);
  const first = cells.length - COLUMNS.length;
  const shorter = `${cells.filter((_, at) => at !== first + number).join(',')}),`;
  return FILES.table.replace(line, () => shorter);
}

const KINDS = Object.keys(TABLE);
const VARIANTS: Variant[] = [
  { says: 'nothing' },
  ...KINDS.map((kind) => ({ says: `the row ${kind}`, table: withoutProperty(FILES.table, 'TABLE', kind) })),
  ...KINDS.map((kind) => ({ says: `the keys of ${kind}`, keys: withoutProperty(FILES.keys, 'KEYS', kind) })),
  ...KINDS.map((kind, at) => ({
    says: `the cell of ${COLUMNS[at % COLUMNS.length]} in the row ${kind}`,
    table: withoutCell(kind, at % COLUMNS.length),
  })),
  ...COLUMNS.map((column) => ({ says: `the column ${column}`, table: FILES.table.replace(`  '${column}',\n`, '') })),
];

/** Every variant in a folder of its own beside the policy, all compiled at once. Gives the complaints per variant. */
function complaints(): string[][] {
  const options = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions as object;
  const { options: parsed } = ts.convertCompilerOptionsFromJson({ ...options, types: ['node'] }, ROOT);
  const written = new Map<string, string>();
  VARIANTS.forEach(({ table = FILES.table, keys = FILES.keys }, at) => {
    const outside = (text: string) =>
      text.replaceAll("'../domain/", "'../../domain/").replaceAll("'./viewer'", "'../viewer'");
    written.set(join(POLICY, `variant-${at}`, 'table.ts'), outside(table));
    written.set(join(POLICY, `variant-${at}`, 'keys.ts'), outside(keys));
  });
  const host = ts.createCompilerHost(parsed);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => written.has(resolve(name)) || fileExists(name);
  host.readFile = (name) => written.get(resolve(name)) ?? readFile(name);
  host.directoryExists = (name) =>
    ts.sys.directoryExists(name) || [...written.keys()].some((one) => dirname(one) === name);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language, ...others) => {
    const text = written.get(resolve(name));
    return text === undefined ? getSourceFile(name, language, ...others) : ts.createSourceFile(name, text, language);
  };
  const program = ts.createProgram([...written.keys()], parsed, host);
  const found: string[][] = VARIANTS.map(() => []);
  for (const name of written.keys()) {
    const at = Number(name.match(/variant-(\d+)/)?.[1]);
    const file = program.getSourceFile(name);
    const wrong = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    found[at]?.push(...wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')));
  }
  return found;
}

let found: string[][];
beforeAll(() => {
  found = complaints();
}, 120_000);

test('with everything it compiles', () => {
  expect(found[0]).toEqual([]);
});

test.each(VARIANTS.slice(1).map(({ says }, at) => [says, at + 1] as const))(
  'without %s it does not compile',
  (_, at) => {
    expect(found[at]).not.toEqual([]);
    // Because of what is missing, not because the text was cut badly.
    expect(found[at]?.join(' ')).not.toMatch(/expected\.|Unterminated/);
  },
);
