import type { Config } from './config';

const IN_DEVELOPMENT: readonly (readonly [path: string, says: string])[] = [
  ['/', 'look around: queries to try, as any party'],
  ['/graphql', 'the API'],
  ['/livez', 'is it alive'],
  ['/readyz', 'can it answer'],
];

/** What to open next, and as whom: the last thing `npm start` prints. */
export function welcome(url: string, { mode }: Pick<Config, 'mode'>): string {
  const base = url.replace(/\/$/, '');
  if (mode === 'production') return `The Early Warning System answers at ${base}/graphql`;
  return [
    '',
    `The Early Warning System answers at ${base}`,
    '',
    ...IN_DEVELOPMENT.map(([path, says]) => `  ${(base + path).padEnd(32)} ${says}`),
    '',
    'Sign in as the Jeugdautoriteit with the token that this prints:',
    '',
    '  npm run -s token -- --as ja',
    '',
    'Ctrl-C stops it. What is in it stays.',
    '',
  ].join('\n');
}
