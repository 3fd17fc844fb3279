import { describe, expect, it } from 'vitest';
import { RequestError } from '#client/api/problem.ts';
import { listPlanReasons } from '#client/state/plan-reasons.ts';

const refuse = (texts: readonly string[]): RequestError => {
  const errors = texts.map((text) => ({ code: 'not_assessed', commandId: null, about: 'S1', text }));
  const detail = `Not publishable: ${texts[0]}`;
  return new RequestError({
    status: 409,
    code: 'plan_not_publishable',
    sentence: detail,
    body: { code: 'plan_not_publishable', detail, errors },
  });
};

describe('listPlanReasons', () => {
  it('tells every reason once', () => {
    expect(listPlanReasons(refuse(['one', 'two', 'one']), 'en')).toEqual(['one', 'two']);
  });

  it("tells the problem's own sentence where there is one reason", () => {
    expect(listPlanReasons(refuse(['one']), 'en')).toEqual(['Not publishable: one']);
  });

  it('tells of a failure that is no refusal', () => {
    const away = new RequestError({ status: 0, code: 'network', sentence: 'The server is away.' });
    expect(listPlanReasons(away, 'en')).toEqual(['The server is away.']);
  });
});
