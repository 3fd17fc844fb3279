import { CONTOUR_INTERVAL_METERS } from '../../features/contour-features.ts';
import { namePaper } from '../paper.ts';
import { leastHeights } from '../reading-heights.ts';
import { formatScale, roundScaleFor } from '../round-scale.ts';
import { collapseInGrey } from './collapse-in-grey.ts';
import type { LintScope, LintText, SheetFinding } from './sheet-finding.ts';
import { isDigits, isMark } from './text-class.ts';

/** Part of the em square that a Chinese character fills. */
const CHARACTER = 0.92;
/** Millimetres by which a height may fall short: rounding. */
const TOLERANCE = 0.02;
/** Characters of a text told in a finding. */
const MOST_CHARACTERS = 16;
/** Below this share of the least height a text is not only small. */
const FAR_TOO_SMALL = 0.8;
/** Least interval of contours: domain.md section 8. */
const LEAST_INTERVAL_METERS = { county: 100, town: 50, village: 50 } as const;
/** A DEM finer than this is classified: domain.md section 8. */
const FINEST_DEM_METERS = 30;
const METERS_PER_DEGREE = 111_132;
/** Cells of a 30 m grid are a little smaller than 30 m in the south. */
const DEM_TOLERANCE = 0.99;
/** Names told in a finding. */
const MOST_NAMES = 6;

/** What can be read, told apart and is allowed on paper: text, names, glyphs, scale, relief, colours. */
export function lintLook(scope: LintScope): readonly SheetFinding[] {
  return [...lintTexts(scope), ...lintReport(scope), ...lintScale(scope), ...lintRelief(scope), ...lintColors(scope)];
}

/** Texts, digits and letters in symbols under what can be read on the paper that they stand on. */
function lintTexts({ pages, textsByPage }: LintScope): SheetFinding[] {
  return pages.flatMap(({ paper, isBound = false }, page) => {
    const sides = { short: Math.min(paper.width, paper.height), long: Math.max(paper.width, paper.height) };
    const least = leastHeights({ ...sides, isBound });
    const small = (textsByPage[page] ?? []).flatMap((one) => {
      const expected = isMark(one.text) || isDigits(one.text) ? least.digits : least.text;
      const height = one.size * CHARACTER;
      return height < expected - TOLERANCE ? [{ ...one, height, expected }] : [];
    });
    return [
      ...describeSmall(
        'text_small',
        small.filter(({ text }) => !isMark(text)),
        sides,
      ),
      ...describeSmall(
        'marks_small',
        small.filter(({ text }) => isMark(text)),
        sides,
      ),
    ];
  });
}

function describeSmall(
  rule: 'text_small' | 'marks_small',
  small: readonly (LintText & { readonly height: number; readonly expected: number })[],
  sides: { readonly short: number; readonly long: number },
): SheetFinding[] {
  const [worst] = small.toSorted((a, b) => a.height / a.expected - b.height / b.expected);
  if (!worst) return [];
  const { height, expected } = worst;
  // the letter of a symbol says once more what its shape and colour say
  const isGrave = rule === 'text_small' && height < expected * FAR_TOO_SMALL;
  return [
    {
      rule,
      severity: isGrave ? 'warning' : 'hint',
      values: {
        count: small.length,
        height: height.toFixed(1),
        least: expected.toFixed(1),
        text: worst.text.slice(0, MOST_CHARACTERS),
        paper: namePaper(sides),
      },
    },
  ];
}

function lintReport({ pages, spec }: LintScope): SheetFinding[] {
  const unplaced = [...new Set(pages.flatMap(({ report }) => report.unplaced))];
  const glyphs = [...new Set(pages.flatMap(({ report }) => report.missingGlyphs))];
  const comma = spec.language === 'zh' ? '、' : ', ';
  return [
    ...(unplaced.length > 0
      ? [
          {
            rule: 'names_unplaced',
            severity: 'warning',
            values: { count: unplaced.length, names: unplaced.slice(0, MOST_NAMES).join(comma) },
          } as const,
        ]
      : []),
    ...(glyphs.length > 0
      ? [{ rule: 'glyphs_missing', severity: 'warning', values: { characters: glyphs.join(comma) } } as const]
      : []),
  ];
}

const lintScale = ({ pages }: LintScope): SheetFinding[] => {
  const odd = pages.map(({ layout }) => layout.scale).find((scale) => Math.abs(roundScaleFor(scale) - scale) > 1e-6);
  return odd === undefined
    ? []
    : [
        {
          rule: 'scale_odd',
          severity: 'warning',
          values: { scale: formatScale(odd), round: formatScale(roundScaleFor(odd)) },
        },
      ];
};

function lintRelief({ context, definition, spec }: LintScope): SheetFinding[] {
  const { dem } = context.county;
  if (!dem) return [];
  const hasContours = definition.layers.some(({ id }) => id.startsWith('contours'));
  const isShaded = spec.relief && definition.layers.some(({ type }) => type === 'raster');
  const interval = CONTOUR_INTERVAL_METERS[definition.level];
  const least = LEAST_INTERVAL_METERS[definition.level];
  const cell = dem.cellDegrees * METERS_PER_DEGREE;
  return [
    ...(hasContours && interval < least
      ? [{ rule: 'contours_fine', severity: 'error', values: { interval, least } } as const]
      : []),
    ...((hasContours || isShaded) && cell < FINEST_DEM_METERS * DEM_TOLERANCE
      ? [{ rule: 'dem_fine', severity: 'error', values: { cell: cell.toFixed(0), least: FINEST_DEM_METERS } } as const]
      : []),
  ];
}

/** Classes of one legend group that only their colour tells apart, and that a black and white copy does not. */
function lintColors({ definition, spec }: LintScope): SheetFinding[] {
  return definition.legend.flatMap((group): SheetFinding[] => {
    const entries = group.layout === 'list' ? group.entries : [];
    const pairs = entries.flatMap((entry, index) =>
      entries.slice(index + 1).flatMap((other) => (collapseInGrey(entry, other) ? [[entry, other] as const] : [])),
    );
    const [first] = pairs;
    if (!first) return [];
    return [
      {
        rule: 'colors_collapse',
        severity: spec.options.colors === 'mono' ? 'warning' : 'hint',
        values: { legend: group.title, count: pairs.length, one: first[0].label, other: first[1].label },
      },
    ];
  });
}
