/*
 * The workbench: chooses who is asking and what is asked, and leaves the rest to GraphiQL. Who asks is a persona, by a token
 * that stays in this page, or who has signed in with this browser, by a cookie that this page cannot read.
 */
(() => {
  const { createElement, useState } = window.React;
  const { createRoot } = window.ReactDOM;
  const { GraphiQL } = window;
  const at = (id) => document.getElementById(id);

  /** In the menu: who has signed in with this browser. No account is called so. */
  const SIGNED_IN = '@';
  const NOBODY = { headers: {}, credentials: 'omit' };
  /** What a request of whoever is asking carries. A question waits until it is known. */
  let caller = Promise.resolve(NOBODY);
  /** Puts an example in the editor; given by the component below once it is there. */
  let show = () => undefined;
  /** What is in the editor. */
  let asked = '';

  const json = (body) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  async function tokenFor(as) {
    const response = await fetch('/development/token', json({ as }));
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.errors[0].extensions.nl);
    return answer;
  }

  function tell(text, failed = false) {
    at('session').textContent = text;
    at('session').classList.toggle('failed', failed);
  }

  /** Asks what is in the editor, once that is there. A mutation changes something: that is for a person to start. */
  function ask(patience = 100) {
    if (/^\s*mutation\b/m.test(asked) || patience === 0) return;
    if (document.querySelector('.graphiql-query-editor .CodeMirror-line')) {
      document.querySelector('.graphiql-execute-button').click();
    } else {
      setTimeout(ask, 50, patience - 1);
    }
  }

  const timeOf = (moment) => new Date(moment).toLocaleTimeString('nl', { hour: '2-digit', minute: '2-digit' });

  async function callerAs(as) {
    if (as === '') return NOBODY;
    // The header says that a page of this server asks: another could make the browser send the cookie, but not this.
    if (as === SIGNED_IN) return { headers: { 'x-ews-request': 'workbench' }, credentials: 'same-origin' };
    const { token, expiresAt } = await tokenFor(as);
    return { token, expiresAt, headers: { authorization: `Bearer ${token}` }, credentials: 'omit' };
  }

  function actAs(as) {
    at('persona').value = as;
    at('copy').disabled = true;
    // A session has no token to copy.
    at('copy').hidden = as === SIGNED_IN;
    caller = callerAs(as);
    caller.then(
      ({ token, expiresAt }) => {
        at('copy').disabled = token === undefined;
        if (as === '') tell('Niet aangemeld / not signed in');
        else tell(token ? `Aangemeld tot ${timeOf(expiresAt)} / signed in` : 'Aangemeld in deze browser / signed in');
      },
      (error) => tell(error.message, true),
    );
  }

  /** An example brings its own persona, unless somebody has chosen to be who they are. */
  const actAsExample = ({ as = '' }) => {
    if (at('persona').value !== SIGNED_IN) actAs(as);
  };

  /** GraphiQL learns the name of an operation a moment after the text of it: until then it sends the name of the one before. */
  const named = ({ operationName, ...operation }) =>
    new RegExp(`\\b(query|mutation)\\s+${operationName}\\b`).test(operation.query)
      ? { ...operation, operationName }
      : operation;

  async function fetcher(operation) {
    const { headers, credentials } = await caller;
    const request = json(named(operation));
    const response = await fetch('/graphql', { ...request, headers: { ...request.headers, ...headers }, credentials });
    return response.json();
  }

  function Workbench({ first }) {
    const [query, setQuery] = useState(first.query);
    const [variables, setVariables] = useState(first.variables);
    asked = query;
    show = (example) => {
      setQuery(example.query);
      setVariables(example.variables);
    };
    return createElement(GraphiQL, {
      fetcher,
      query,
      variables,
      onEditQuery: setQuery,
      onEditVariables: setVariables,
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
      defaultEditorToolsVisibility: 'variables',
    });
  }

  const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });

  function fillPersonas(personas) {
    const groups = Map.groupBy ? Map.groupBy(personas, (persona) => persona.kind) : new Map([['', personas]]);
    at('persona').append(option('', 'Niet aangemeld / not signed in'));
    for (const [kind, members] of groups) {
      const group = Object.assign(document.createElement('optgroup'), { label: kind });
      group.append(...members.map(({ as, label }) => option(as, label)));
      at('persona').append(group);
    }
  }

  /** Who has signed in with this browser comes first in the menu; null when nobody has. */
  async function signedIn() {
    const { isSignedIn, subject, assurance } = await (await fetch('/auth/session')).json();
    at('sign-in').hidden = isSignedIn;
    at('sign-out').hidden = !isSignedIn;
    if (!isSignedIn) return null;
    at('persona').prepend(option(SIGNED_IN, `Ikzelf / myself: ${subject} (${(assurance ?? '–').toLowerCase()})`));
    return SIGNED_IN;
  }

  async function signOut() {
    await fetch('/auth/logout', { method: 'POST', headers: { 'x-ews-request': 'workbench' } });
    location.reload();
  }

  const asText = ({ query, variables }) => ({ query, variables: variables ? JSON.stringify(variables, null, 2) : '' });

  async function start() {
    const { personas, examples } = await (await fetch('/workbench/menu.json')).json();
    fillPersonas(personas);
    at('example').append(...examples.map(({ nl, en }, index) => option(String(index), `${nl} / ${en}`)));
    at('persona').addEventListener('change', () => {
      actAs(at('persona').value);
      ask();
    });
    at('example').addEventListener('change', () => {
      const example = examples[Number(at('example').value)];
      actAsExample(example);
      show(asText(example));
      // The editor takes the example over in its next rendering.
      setTimeout(ask, 150);
    });
    at('copy').addEventListener('click', async () => {
      await navigator.clipboard.writeText((await caller).token);
      tell('Gekopieerd / copied');
    });
    at('sign-in').addEventListener('click', () => location.assign('/auth/login'));
    at('sign-out').addEventListener('click', signOut);
    const myself = await signedIn();
    at('persona').disabled = false;
    at('example').disabled = false;
    actAs(myself ?? examples[0].as ?? '');
    createRoot(at('graphiql')).render(createElement(Workbench, { first: asText(examples[0]) }));
    setTimeout(ask, 150);
  }

  start().catch(() => tell('De werkbank laadt niet / the workbench does not load', true));
})();
