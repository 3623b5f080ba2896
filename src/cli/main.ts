/** The commands of the house: `npm run ews -- <command>`. */
import 'reflect-metadata';
import { readConfig } from '../config';
import { Invalid } from '../errors';
import { logAs } from '../log';
import { refuse } from '../refuse';
import type { Command } from './command';

/** Each in a file of its own, loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Command>> = {
  migrate: () => (require('./migrate') as typeof import('./migrate')).migrateCommand,
  refresh: () => (require('./refresh') as typeof import('./refresh')).refreshCommand,
  uitvraag: () => (require('./uitvraag') as typeof import('./uitvraag')).uitvraagCommand,
  schema: () => (require('./print-schema') as typeof import('./print-schema')).schemaCommand,
  seed: () => (require('./seed') as typeof import('./seed')).seedCommand,
  assess: () => (require('./assess') as typeof import('./assess')).assessCommand,
  'service-token': () => (require('./service-token') as typeof import('./service-token')).serviceTokenCommand,
  'migration:check': () => (require('./migration-check') as typeof import('./migration-check')).migrationCheckCommand,
  glossary: () => (require('./glossary') as typeof import('./glossary')).glossaryCommand,
  authorization: () => (require('./authorization') as typeof import('./authorization')).authorizationCommand,
  policies: () => (require('./policies') as typeof import('./policies')).policiesCommand,
  documents: () => (require('./documents') as typeof import('./documents')).documentsCommand,
  audit: () => (require('./audit') as typeof import('./audit')).auditCommand,
  digimv: () => (require('./digimv') as typeof import('./digimv')).digimvCommand,
  cbs: () => (require('./cbs') as typeof import('./cbs')).cbsCommand,
  jw323: () => (require('./jw323') as typeof import('./jw323')).jw323Command,
  'back-test': () => (require('./back-test') as typeof import('./back-test')).backTestCommand,
};

function list(): string {
  const names = Object.keys(COMMANDS);
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = names.map((name) => `  ${name.padEnd(width)}${COMMANDS[name]?.().says}`);
  return ['npm run ews -- <command>', '', ...lines, ''].join('\n');
}

async function main([name, ...words]: string[]): Promise<void> {
  const load = COMMANDS[name ?? ''];
  if (load === undefined) {
    process.stdout.write(list());
    if (name === undefined || name === 'help') return;
    throw new Invalid([{ field: name, en: 'is not a command.', nl: 'is geen opdracht.' }]);
  }
  const config = readConfig();
  logAs(config.mode);
  await load().run(config, words);
}

main(process.argv.slice(2)).catch(refuse);
