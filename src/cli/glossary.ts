import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vocabulary from '../domain/vocabulary';
import type { Command } from './command';

const GLOSSARY = join('docs', 'glossary.md');

/** The word lists of the product as a page to read, made from the one table they all come from. */
export function glossary(): string {
  const lists = Object.entries(vocabulary).filter(([, words]) => typeof words === 'object');
  const sections = lists.map(([name, words]) => {
    const rows = Object.entries(words as vocabulary.Words).map(
      ([word, { nl, says }]) => `| \`${word}\` | ${nl} | ${says} |`,
    );
    return [`## ${titleOf(name)}`, '', '| in code and API | Dutch | meaning |', '|---|---|---|', ...rows, ''].join(
      '\n',
    );
  });
  return ['# Glossary', '', 'Made from `src/domain/vocabulary.ts` by `npm run ews -- glossary`.', '', ...sections].join(
    '\n',
  );
}

const titleOf = (name: string) => name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');

export const glossaryCommand: Command = {
  says: 'write the word lists to docs/glossary.md',
  async run() {
    writeFileSync(GLOSSARY, glossary());
    process.stdout.write(`${GLOSSARY}\n`);
  },
};
