/** Icons as strokes on a 20 x 20 grid, drawn in the colour of the text. */
const PATHS = {
  targets: 'M10 3.2a6.8 6.8 0 1 0 .01 0ZM10 7.4a2.6 2.6 0 1 0 .01 0ZM10 1v3M10 16v3M1 10h3M16 10h3',
  measures: 'M3 16c6 0 3-11 9-11h4M13 2l3.4 3L13 8M3 13.6v4.8',
  industry: 'M2.5 17V9l5 3V9l5 3V4h4v13ZM6 17v-2M10 17v-2M14 17v-2',
  progress: 'M2.5 10.5 7 15 17.5 4.5M2.5 18h15',
  plan: 'M2.5 17.5h15M4 17.5V9l4-3.5L12 9v8.5M15.5 8.5v-6M12.5 5.5h6',
  sheet: 'M4 2.5h8.5L16 6v11.5H4ZM12.5 2.5V6H16M7 10h6M7 13h6',
  data: 'M3 4h14v12H3ZM3 8h14M8 8v8M3 12h14',
  import: 'M10 2.5v9.5M6 8l4 4 4-4M3 11.5v6h14v-6',
  search: 'M8.5 3a5.5 5.5 0 1 0 .01 0ZM12.6 12.6 17 17',
  theme: 'M10 2.5a7.5 7.5 0 1 0 .01 0ZM10 2.5v15M10 5.2h4.6M10 8.4h7M10 11.6h7M10 14.8h4.6',
  wall: 'M2.5 4h15v9.5h-15ZM7 17h6M10 13.5V17',
  play: 'M6 3.5v13l10-6.5Z',
  pause: 'M6.5 4v12M13.5 4v12',
  first: 'M5 4v12M15 4 8 10l7 6Z',
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'M7.5 4l6 6-6 6',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  frame: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  compare: 'M3 4h6v12H3ZM11 4h6v12h-6Z',
  measure: 'M2.5 13.5 13.5 2.5l4 4-11 11ZM6.5 9.5l2 2M9.5 6.5l1.5 1.5M12.5 3.5l2 2',
  reach: 'M10 9a1 1 0 1 0 .01 0ZM10 6a4 4 0 1 0 .01 0ZM10 2.5a7.5 7.5 0 1 0 .01 0Z',
  nearest: 'M10 17.5c-4-4.2-5.6-6.6-5.6-9.2a5.6 5.6 0 0 1 11.2 0c0 2.6-1.6 5-5.6 9.2ZM10 6.3a2 2 0 1 0 .01 0Z',
  gaps: 'M2 14.5 6.5 10M13.5 10 18 5.5M8 6.5l4 7M12 6.5l-4 7',
  undo: 'M7.5 4 3.5 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4 16.5 8l-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h4.5',
  pointer: 'M5 2.5 15 11l-5 .6 2.8 5-1.8 1-2.8-5L5 16Z',
  site: 'M3 9.5 10 3.5l7 6M5 8v9h10V8M10 9v5M7.5 11.5h5',
  assign: 'M3.5 14.5a2 2 0 1 0 .01 0ZM6 14C9 7 11 6.5 14 6.5M12 4l3 2.5-3 2.5M16.5 11v6h-4v-6Z',
  harden: 'M3 17 8 3M17 17 12 3M10 4v2.5M10 9v2.5M10 14v2.5',
  draw_road: 'M3 16c3-8 5 1 8-6M13 8l3.5-5M14.5 13v5M12 15.5h5',
  park: 'M2.5 17V9l5 3V9l5 3V4h4v13Z',
  service: 'M10 3v14M3 10h14M4.5 4.5h11v11h-11Z',
  remove: 'M4 5.5h12M8 5.5V3h4v2.5M5.5 5.5 6.5 17h7l1-11.5M8.5 8.5v5.5M11.5 8.5v5.5',
  copy: 'M7 6.5h9.5V17H7ZM4 13.5V3h9.5',
  down: 'M4 7l6 6 6-6',
  up: 'M4 13l6-6 6 6',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside or instead of a word; the control that holds it carries the label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
