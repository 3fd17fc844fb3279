import { describe, expect, it } from 'vitest';
import {
  createTool,
  formatTool,
  MOST_POINTS,
  parsePosition,
  parseTool,
  TOOL_KINDS,
  type Tool,
} from '#client/state/tool.ts';

const TOOLS: readonly Tool[] = [
  {
    kind: 'measure',
    mode: 'walk',
    by: 'meters',
    points: [
      [107.21, 27.04],
      [107.3, 27.1],
    ],
  },
  { kind: 'reach', mode: 'tricycle', by: 'minutes', direction: 'from', place: '107.21000,27.04000' },
  { kind: 'reach', mode: 'drive', by: 'meters', direction: 'to', place: '529901001001001' },
  { kind: 'nearest', place: '529901001001001' },
  { kind: 'nearest', place: null },
  { kind: 'gaps', segments: ['LD00012', 'LD00013'] },
  { kind: 'gaps', segments: [] },
];

describe('parseTool', () => {
  it('gives back what formatTool wrote', () => {
    for (const tool of TOOLS) expect(parseTool(formatTool(tool))).toEqual(tool);
    for (const kind of TOOL_KINDS) expect(parseTool(formatTool(createTool(kind)))).toEqual(createTool(kind));
  });

  it('opens the tool that a mistyped link names, with what could be read', () => {
    expect(parseTool('reach:flying:miles:up:nowhere at all')).toEqual(createTool('reach'));
    expect(parseTool('measure:drive:minutes:107,27;oops;181,27;107.5,27.5')).toMatchObject({
      points: [
        [107, 27],
        [107.5, 27.5],
      ],
    });
  });

  it('is no tool where none is named', () => {
    expect([parseTool(null), parseTool(''), parseTool('hammer:1')]).toEqual([null, null, null]);
  });

  it('takes no more points than can be asked for', () => {
    const many = Array.from({ length: MOST_POINTS + 5 }, (_, index) => `107,${20 + index / 10}`).join(';');
    expect(parseTool(`measure:drive:minutes:${many}`)).toMatchObject({ points: { length: MOST_POINTS } });
  });
});

describe('parsePosition', () => {
  it('reads longitude and latitude, and nothing else', () => {
    expect(parsePosition('107.5,27.25')).toEqual([107.5, 27.25]);
    expect(['529901', '107.5', '107.5,', '107.5,97', null].map(parsePosition)).toEqual([null, null, null, null, null]);
  });
});
