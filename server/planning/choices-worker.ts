import { parentPort } from 'node:worker_threads';
import type { County } from '#core/county/county.ts';
import { type CountyPart, joinCounty } from '#core/county/county-parts.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import type { ChoiceThreadReply, ChoiceThreadRequest } from './choices-messages.ts';
import { solveChoice } from './solve-choice.ts';

// The thread in which solvers run: it keeps one county and answers one question after the other.

/** The best answer so far is sent at most twice a second. */
const INTERIM_MS = 500;

let parts: CountyPart[] = [];
let county: County | null = null;

/** The county that was sent last, put together at its first use. */
function getCounty(): County {
  county ??= joinCounty(parts);
  parts = [];
  return county;
}

async function answer(request: ChoiceThreadRequest): Promise<void> {
  switch (request.kind) {
    case 'begin_county':
      parts = [];
      county = null;
      break;
    case 'county_part':
      parts.push(request.part);
      break;
    case 'solve':
      await solve(request);
      break;
  }
}

async function solve({ id, order, cancelled }: Extract<ChoiceThreadRequest, { kind: 'solve' }>): Promise<void> {
  const flag = new Int32Array(cancelled);
  let toldAt = Number.NEGATIVE_INFINITY;
  try {
    const found = await solveChoice(getCounty(), order, {
      now: () => performance.now(),
      isCancelled: () => Atomics.load(flag, 0) !== 0,
      tell: (create) => {
        if (performance.now() - toldAt < INTERIM_MS) return;
        toldAt = performance.now();
        reply({ kind: 'interim', id, answer: create() });
      },
    });
    reply({ kind: 'done', id, answer: found });
  } catch (error) {
    reply({ kind: 'failed', id, error: toSentError(error) });
  }
}

const reply = (message: ChoiceThreadReply): void => parentPort?.postMessage(message);

parentPort?.on('message', (request: ChoiceThreadRequest) => void answer(request));
