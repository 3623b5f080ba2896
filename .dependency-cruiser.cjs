/**
 * Who may import whom: the arrows of the house, checked by `npm run check` and by test/house. They point downwards only,
 * so no two rooms can need each other. A room may always import its own files.
 */
const WORDS = ['src/errors', 'src/log', 'src/config', 'src/clamd-address'];

const ROOMS = {
  'src/domain': [],
  'src/policy': ['src/domain', 'src/errors'],
  'src/disclosure': ['src/domain', 'src/errors'],
  entities: ['src/domain'],
  schema: ['src/domain'],
  'src/database': ['entities', 'src/policy', 'src/domain', ...WORDS],
  'src/reading': ['src/database', 'entities', 'src/policy', 'src/domain', ...WORDS],
  'src/delivery': ['src/reading', 'src/database', 'entities', 'src/policy', 'src/domain', ...WORDS],
  'src/actions': [
    'src/delivery',
    'src/reading',
    'src/database',
    'src/disclosure',
    'entities',
    'src/policy',
    'src/domain',
    'src/context',
    ...WORDS,
  ],
  'src/intake': [
    'src/actions',
    'src/answers',
    'src/delivery',
    'src/reading',
    'src/database',
    'entities',
    'src/policy',
    'src/domain',
    'src/context',
    ...WORDS,
  ],
  'src/answers': ['src/delivery', 'entities', 'src/reading', 'src/policy', 'src/domain', 'src/context', ...WORDS],
  'src/checks': ['src/database', ...WORDS],
  'src/jobs': ['src/actions', 'src/checks', 'src/database', 'src/policy', ...WORDS],
  // Files are read without a database: what comes of them is for others.
  'src/intake/files': ['src/domain', ...WORDS],
  seeds: ['src/actions', 'src/reading', 'src/database', 'entities', 'src/policy', 'src/domain', ...WORDS],
  // It puts the rooms together before they are used, as src/main does.
  'src/database/prepare': ['seeds', 'src/database', 'src/policy', ...WORDS],
  'src/identity': ['src/database', 'entities', 'src/policy', 'src/domain', ...WORDS],
  resolvers: [
    'schema',
    'src/actions',
    'src/answers',
    'src/reading',
    'src/policy',
    'src/domain',
    'src/context',
    ...WORDS,
  ],
  'src/api': [
    'src/intake',
    'src/delivery',
    'resolvers',
    'schema',
    'src/identity',
    'src/reading',
    'src/database',
    'src/policy',
    'src/domain',
    'src/context',
    ...WORDS,
  ],
  'src/intake/sources': ['src/actions', 'src/database', 'entities', 'src/domain', ...WORDS],
  'src/cli': [
    'src/intake',
    'src/delivery',
    'seeds',
    'src/checks',
    'src/api',
    'src/identity',
    'src/actions',
    'src/reading',
    'src/database',
    'entities',
    'src/policy',
    'src/domain',
    'src/refuse',
    ...WORDS,
  ],
};

/** Arrows for types alone, which are gone when the program runs. */
const TYPES_ONLY = {
  'src/database': ['src/reading'],
  'src/actions': ['schema'],
};

const OURS = '^(src|schema|resolvers|entities|seeds|test|bench|web)/';
const within = (room) => `^${room}(/|[.]ts$)`;

const arrows = Object.entries(ROOMS).flatMap(([room, allowed]) => {
  // A file with arrows of its own does not have those of its room.
  const others = Object.keys(ROOMS).filter((other) => other.startsWith(`${room}/`));
  const from = { path: within(room), pathNot: others.map(within) };
  const lent = TYPES_ONLY[room] ?? [];
  return [
    {
      name: `${room}-imports-downwards`,
      comment: `${room} may import ${allowed.join(', ') || 'nothing of ours'}${lent.length > 0 ? `, and types of ${lent.join(', ')}` : ''}.`,
      severity: 'error',
      from,
      to: { path: OURS, pathNot: [room, ...allowed, ...lent].map(within) },
    },
    ...lent.map((other) => ({
      name: `${room}-takes-only-types-of-${other.replace('/', '-')}`,
      severity: 'error',
      from,
      to: { path: within(other), dependencyTypesNot: ['type-only'] },
    })),
  ];
});

/** Packages that may be seen from some rooms alone: tests may use any. */
const PACKAGES = {
  'type-graphql': ['schema', 'resolvers', 'src/api'],
  'graphql-shield': ['src/api'],
  'graphql-middleware': ['src/api'],
  '@apollo/server': ['src/api'],
  fastify: ['src/api'],
  typeorm: [
    'entities',
    'src/database',
    'src/reading',
    'src/actions',
    'src/context',
    'src/identity',
    'src/jobs',
    'seeds',
  ],
  pg: ['src/database', 'src/reading', 'src/cli', 'seeds'],
  jose: ['src/identity'],
  hucre: ['src/intake/files/spreadsheet'],
  'openid-client': ['src/identity'],
  'oidc-provider': ['src/identity'],
};

const packages = Object.entries(PACKAGES).map(([name, rooms]) => ({
  name: `${name.replaceAll(/[@/]/g, '-').replace(/^-/, '')}-stays-in-its-rooms`,
  comment: `${name} may be imported from ${rooms.join(', ')}.`,
  severity: 'error',
  from: { path: OURS, pathNot: [...rooms, 'test', 'bench'].map(within) },
  to: { path: `node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    ...packages,
    {
      name: 'the-domain-is-pure',
      comment: 'Rules know no packages, no node and no clock: they are the same everywhere.',
      severity: 'error',
      from: { path: within('src/domain') },
      to: { pathNot: within('src/domain') },
    },
    {
      name: 'no-circles',
      comment: 'Except among the types of the language and the tables of the archive, which name each other in thunks.',
      severity: 'error',
      from: { pathNot: ['schema', 'entities'].map(within) },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-imported-exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'what-runs-is-a-dependency',
      comment: 'A package of devDependencies is not there in production.',
      severity: 'error',
      from: { path: '^(src|schema|resolvers|entities|seeds)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
