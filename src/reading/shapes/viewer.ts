/** Who is asking and what they may do: no table, all parameters. */
import { mayAsk } from '../../policy/grant';
import { columnOf, type Information, TABLE } from '../../policy/table';
import type { Viewer } from '../../policy/viewer';
import { computed, one, part } from '../shape';

const capabilitiesOf = (viewer: Viewer) =>
  (Object.keys(TABLE) as Information[])
    .filter((information) => mayAsk(viewer, information))
    .map((information) => {
      const { says, basis, cells } = TABLE[information];
      return { information, says, scopes: cells[columnOf(viewer)], basis };
    });

export const viewer = part('Viewer', {
  kind: computed((_row, sql) => sql.param('viewer.kind', 'text', (run) => run.viewer.kind), false),
  functions: computed((_row, sql) => sql.param('viewer.functions', 'text[]', (run) => run.viewer.functions), false),
  isSignedIn: computed(
    (_row, sql) => sql.param('viewer.isSignedIn', 'boolean', (run) => run.viewer.kind !== 'ANONYMOUS'),
    false,
  ),
  assurance: computed((_row, sql) => sql.param('viewer.assurance', 'text', (run) => run.viewer.assurance)),
  party: one(
    'Party',
    (row, _parent, sql) => `${row}.id = ${sql.param('viewer.party', 'uuid', (run) => run.viewer.partyId)}`,
  ),
  capabilities: {
    kind: 'rows',
    shape: 'Capability',
    from: (_row, sql) => {
      const given = sql.param('viewer.capabilities', 'jsonb', (run) => JSON.stringify(capabilitiesOf(run.viewer)));
      return `select * from jsonb_to_recordset(${given}) as c(information text, says text, scopes text[], basis text)`;
    },
  },
});

export const capability = part('Capability', {
  information: computed((row) => `${row}.information`, false),
  says: computed((row) => `${row}.says`, false),
  scopes: computed((row) => `${row}.scopes`, false),
  basis: computed((row) => `${row}.basis`, false),
});
