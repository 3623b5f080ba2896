/* The workbench: chooses who is asking and what is asked, and leaves the rest to GraphiQL. A token stays in this page. */
(() => {
  const { createElement, useState } = window.React;
  const { createRoot } = window.ReactDOM;
  const { GraphiQL } = window;
  const at = (id) => document.getElementById(id);

  /** Who is asking: the token, or null for who has not signed in. A question waits until it is known. */
  let session = Promise.resolve(null);
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

  function actAs(as) {
    at('persona').value = as;
    at('copy').disabled = true;
    session = as === '' ? Promise.resolve(null) : tokenFor(as);
    session.then(
      (issued) => {
        at('copy').disabled = issued === null;
        const until =
          issued && new Date(issued.expiresAt).toLocaleTimeString('nl', { hour: '2-digit', minute: '2-digit' });
        tell(issued ? `Aangemeld tot ${until} / signed in` : 'Niet aangemeld / not signed in');
      },
      (error) => tell(error.message, true),
    );
  }

  /** GraphiQL learns the name of an operation a moment after the text of it: until then it sends the name of the one before. */
  const named = ({ operationName, ...operation }) =>
    new RegExp(`\\b(query|mutation)\\s+${operationName}\\b`).test(operation.query)
      ? { ...operation, operationName }
      : operation;

  async function fetcher(operation) {
    const issued = await session;
    const request = json(named(operation));
    if (issued) request.headers.authorization = `Bearer ${issued.token}`;
    const response = await fetch('/graphql', request);
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
      actAs(example.as ?? '');
      show(asText(example));
      // The editor takes the example over in its next rendering.
      setTimeout(ask, 150);
    });
    at('copy').addEventListener('click', async () => {
      await navigator.clipboard.writeText((await session).token);
      tell('Gekopieerd / copied');
    });
    at('persona').disabled = false;
    at('example').disabled = false;
    actAs(examples[0].as ?? '');
    createRoot(at('graphiql')).render(createElement(Workbench, { first: asText(examples[0]) }));
    setTimeout(ask, 150);
  }

  start().catch(() => tell('De werkbank laadt niet / the workbench does not load', true));
})();
