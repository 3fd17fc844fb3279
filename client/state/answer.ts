/** What a component needs to know of an answer that is asked for: it has come, is coming, or failed and can be asked for again. */
export interface Answer<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  /** The data is an older answer that stays until the next one comes. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** What came stays while asking again fails: for what is asked for again and again, and worked on meanwhile. */
export const keepAnswer = <Data>(answer: Answer<Data>): Answer<Data> =>
  answer.data === undefined
    ? answer
    : { data: answer.data, error: null, isPlaceholderData: answer.isPlaceholderData, refetch: answer.refetch };
