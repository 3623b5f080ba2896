/** An answer of the API: whatever was asked for, or why not. */
interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
  readonly data?: any;
  readonly errors?: {
    readonly message: string;
    readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
  }[];
}

/** A browser without a screen: keeps cookies, and follows redirects one at a time. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Set-Cookie lines of the last answer. */
  given: readonly string[] = [];

  constructor(private readonly origin: string) {}

  async fetch(address: string, { headers = {}, ...init }: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(new URL(address, this.origin), {
      ...init,
      headers: { ...headers, ...(cookie && { cookie }) } as Record<string, string>,
      redirect: 'manual',
    });
    this.given = response.headers.getSetCookie();
    for (const line of this.given) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until there is a page, or until an address is about to be opened that fits. */
  async follow(address: string, until?: RegExp): Promise<{ address: string; response: Response | null }> {
    let next = address;
    for (let hops = 0; hops < 10; hops += 1) {
      if (until?.test(next)) return { address: next, response: null };
      const response = await this.fetch(next);
      const location = response.headers.get('location');
      if (location === null) return { address: next, response };
      next = new URL(location, new URL(next, this.origin)).href;
    }
    throw new Error('Redirected without end.');
  }

  form(address: string, fields: Record<string, string>): Promise<Response> {
    return this.fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** To the page of the embedded provider, and through it: the address of the callback, not opened yet. */
  async toCallback(as: string, { assurance = 'SUBSTANTIAL', login = '/auth/login' } = {}): Promise<string> {
    const { address } = await this.follow(login, /\/development\/sign-in\//);
    const chosen = await this.form(address, { as, assurance });
    const location = chosen.headers.get('location');
    if (location === null) throw new Error(`Not signed in: ${chosen.status} ${await chosen.text()}`);
    return (await this.follow(location, /\/auth\/callback/)).address;
  }

  async signIn(as: string, options?: Parameters<Visitor['toCallback']>[1]): Promise<Response> {
    return this.fetch(await this.toCallback(as, options));
  }

  /** An operation, as a page of ours sends it. */
  async ask(query: string, headers: Record<string, string> = { 'x-ews-request': '1' }) {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as Answer) };
  }
}
