import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from '../api/graphiql-examples';
import { hashOf, LIST } from '../api/trusted-documents';
import type { Command } from './command';

/** Every .graphql document in some folders, and in those within them. */
function documentsIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

/** The list of documents that a browser session may ask, as it is kept: sorted, so that a change is a small difference. */
export function trustedList(folders: readonly string[] = []): string {
  const all = [...EXAMPLES.map(({ query }) => query), ...documentsIn(folders)];
  const listed = all
    .map((document) => [hashOf(document), document] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(listed), null, 2)}\n`;
}

export const documentsCommand: Command = {
  says: 'write the documents that a browser session may ask: the examples, and those in the folders that are named',
  async run(_config, folders) {
    writeFileSync(LIST, trustedList(folders));
    process.stdout.write(`${LIST}\n`);
  },
};
