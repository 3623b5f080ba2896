/** Watches every statement that a role sends, and remembers those that were sent in nobody's name. */
import pg from 'pg';

const OWN_CONTEXT = /from \(select set_config\('ews\.context',\s*\$1,\s*true\) (as )?\w+ offset 0\)/;
const BECOME = /^select set_config\('ews\.context', \$1, true\)$/;
const BEGIN = /^(start transaction|begin)\b/i;
const END = /^(commit|rollback)$/i;

export interface Watch {
  /** How many statements were seen. */
  seen: number;
  /** Those that neither carry a context nor come in a transaction after one. */
  readonly nameless: string[];
  stop(): void;
}

export function watchStatements(user: string): Watch {
  const state = new WeakMap<pg.Client, 'nothing' | 'begun' | 'named'>();
  const { query } = pg.Client.prototype;
  const watch: Watch = { seen: 0, nameless: [], stop: () => spy.mockRestore() };

  function look(client: pg.Client, text: string): void {
    watch.seen += 1;
    const now = state.get(client) ?? 'nothing';
    if (BEGIN.test(text)) state.set(client, 'begun');
    else if (END.test(text)) state.set(client, 'nothing');
    else if (BECOME.test(text)) {
      // Outside a transaction it would name nobody: it is gone with its own statement.
      if (now === 'nothing') watch.nameless.push(text);
      else state.set(client, 'named');
    } else if (now !== 'named' && !OWN_CONTEXT.test(text)) watch.nameless.push(text);
  }

  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: never[]) {
    const [asked] = args as unknown as [string | { text: string }];
    if (this.user === user) look(this, typeof asked === 'string' ? asked : asked.text);
    return (query as (...all: never[]) => never).apply(this, args);
  } as never);
  return watch;
}
