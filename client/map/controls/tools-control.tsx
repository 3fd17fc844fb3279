import { TOOL_KINDS } from '#client/state/tool.ts';
import { toggleTool } from '#client/state/tool-store.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { text } from '#core/texts/text.ts';

/** The bar of tools at the top of the map; at most one is in hand. */
export function ToolsControl() {
  const language = useView((view) => view.language);
  const inHand = useView((view) => view.tool?.kind ?? null);
  return (
    <div className="tools" role="toolbar" aria-label={text(language, 'tools', 'bar')}>
      {TOOL_KINDS.map((kind) => (
        <IconButton
          key={kind}
          icon={kind}
          label={text(language, 'tools', `${kind}_label`)}
          word={text(language, 'tools', kind)}
          pressed={inHand === kind}
          onPress={() => toggleTool(kind)}
        />
      ))}
    </div>
  );
}
