/** An operation before it has a text: what is selected, and in which of the many ways of writing it. */

/** @skip or @include, with the flag written out or in a variable. */
export interface Flag {
  readonly directive: 'skip' | 'include';
  readonly value: boolean;
  readonly byVariable: boolean;
}

/** The value of an argument and where it stands: in the text, in a variable, as its default, instead of it, or per member. */
export interface Given {
  readonly name: string;
  readonly value: unknown;
  readonly by: 'TEXT' | 'VARIABLE' | 'DEFAULT' | 'INSTEAD' | 'MEMBERS';
}

/** A page: how many, and on which side of a cursor that an earlier answer gave. */
export interface PageWish {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly from?: 'after' | 'before';
}

export type Part =
  | { readonly kind: 'typename'; readonly isAliased: boolean; readonly flag: Flag | null }
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly isAliased: boolean;
      readonly flag: Flag | null;
      readonly args: readonly Given[];
      readonly page: PageWish | null;
      /** Null for a leaf. */
      readonly parts: readonly Part[] | null;
    }
  | { readonly kind: 'inline'; readonly on: string | null; readonly flag: Flag | null; readonly parts: readonly Part[] }
  | {
      readonly kind: 'spread';
      readonly on: string;
      /** Spread a fragment that was spread before, when there is one of this type. */
      readonly again: boolean;
      readonly flag: Flag | null;
      readonly parts: readonly Part[];
    };

export interface Wish {
  readonly name: string | null;
  readonly parts: readonly Part[];
}
