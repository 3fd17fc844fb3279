import { lazy, Suspense } from 'react';
import { toFigure } from '#client/state/figure-words.ts';
import { createTool } from '#client/state/tool.ts';
import { openTool } from '#client/state/tool-store.ts';
import { useFigures } from '#client/state/use-figures.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { closeDetails, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { FigureAnswer } from '#core/api/figures.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { formatFraction, writeFigureValue } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { LightPanel } from '../side/light-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { OriginRowsPanel } from './origin-rows-panel.tsx';
import { PartsPanel } from './parts-panel.tsx';

const DefinitionsPanel = lazy(() =>
  import('./definitions-panel.tsx').then((module) => ({ default: module.DefinitionsPanel })),
);

interface OriginPanelProps {
  readonly code: IndicatorCode;
  readonly part: string | null;
}

/** Where a figure comes from: definition, numerator, denominator, date, revision, source, and the rows behind it. */
export function OriginPanel({ code, part }: OriginPanelProps) {
  const say = useText();
  const answer = useFigures([code], { parts: 'all' });
  return (
    <article className="origin" aria-label={say('origin')}>
      <IconButton className="back-button" icon="back" word={say('back')} label={say('back')} onPress={closeDetails} />
      <AnswerPanel answer={answer} lines={4}>
        {(data) => {
          const figure = data.items[0]?.figures.find((other) => other.code === code);
          return figure ? <Origin figure={figure} part={part} areaName={data.items[0]?.name ?? ''} /> : null;
        }}
      </AnswerPanel>
      {code === 'R2' ? <JoinPanels part={part} /> : null}
      <OriginRowsPanel key={part} code={code} part={part} />
    </article>
  );
}

/** Of the settlements joined: what would join the others, and the same under other definitions. */
function JoinPanels({ part }: { readonly part: string | null }) {
  const say = useTopic('tools');
  return (
    <>
      <button type="button" className="text-button" onClick={() => openTool(createTool('gaps'))}>
        <Icon name="gaps" /> {say('open_gaps')}
      </button>
      <Suspense fallback={null}>
        <DefinitionsPanel part={part} />
      </Suspense>
    </>
  );
}

interface OriginProps {
  readonly figure: FigureAnswer;
  readonly part: string | null;
  readonly areaName: string;
}

function Origin({ figure, part, areaName }: OriginProps) {
  const language = useView((view) => view.language);
  const shown = figure.parts.find((other) => other.part === part) ?? figure;
  const { value, unit } = writeFigureValue(shown, { language });
  return (
    <>
      <h1 className="origin-name">
        <span className="origin-code numeral">{figure.code}</span> {figure.name}
        {shown.partName ? <small> · {shown.partName}</small> : null}
      </h1>
      <p className="figure-line">
        <span className="figure-value numeral">{value}</span>
        <span className="figure-unit">{unit}</span>
        <LightPanel light={shown.light} />
        <span className="origin-fraction numeral">{formatFraction(toFigure(shown), { language })}</span>
      </p>
      {figure.reasonText ? <p className="origin-reason">{figure.reasonText}</p> : null}
      <FactsPanel figure={figure} shown={shown} areaName={areaName} />
      <PartsPanel figure={figure} part={part} />
    </>
  );
}
