import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { describeIndicator } from '#core/indicators/indicator-words.ts';
import { INDICATORS } from '#core/indicators/register.ts';

const CAMPAIGN = { targetWordSet: 'regular_assistance', relocationWordSet: 'hazard_relocation' } as const;

const BETTER = { up: 'more', down: 'less', none: '—' } as const;

const INTRODUCTION = `# The register of indicators

Every figure of Guatu is one of these definitions (\`core/indicators\`), computed by one pure function over a county at a day; the rows behind a
figure are the entries its sums went through. Names take the words of the campaign; here those of the sample county. A target of \`plan\` comes
from the published plan, \`ranked\` is compared among areas, \`shown\` is only told.

This page is checked against the register by \`tests/core/indicators/register.test.ts\`; run that file with \`npx vitest run … --update\` to write it anew.
`;

/** The page \`docs/indicators.md\`, from the register and its words. */
export function renderIndicatorPage(): string {
  return `${INTRODUCTION}\n${INDICATOR_CODES.map(renderIndicator).join('\n')}`;
}

function renderIndicator(code: (typeof INDICATOR_CODES)[number]): string {
  const definition = INDICATORS[code];
  const zh = describeIndicator('zh', CAMPAIGN, code);
  const en = describeIndicator('en', CAMPAIGN, code);
  const { target } = definition;
  const lines = [
    ['Definition', en.formula],
    ['定义', zh.formula],
    ['Numerator', `${en.numerator} (${zh.numerator})`],
    ['Denominator', `${en.denominator} (${zh.denominator})`],
    ['Unit', `${definition.unit}; counts ${definition.countUnit}`],
    ['Target', target.kind === 'value' ? String(target.value) : target.kind],
    ['Better', BETTER[definition.betterDirection]],
    [
      'Without a monthly plan',
      definition.withoutSchedule === 'target' ? 'green when the target is met' : 'linear over working days',
    ],
    ['Source', `${en.source} (${zh.source})`],
  ];
  return `## ${code} ${zh.name} / ${en.name}\n\n${lines.map(([head, words]) => `- ${head}: ${words}`).join('\n')}\n`;
}
