/** What an import tells whoever ran it: what was taken, and everything that was not, with why. */
import type { Accounts, NotTaken } from './accounts';
import type { Imported } from './import-accounts';
import type { Export } from './read-export';
import type { Layout, Variable } from './variables';

const LEFT: Readonly<Record<NotTaken, string>> = {
  noKvk: 'have no number of the Chamber of Commerce',
  twoKvks: 'have two different numbers of the Chamber of Commerce',
  contradicting: 'are said to be two different things in two tables',
  twice: 'numbers of the Chamber of Commerce came twice with different amounts, and were left out altogether',
};

export interface Report {
  readonly bookYear: number;
  readonly read: Export;
  readonly layout: Layout;
  readonly isTrusted: (variable: Variable) => boolean;
  readonly accounts: Accounts;
  readonly imported: Imported;
  readonly isDryRun: boolean;
}

export function reportOf(report: Report): string {
  const { bookYear, read, accounts, imported, isDryRun } = report;
  const left = [...accounts.notTaken].map(([why, count]) => `  ${count} ${LEFT[why]}.`);
  const did = isDryRun ? 'would be' : 'were';
  const lines = [
    `DigiMV ${bookYear}: ${read.organisations.size} organisations in ${read.joined} of ${read.tables} tables.`,
    ...variables(report),
    `Taken: ${accounts.taken.length} organisations, of which ${imported.known} are in the register of providers.`,
    ...(imported.unknown > 0 ? [`  ${imported.unknown} are not in it, and were left out.`] : []),
    ...(left.length > 0 ? ['Not taken:', ...left] : []),
    ...(accounts.noAmounts > 0 ? [`  ${accounts.noAmounts} cells are no amount, and were passed over.`] : []),
    `${imported.added} figures ${did} added, ${imported.replaced} of an earlier import ${did} replaced, of ${imported.providerIds.length} providers.`,
    ...(isDryRun ? ['Nothing was changed: leave out --dry-run to import.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function variables({ layout, read, isTrusted }: Report): string[] {
  const told = layout.variables.map((variable) => {
    const { name, item, note, certainty } = variable;
    const why = note ? ` (${note})` : '';
    if (!read.columns.has(name)) return `  ${name}: not in these files.`;
    if (isTrusted(variable))
      return `  ${name}: read as ${item}${certainty === 'UNSURE' ? `, on your word${why}` : ''}.`;
    return `  ${name}: there, but not read as ${item}${why}. Look it up in the dictionary, and add --checked ${name}.`;
  });
  return ['Variables:', ...told];
}
