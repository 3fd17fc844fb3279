/** What is known already is served after waiting this long: the embedded engine has one connection, which a long write may hold. */
const PATIENCE_MILLISECONDS = 200;

/** The answer if it comes in time, else what is known already: reads during a long write see the state before it. */
export async function answerInTime<T>(answer: Promise<T>, known: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MILLISECONDS, known);
  });
  // a late failure has nobody to hear it: the next request asks again
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}
