import { useExport } from '#client/state/use-export.ts';
import { useTopic } from '#client/state/use-text.ts';
import { Icon } from '#client/ui/icon.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import './exports.css';

/** Tables, figures and maps as files, ledgers to fill in, and the address for other software. */
export function ExportsPanel() {
  const say = useTopic('exports');
  const { content, format, crs, blank, exportUrl, blankUrl } = useExport();
  return (
    <section aria-label={say('panel_title')} className="exports">
      <h2>{say('panel_title')}</h2>
      <div className="exports-row">
        <LabelledSelect label={say('panel_what')} {...content} />
        <LabelledSelect label={say('panel_format')} {...format} />
        <LabelledSelect label={say('panel_crs')} {...crs} />
        {exportUrl ? (
          <a className="text-button" href={exportUrl} download>
            <Icon name="download" /> {say('panel_download')}
          </a>
        ) : null}
      </div>
      <p className="data-note">{say('panel_internal')}</p>
      <h3>{say('panel_blank_title')}</h3>
      <p className="data-note">{say('panel_blank_note')}</p>
      <div className="exports-row">
        <LabelledSelect label={say('panel_what')} {...blank} />
        {blankUrl ? (
          <a className="text-button" href={blankUrl} download>
            <Icon name="download" /> {say('panel_download')}
          </a>
        ) : null}
      </div>
      <p className="data-note">
        {say('panel_ogc')} <code>{new URL('/ogc', globalThis.location.origin).href}</code>
      </p>
    </section>
  );
}
