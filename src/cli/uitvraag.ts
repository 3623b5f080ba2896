import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { adoptUitvraag } from '../actions/adopt-uitvraag';
import { definitionsIn } from '../delivery/definitions';
import { termProblems } from '../domain/intake/term-problems';
import { DEFAULT_TERMS } from '../domain/intake/terms';
import { checkDefinition, checkTogether, type DefinitionDraft, type ItemDraft } from '../domain/uitvraag/check';
import { inForceOn, type UitvraagDefinition } from '../domain/uitvraag/definition';
import { difference, type VersionDifference } from '../domain/uitvraag/difference';
import { Invalid } from '../errors';
import { inArchive } from './archive';
import type { Command } from './command';
import { termsTold } from './terms-told';

export const uitvraagCommand: Command = {
  says: 'check a new version of a definition of what is asked, and tell what it changes: <file.json> [--adopt]',
  async run(config, words) {
    const { values, positionals } = parseArgs({
      args: words,
      options: { adopt: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) throw new Invalid([NO_FILE]);
    const definition = checked(draftIn(file));
    await inArchive(config, (archive) =>
      archive.transaction(async (tx) => {
        process.stdout.write(told(definition, await definitionsIn(tx)));
        if (values.adopt) await adoptUitvraag(tx, definition);
      }),
    );
    const { key, version, validFrom } = definition;
    process.stdout.write(
      values.adopt ? `${key} ${version} holds from ${validFrom}.\n` : 'Nothing was changed: add --adopt to use it.\n',
    );
  },
};

function draftIn(file: string): DefinitionDraft {
  try {
    const { items, terms = null, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Partial<DefinitionDraft>;
    return {
      ...fitted(NO_DEFINITION, rest),
      // As they came: checked says what is wrong with them.
      terms,
      items: (items as ItemDraft[]).map((item) => fitted(NO_ITEM, item)),
    };
  } catch {
    throw new Invalid([NOT_A_DEFINITION]);
  }
}

/** What is said, for as far as it is of the kind that is meant; throws for anything else. */
function fitted<T extends object>(blank: T, given: Partial<T>): T {
  for (const [name, value] of Object.entries(given)) {
    const meant = typeof (blank as Record<string, unknown>)[name];
    const isNothing = value === null && meant === 'object';
    const isText = typeof value === 'string' && value.length <= TEXT_MAX && !value.includes('\u0000');
    const fits =
      typeof value === 'string' ? isText && (meant === 'string' || meant === 'object') : typeof value === meant;
    if (!isNothing && !fits) throw new TypeError(name);
  }
  return { ...blank, ...given };
}
/** Of a label, and of whatever else is written. */
const TEXT_MAX = 1_000;

const NO_DEFINITION: Omit<DefinitionDraft, 'items' | 'terms'> = {
  ...{ key: '', version: 0, name: '', legalBasis: '', validFrom: '', validTo: null },
};
const NO_ITEM: ItemDraft = {
  ...{ code: '', askedOf: '', label: '', figureItem: null, unit: '', frequency: '', legalBasis: '' },
  ...{ isCumulative: false, isRequired: true },
};

/** Warnings are told; with an error it cannot be used. */
function checked(draft: DefinitionDraft): UitvraagDefinition {
  const found = checkDefinition(draft);
  for (const { weight, en } of found) if (weight === 'WARNING') process.stderr.write(`Warning: ${en}\n`);
  const errors = found.filter(({ weight }) => weight === 'ERROR');
  const { terms } = draft;
  const wrong = [
    ...errors.map(({ codes, en, nl }) => ({ field: codes[0] ?? 'definition', en, nl })),
    ...(terms ? termProblems(terms) : []).map(({ frequency, en, nl }) => ({ field: frequency ?? 'terms', en, nl })),
  ];
  if (wrong.length > 0) throw new Invalid(wrong);
  return { ...(draft as UitvraagDefinition), terms: terms && { ...DEFAULT_TERMS, ...terms } };
}

/** What it changes beside the version before it, while the other definitions hold on. */
function told(definition: UitvraagDefinition, known: readonly UitvraagDefinition[]): string {
  const inForce = inForceOn(known, definition.validFrom);
  const before = inForce.find(({ key }) => key === definition.key) ?? { ...definition, version: 0, items: [] };
  const beside = inForce.filter(({ key }) => key !== definition.key);
  for (const { en } of checkTogether([definition, ...beside])) process.stderr.write(`Warning: ${en}\n`);
  const found = difference(before, definition, beside);
  const lines = CHAPTERS.flatMap(([chapter, title]) => {
    const sentences = found[chapter].map(({ en }) => `  ${en}`);
    return sentences.length > 0 ? [title, ...sentences] : [];
  });
  const days = termsTold(before.terms ?? DEFAULT_TERMS, definition.terms ?? DEFAULT_TERMS, definition.validFrom);
  const all = [...lines, ...(days.length > 0 ? ['Other days:', ...days.map((line) => `  ${line}`)] : [])];
  return `${(all.length > 0 ? all : ['It changes nothing.']).join('\n')}\n`;
}

const CHAPTERS: readonly (readonly [keyof VersionDifference, string])[] = [
  ['added', 'Added:'],
  ['dropped', 'Dropped:'],
  ['changed', 'Changed:'],
  ['lost', 'Worse to assess:'],
  ['gained', 'Better to assess:'],
];

const NO_FILE = {
  field: 'file',
  en: 'name the file with the definition.',
  nl: 'noem het bestand met de definitie.',
};
const NOT_A_DEFINITION = {
  field: 'file',
  en: 'cannot be read as a definition: take seeds/reference/uitvraag/*.json as an example.',
  nl: 'is niet als definitie te lezen: neem seeds/reference/uitvraag/*.json als voorbeeld.',
};
