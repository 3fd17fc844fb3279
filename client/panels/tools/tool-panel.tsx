import { useEffect } from 'react';
import { setWayTo } from '#client/state/map-store.ts';
import type { Tool } from '#client/state/tool.ts';
import { closeTool } from '#client/state/tool-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { GapsPanel } from '../gaps/gaps-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { NearestPanel } from './nearest-panel.tsx';
import { ReachPanel } from './reach-panel.tsx';

/** The card of the tool in hand. */
export function ToolPanel({ tool }: { readonly tool: Tool }) {
  const say = useTopic('tools');
  useEffect(() => () => setWayTo(null), []);
  return (
    <section className={`section tool tool-${tool.kind}`} aria-label={say(`${tool.kind}_label`)}>
      <div className="thing-head">
        <h2>{say(tool.kind === 'gaps' ? 'gaps_title' : `${tool.kind}_label`)}</h2>
        <IconButton icon="close" label={say('close')} onPress={closeTool} />
      </div>
      <ToolBody tool={tool} />
    </section>
  );
}

function ToolBody({ tool }: { readonly tool: Tool }) {
  switch (tool.kind) {
    case 'measure':
      return <MeasurePanel tool={tool} />;
    case 'reach':
      return <ReachPanel tool={tool} />;
    case 'nearest':
      return <NearestPanel tool={tool} />;
    case 'gaps':
      return <GapsPanel tool={tool} />;
  }
}
