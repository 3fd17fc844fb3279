/** What a component needs to know of an answer that is asked for: it has come, is coming, or failed and can be asked for again. */
export interface Answer<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  /** The data is an older answer that stays until the next one comes. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}
