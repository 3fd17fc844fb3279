import { describeError } from '#client/state/error-words.ts';
import { describePrinting } from '#client/state/print-words.ts';
import { usePrint } from '#client/state/use-sheet-prints.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { closePrint, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { LoadingState } from '#client/ui/states.tsx';
import type { PrintDetail } from '#core/api/sheet-register.ts';
import './sheet.css';
import { StatePanel } from './state-panel.tsx';

/** What became of the sheet whose code was scanned: printed when, from which data, up to date or not. */
export function PrintBannerPanel({ id }: { readonly id: string }) {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const answer = usePrint(id);
  return (
    <aside className="print-banner" aria-label={say('banner')}>
      <div className="thing-head">
        <h2>{answer.data?.title ?? say('banner')}</h2>
        <IconButton icon="close" label={sayApp('close')} onPress={closePrint} />
      </div>
      {answer.error ? <p role="alert">{describeError(answer.error, language)}</p> : null}
      {answer.data ? <Story print={answer.data} /> : null}
      {answer.isPending ? <LoadingState label={sayApp('loading')} lines={2} /> : null}
    </aside>
  );
}

function Story({ print }: { readonly print: PrintDetail }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  return (
    <>
      <p className="numeral">
        {say('banner_story', {
          printed: describePrinting(print, language),
          date: print.dataDate,
          day: print.asOf,
          revision: print.revision,
        })}
      </p>
      <StatePanel state={print.state} />
      {print.hangsAt.length > 0 ? (
        <p className="room-note">
          {say('hangs_at', { walls: print.hangsAt.map(({ wallName }) => wallName).join(say('joiner')) })}
        </p>
      ) : null}
    </>
  );
}
