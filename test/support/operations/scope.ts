/**
 * Which response keys a selection has already given away, and to what. The same key may be written twice only for the
 * same field with the same arguments; then the selections below it are merged, and so are their scopes.
 */
export class Scope {
  private readonly keys = new Map<string, { readonly what: string; readonly below: Scope }>();

  isFree(key: string, what: string): boolean {
    const known = this.keys.get(key);
    return known === undefined || known.what === what;
  }

  take(key: string, what: string): Scope {
    const known = this.keys.get(key) ?? { what, below: new Scope() };
    this.keys.set(key, known);
    return known.below;
  }

  /** May everything in another scope be selected here as well? */
  accepts(other: Scope): boolean {
    return [...other.keys].every(([key, { what, below }]) => {
      const known = this.keys.get(key);
      return known === undefined || (known.what === what && known.below.accepts(below));
    });
  }

  add(other: Scope): void {
    for (const [key, { what, below }] of other.keys) this.take(key, what).add(below);
  }
}
