import { beforeEach, describe, expect, it } from 'vitest';
import { createTool } from '#client/state/tool.ts';
import { changeTool, chooseSegments, closeTool, givePoint, openTool, toggleTool } from '#client/state/tool-store.ts';
import { INITIAL_VIEW } from '#client/state/view.ts';
import { openFigure, openThing, useViewStore } from '#client/state/view-store.ts';

beforeEach(() => useViewStore.setState({ view: { ...INITIAL_VIEW, area: '529901' }, step: 'none' }));

const inHand = () => useViewStore.getState().view.tool;

describe('toggleTool', () => {
  it('takes one tool up at a time and lays it down again', () => {
    toggleTool('measure');
    toggleTool('reach');
    expect(inHand()).toEqual(createTool('reach'));
    toggleTool('reach');
    expect(inHand()).toBeNull();
  });

  it('closes the card of a thing, and the card closes the tool', () => {
    openThing({ layer: 'sites', code: 'A1' });
    toggleTool('nearest');
    expect(useViewStore.getState().view.thing).toBeNull();
    openFigure('R2');
    expect(inHand()).toBeNull();
  });
});

describe('givePoint', () => {
  it('adds a point to a measured line and replaces the place of a reach', () => {
    toggleTool('measure');
    givePoint([107, 27], null);
    givePoint([107.5, 27.5], '529901001001001');
    expect(inHand()).toMatchObject({
      points: [
        [107, 27],
        [107.5, 27.5],
      ],
    });
    toggleTool('reach');
    givePoint([107, 27], null);
    expect(inHand()).toMatchObject({ place: '107.00000,27.00000' });
    givePoint([107.5, 27.5], '529901001001001');
    expect(inHand()).toMatchObject({ place: '529901001001001' });
    expect(useViewStore.getState().step).toBe('replace');
  });
});

describe('changeTool', () => {
  it('leaves another tool as it is', () => {
    toggleTool('nearest');
    changeTool('reach', { mode: 'walk' });
    expect(inHand()).toEqual(createTool('nearest'));
  });
});

describe('chooseSegments', () => {
  it('takes segments once and away again', () => {
    openTool(createTool('gaps'));
    chooseSegments(['L1', 'L2'], true);
    chooseSegments(['L2', 'L3'], true);
    expect(inHand()).toMatchObject({ segments: ['L1', 'L2', 'L3'] });
    chooseSegments(['L1', 'L3'], false);
    expect(inHand()).toMatchObject({ segments: ['L2'] });
    closeTool();
    expect(inHand()).toBeNull();
  });
});
