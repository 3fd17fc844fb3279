import type { LonLat } from '#core/geo/lon-lat.ts';
import { createTool, formatPlace, MOST_POINTS, MOST_SEGMENTS, type Tool, type ToolKind } from './tool.ts';
import { useViewStore } from './view-store.ts';

const { getState } = useViewStore;

/** Takes a tool up; the same one again lays it down. Cards and origins close: the panel belongs to the tool. */
export function toggleTool(kind: ToolKind): void {
  const { tool } = getState().view;
  if (tool?.kind === kind) closeTool();
  else openTool(createTool(kind));
}

/** Takes up a tool with what it is to begin with. */
export const openTool = (tool: Tool): void =>
  getState().change({ tool, figure: null, part: null, thing: null, page: 'map' });

/** Lays the tool down: the map is for looking around again. */
export const closeTool = (): void => {
  if (getState().view.tool !== null) getState().change({ tool: null });
};

/** Changes what the tool in hand was given; ignored when another one is in hand by now. */
export function changeTool<Kind extends ToolKind>(
  kind: Kind,
  patch: Partial<Omit<Extract<Tool, { readonly kind: Kind }>, 'kind'>>,
): void {
  const { tool } = getState().view;
  if (tool?.kind === kind) getState().change({ tool: { ...tool, ...patch } as Tool }, 'replace');
}

/** Gives a clicked point to the tool in hand; `code` where a thing with a name stands there. */
export function givePoint(position: LonLat, code: string | null): void {
  const { tool } = getState().view;
  if (tool?.kind === 'measure' && tool.points.length < MOST_POINTS) {
    changeTool('measure', { points: [...tool.points, position] });
  }
  if (tool?.kind === 'reach' || tool?.kind === 'nearest')
    changeTool(tool.kind, { place: code ?? formatPlace(position) });
}

/** Takes segments to those that are thought hardened, or away from them. */
export function chooseSegments(codes: readonly string[], chosen: boolean): void {
  const { tool } = getState().view;
  if (tool?.kind !== 'gaps') return;
  const others = tool.segments.filter((code) => !codes.includes(code));
  changeTool('gaps', { segments: chosen ? [...others, ...codes].slice(0, MOST_SEGMENTS) : others });
}
