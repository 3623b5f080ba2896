import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS } from '../policy/fields';
import { type Admission, type Condition, KEYS, type Term } from '../policy/keys';
import { COLUMNS, type Column, type Information, TABLE } from '../policy/table';
import type { Command } from './command';

const PAGE = join('docs', 'authorization.md');
const KINDS = Object.keys(TABLE) as Information[];

const INTRODUCTION = `# Who may see what

Made from \`src/policy/table.ts\`, \`keys.ts\` and \`fields.ts\` by \`npm run ews -- authorization\`. Change those, not this page.

One table decides. The shield in front of the schema, the predicates in every statement of the planner and the row-level
security in Postgres are all made from it, and each of the three gives the right answer alone.

## The table

A cell says which rows the parties of a column may read; several scopes in one cell are a union.

- \`all\`: every row.
- \`own\`: delivered or reported by, or about, my party.
- \`area\`: my municipality, or the municipalities of my region.
- \`client\`: I am the contracting client.
- \`lta\`: a national framework contract.
- \`case\`: an open case in which I take part.
- \`granted\`: a running disclosure to me covers it.
- \`received\`: it is a running disclosure to me.
- \`presented\`: the plan of an open case was presented to me.
- \`escalated\`: a decided trede of 4 or more, of a case as long as it is open.
- \`none\`: no row; the fields answer null with the code FORBIDDEN, or UNAUTHENTICATED for who has not signed in.
`;

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

function cells(): string {
  const rows = KINDS.map((kind) => {
    const { says, basis, cells: given } = TABLE[kind];
    return [`\`${kind}\`: ${says}`, ...COLUMNS.map((column) => given[column].join(' + ')), basis];
  });
  return table(['information', ...COLUMNS, 'basis'], rows);
}

const VIEWER = {
  party: "the viewer's party",
  provider: "the viewer's provider",
  municipality: "the viewer's municipality",
  region: "the viewer's region",
} as const;

const MOMENT = { past: 'past', ahead: 'still ahead' } as const;
const DISCLOSED = 'of which a running disclosure to the viewer names this information';
const WHICH = {
  provider: 'in whose open case the viewer has a part',
  case: 'of an open case in which the viewer has a part',
} as const;
const ROLE = { LEAD: 'as regievoerder', CLIENT: 'as client', PLAN_PRESENTED: 'as the one who has its plan' } as const;

function whichInWords(admission: Admission): string {
  if (admission.by === 'disclosure') return DISCLOSED;
  return `${WHICH[admission.what]}, ${admission.as.map((role) => ROLE[role]).join(' or ')}`;
}

function inWords(condition: Condition): string {
  if ('word' in condition) return `\`${condition.column}\` is ${condition.word}`;
  if ('atLeast' in condition) return `\`${condition.column}\` is ${condition.atLeast} or more`;
  if ('moment' in condition) return `\`${condition.column}\` is ${MOMENT[condition.moment]}`;
  if ('among' in condition) return `\`${condition.column}\` is one ${whichInWords(condition.among)}`;
  if ('absent' in condition) return `\`${condition.column}\` has no value`;
  return `\`${condition.column}\` is ${VIEWER[condition.is]}`;
}

type PerColumn = Readonly<Partial<Record<Column, Condition | Term>>>;
type Keyed = Condition | Term | PerColumn | { readonly anyOf: readonly Term[] };

const allInWords = (keyed: Condition | Term): string => [keyed].flat().map(inWords).join(' and ');

function scopeInWords(scope: string, keyed: Keyed): string {
  if ('anyOf' in keyed) return `${scope}: ${keyed.anyOf.map(allInWords).join(', or ')}`;
  if (Array.isArray(keyed) || 'column' in keyed) return `${scope}: ${allInWords(keyed as Condition | Term)}`;
  const each = Object.entries(keyed as PerColumn).map(([column, given]) => `${allInWords(given)} (${column})`);
  return `${scope}: ${each.join(' or ')}`;
}

function keys(): string {
  const rows = KINDS.map((kind) => {
    const { tables, scopes } = KEYS[kind];
    const stored = Object.entries<Condition | null>(tables).map(([name, when]) =>
      when ? `\`${name}\` where ${inWords(when)}` : `\`${name}\``,
    );
    const scoped = Object.entries<Keyed>(scopes).map(([scope, keyed]) => scopeInWords(scope, keyed));
    return [`\`${kind}\``, stored.join(', '), scoped.join('; ') || 'none: all rows or no row'];
  });
  return table(['information', 'tables', 'whose a row is'], rows);
}

function fields(): string {
  const byKind = new Map<string, string[]>();
  for (const [type, listed] of Object.entries(FIELDS)) {
    for (const [field, kind] of Object.entries(listed)) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), `${type}.${field}`]);
    }
  }
  const rows = [...byKind].map(([kind, names]) => [`\`${kind}\``, names.join(', ')]);
  return table(['information', 'fields'], rows);
}

/** The authorization table as a page to read. */
export function authorization(): string {
  return [
    INTRODUCTION,
    cells(),
    '## Whose a row is\n\nA scope is a condition on columns of the row itself. A scope that is not listed holds for no row yet.\n',
    keys(),
    '## The fields\n\n`structure` shows nothing by itself. `mismatch`: each row is of one of the three kinds that a mismatch can be.\n',
    fields(),
  ].join('\n');
}

export const authorizationCommand: Command = {
  says: 'write who may see what to docs/authorization.md',
  async run() {
    writeFileSync(PAGE, authorization());
    process.stdout.write(`${PAGE}\n`);
  },
};
