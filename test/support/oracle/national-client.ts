/** All municipalities together have no row of their own. */
export class NationalClient {
  readonly name = 'VNG (LTA)';
}

export const NATIONAL = new NationalClient();
