import { describe, expect, it } from 'vitest';
import {
  dropCommands,
  dropLastStep,
  EMPTY_QUEUE,
  enqueue,
  type PlanQueue,
  resolveConflict,
  takeSent,
} from '#client/state/plan-queue.ts';
import type { SentCommand } from '#core/api/plans.ts';

const close = (id: string, batch?: string): SentCommand => ({
  id,
  kind: 'close_site',
  input: { siteCode: `S-${id}` },
  ...(batch ? { batch } : {}),
});
const queueOf = (commands: readonly SentCommand[], patch: Partial<PlanQueue> = {}): PlanQueue => ({
  ...EMPTY_QUEUE,
  commands,
  ifVersion: 3,
  ...patch,
});
const ids = ({ commands }: PlanQueue): string[] => commands.map(({ id }) => id);

describe('enqueue', () => {
  it('keeps the version that the first waiting command was made upon', () => {
    const queue = enqueue(enqueue(EMPTY_QUEUE, [close('a')], 3), [close('b')], 7);
    expect(queue.ifVersion).toBe(3);
    expect(ids(queue)).toEqual(['a', 'b']);
  });

  it('leaves a conflict to be resolved', () => {
    expect(enqueue(queueOf([close('a')], { state: 'conflict' }), [close('b')], 4).state).toBe('conflict');
  });
});

describe('takeSent', () => {
  it('keeps what was made while the others were on their way, upon the version that came back', () => {
    const queue = takeSent(queueOf([close('a'), close('b')], { state: 'sending' }), [close('a')], 4);
    expect(ids(queue)).toEqual(['b']);
    expect(queue).toMatchObject({ ifVersion: 4, state: 'idle' });
  });
});

describe('dropLastStep', () => {
  it('takes back all commands of one step', () => {
    const queue = dropLastStep(queueOf([close('a'), close('b', 'step'), close('c', 'step')], { state: 'away' }));
    expect(queue && ids(queue)).toEqual(['a']);
    expect(queue?.state).toBe('away');
  });

  it('leaves what is on its way to the server', () => {
    expect(dropLastStep(queueOf([close('a')], { state: 'sending' }))).toBeNull();
    expect(dropLastStep(EMPTY_QUEUE)).toBeNull();
  });
});

describe('dropCommands', () => {
  it('forgets the refusal with the command that was refused', () => {
    const queue = dropCommands(queueOf([close('a')], { state: 'refused', sentence: 'No.' }), new Set(['a']));
    expect(queue).toMatchObject({ commands: [], state: 'idle', sentence: null });
  });
});

describe('resolveConflict', () => {
  const conflictOf = (about: string, id: string) => ({
    about,
    aboutName: about,
    mine: [{ ...close(id), input: {}, by: 'me', at: '' }],
    theirs: [],
  });

  it('drops mine where theirs holds and sends the others upon the version that holds now', () => {
    const conflict = {
      code: 'plan_conflict' as const,
      detail: '',
      version: 9,
      conflicts: [conflictOf('A', 'a'), conflictOf('B', 'b')],
    };
    const queue = queueOf([close('a'), close('b'), close('c')], { state: 'conflict', conflict });
    const resolved = resolveConflict(queue, { A: 'theirs', B: 'mine' });
    expect(ids(resolved)).toEqual(['b', 'c']);
    expect(resolved).toMatchObject({ ifVersion: 9, state: 'idle', conflict: null });
  });

  it('loses nothing while nothing is chosen', () => {
    const conflict = { code: 'plan_conflict' as const, detail: '', version: 9, conflicts: [conflictOf('A', 'a')] };
    expect(ids(resolveConflict(queueOf([close('a')], { conflict }), {}))).toEqual(['a']);
  });
});
