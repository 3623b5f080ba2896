/** How much may be asked in one request. Ample for a page of the portal, too little to keep the server busy. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  NoFragmentCyclesRule,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  visit,
} from 'graphql';
import { EwsError, type Sentence } from '../errors';

export const LIMITS = {
  bodyBytes: 100_000,
  tokens: 1_500,
  depth: 12,
  aliases: 15,
  directives: 10,
  rootFields: 8,
} as const;

const SENTENCES = {
  depth: {
    en: `Ask for at most ${LIMITS.depth} levels of fields.`,
    nl: `Vraag ten hoogste ${LIMITS.depth} niveaus van velden.`,
  },
  aliases: {
    en: `Use at most ${LIMITS.aliases} aliases in one operation.`,
    nl: `Gebruik ten hoogste ${LIMITS.aliases} aliassen in één bewerking.`,
  },
  directives: {
    en: `Use at most ${LIMITS.directives} directives in one operation.`,
    nl: `Gebruik ten hoogste ${LIMITS.directives} directives in één bewerking.`,
  },
  rootFields: {
    en: `Ask for at most ${LIMITS.rootFields} fields at the top of one operation.`,
    nl: `Vraag ten hoogste ${LIMITS.rootFields} velden boven in één bewerking.`,
  },
  kind: {
    en: 'There are no operations of this kind: ask with a query, change with a mutation.',
    nl: 'Zulke bewerkingen zijn er niet: vraag met een query, wijzig met een mutation.',
  },
} as const satisfies Record<string, Sentence>;

type Reason = keyof typeof SENTENCES;
type Refuse = (reason: Reason) => void;

/** The fields at the top, seen through fragments: each is a statement of its own for the database. */
function countFields(context: ValidationContext, { selections }: SelectionSetNode, seen: Set<string>): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + countFields(context, selection.selectionSet, seen);
    const fragment = context.getFragment(selection.name.value);
    if (!fragment || seen.has(fragment.name.value)) return count;
    return count + countFields(context, fragment.selectionSet, seen.add(fragment.name.value));
  }, 0);
}

/** The rules of graphql-armor throw by default, which Apollo takes for a fault of its own (HTTP 500): here they report. */
const reporting = (limit: 'depth' | 'aliases' | 'directives', refuse: Refuse) => ({
  n: LIMITS[limit],
  onReject: [() => refuse(limit)],
  propagateOnRejection: false,
});

function refuseBeyondLimits(context: ValidationContext, operation: OperationDefinitionNode, refuse: Refuse): void {
  // graphql-js finds this out only when it executes, and then calls it a fault of the server.
  if (!context.getSchema().getRootType(operation.operation)) refuse('kind');
  if (countFields(context, operation.selectionSet, new Set()) > LIMITS.rootFields) refuse('rootFields');
  const visitors = [
    maxDepthRule({ ...reporting('depth', refuse), ignoreIntrospection: true, flattenFragments: true })(context),
    // By default __typename may have any number of aliases.
    maxAliasesRule({ ...reporting('aliases', refuse), allowList: [] })(context),
    maxDirectivesRule(reporting('directives', refuse))(context),
  ];
  for (const visitor of visitors) visitor.OperationDefinition.enter?.call(visitor, operation);
}

const EMPTY: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Judges a document as a whole before any other rule looks into it. What is refused here is replaced by an empty document
 * for the rules that come after: some take quadratic time, and one never comes back from a fragment that contains itself.
 */
const limitsRule: ValidationRule = (context) => ({
  Document(document) {
    let isRefused = false;
    const report = (error: GraphQLError) => {
      isRefused = true;
      context.reportError(error);
    };
    visit(document, NoFragmentCyclesRule(Object.create(context, { reportError: { value: report } })));
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION || isRefused) continue;
      refuseBeyondLimits(context, operation, (reason) => {
        const details = reason in LIMITS ? { limit: LIMITS[reason as keyof typeof LIMITS] } : {};
        const originalError = new EwsError('BAD_USER_INPUT', SENTENCES[reason], details);
        report(new GraphQLError(originalError.message, { nodes: operation, originalError }));
      });
    }
    return isRefused ? EMPTY : undefined;
  },
});

export const LIMIT_RULES: readonly ValidationRule[] = [limitsRule];
