/** From a wish to the text of an operation, with the variables that it is sent with. */
import {
  astFromValue,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isNonNullType,
  print,
} from 'graphql';
import { Scope } from './scope';
import type { Flag, Given, PageWish, Part, Wish } from './wish';

export interface Operation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Variables for cursors, not sent yet: each with the response key under which an answer lists cursors of that list. */
  readonly cursors: readonly { readonly variable: string; readonly key: string }[];
}

interface Fragment {
  readonly name: string;
  readonly on: string;
  readonly scope: Scope;
}

class Writer {
  private readonly variables: Record<string, unknown> = {};
  private readonly defined: string[] = [];
  private readonly fragments: Fragment[] = [];
  private readonly fragmentTexts: string[] = [];
  private readonly cursors: { variable: string; key: string }[] = [];
  private count = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  write({ name, parts }: Wish): Operation {
    const body = this.selection(this.schema.getQueryType() as GraphQLObjectType, parts, new Scope());
    const defined = this.defined.length > 0 ? `(${this.defined.join(', ')})` : '';
    const head = name || defined ? `query ${name ?? ''}${defined} ` : '';
    const text = [`${head}${body}`, ...this.fragmentTexts].join('\n');
    return { text, variables: this.variables, cursors: this.cursors };
  }

  private selection(type: GraphQLCompositeType, parts: readonly Part[], scope: Scope): string {
    return `{ ${parts.map((part) => this.part(type, part, scope)).join(' ')} }`;
  }

  private part(type: GraphQLCompositeType, part: Part, scope: Scope): string {
    const flag = this.flag(part.flag);
    switch (part.kind) {
      case 'typename':
        return `${this.key('__typename', '__typename', part.isAliased, scope).text}${flag}`;
      case 'field':
        return this.field(type, part, flag, scope);
      case 'inline': {
        const on = (part.on === null ? type : this.schema.getType(part.on)) as GraphQLCompositeType;
        return `...${part.on === null ? '' : ` on ${part.on}`}${flag} ${this.selection(on, part.parts, scope)}`;
      }
      case 'spread':
        return `...${this.fragment(part, scope).name}${flag}`;
    }
  }

  private field(type: GraphQLCompositeType, part: Part & { kind: 'field' }, flag: string, scope: Scope): string {
    const fields = (type as GraphQLObjectType).getFields();
    const field = fields[part.name] as GraphQLField<unknown, unknown>;
    const named = getNamedType(field.type);
    const cursorKey = part.page?.from ? `cursors${this.next()}` : null;
    const written = [
      ...part.args.map((given) => this.argument(field, given)),
      ...(part.page ? this.page(part.page, cursorKey) : []),
    ];
    const args = written.length > 0 ? `(${written.join(', ')})` : '';
    const what = `${part.name}${args}: ${field.type}`;
    const { text, below } = this.key(part.name, what, part.isAliased, scope);
    if (part.parts === null || !isCompositeType(named)) return `${text}${args}${flag}`;
    const body = this.selection(named, part.parts, below);
    if (cursorKey === null) return `${text}${args}${flag} ${body}`;
    below.take(cursorKey, cursorKey);
    return `${text}${args}${flag} ${body.slice(0, -1)}${cursorKey}: edges { cursor } }`;
  }

  /** The response key: the name of the field where that is free, an alias where it is not or where one is wished for. */
  private key(name: string, what: string, isAliased: boolean, scope: Scope): { text: string; below: Scope } {
    const key = isAliased || !scope.isFree(name, what) ? `a${this.next()}` : name;
    return { text: key === name ? name : `${key}: ${name}`, below: scope.take(key, what) };
  }

  private page({ first, last, from }: PageWish, cursorKey: string | null): string[] {
    const size = Object.entries({ first, last }).filter(([, value]) => value !== undefined);
    const sizes = size.map(([name, value]) => `${name}: ${value}`);
    if (!from || !cursorKey) return sizes;
    const variable = `v${this.next()}`;
    this.defined.push(`$${variable}: String`);
    this.cursors.push({ variable, key: cursorKey });
    return [...sizes, `${from}: $${variable}`];
  }

  private argument(field: GraphQLField<unknown, unknown>, given: Given): string {
    const arg = field.args.find(({ name }) => name === given.name);
    if (!arg) throw new Error(`${field.name} has no argument ${given.name}.`);
    return `${arg.name}: ${this.value(arg.type, given.value, given.by)}`;
  }

  private value(type: GraphQLInputType, value: unknown, by: Given['by']): string {
    if (by === 'VARIABLE') return this.variable(type, value);
    if (by === 'INSTEAD') return this.variable(type, value, isNonNullType(type) ? '' : ' = null');
    if (by === 'DEFAULT') return this.variableWithDefault(type, value);
    if (by === 'TEXT' || value === null) return literal(type, value);
    const fields = (getNamedType(type) as GraphQLInputObjectType).getFields();
    const members = Object.entries(value as object).map(
      ([name, member]) => `${name}: ${this.variable(fields[name]?.type as GraphQLInputType, member)}`,
    );
    return `{ ${members.join(', ')} }`;
  }

  private variable(type: GraphQLInputType, value: unknown, byDefault = ''): string {
    const name = `v${this.next()}`;
    this.defined.push(`$${name}: ${type}${byDefault}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private variableWithDefault(type: GraphQLInputType, value: unknown): string {
    const name = `v${this.next()}`;
    this.defined.push(`$${name}: ${type} = ${literal(type, value)}`);
    return `$${name}`;
  }

  private flag(flag: Flag | null): string {
    if (!flag) return '';
    if (!flag.byVariable) return ` @${flag.directive}(if: ${flag.value})`;
    const name = `v${this.next()}`;
    this.defined.push(`$${name}: Boolean!`);
    this.variables[name] = flag.value;
    return ` @${flag.directive}(if: $${name})`;
  }

  private fragment(part: Part & { kind: 'spread' }, scope: Scope): Fragment {
    const known = this.fragments.find(({ on, scope: its }) => part.again && on === part.on && scope.accepts(its));
    const fragment = known ?? this.newFragment(part, scope);
    scope.add(fragment.scope);
    return fragment;
  }

  /** A fragment is complete before it can be spread again, so none can contain itself. */
  private newFragment(part: Part & { kind: 'spread' }, scope: Scope): Fragment {
    const own = new Scope();
    // What the surroundings have given away is given away in the fragment too.
    own.add(scope);
    const name = `f${this.next()}`;
    const body = this.selection(this.schema.getType(part.on) as GraphQLCompositeType, part.parts, own);
    this.fragmentTexts.push(`fragment ${name} on ${part.on} ${body}`);
    const fragment = { name, on: part.on, scope: own };
    this.fragments.push(fragment);
    return fragment;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

function literal(type: GraphQLInputType, value: unknown): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`${String(value)} cannot be written as ${type}.`);
  return print(node);
}

export const writeOperation = (schema: GraphQLSchema, wish: Wish): Operation => new Writer(schema).write(wish);
