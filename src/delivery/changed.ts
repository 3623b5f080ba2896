/** Of whom a delivery says something, so that the summaries about them have to be made again. */
export interface Changed {
  /** Of whom anything changed: figures, contracts by the word of either side, declarations, the seat, the designation. */
  readonly providerIds?: readonly string[];
  /** That reported on a quarter what they planned and spent. */
  readonly municipalityCodes?: readonly string[];
  /**
   * Who delivered contracts, or takes that back, as contracts name them: a municipality, a region, or LTA. That they answered
   * says something of every provider that has a contract with them. Name a provider whose last contract with them was taken
   * away among the providers.
   */
  readonly clientCodes?: readonly string[];
}
