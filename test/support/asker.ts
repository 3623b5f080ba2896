import type { Viewer } from '../../src/policy/viewer';
import type { Product } from './oracle/product';

export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Asks the product in the name of somebody, at a moment. */
export const asker =
  (product: Product, moment: Date) =>
  async (text: string, viewer: Viewer, now = moment): Promise<Told> =>
    JSON.parse(await product.ask({ text, variables: {} }, viewer, now));
