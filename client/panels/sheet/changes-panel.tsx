import { useState } from 'react';
import { useArea } from '#client/state/use-area.ts';
import { useChanges } from '#client/state/use-sheet-prints.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openArea, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { ChangesAnswer } from '#core/api/sheet-register.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { DayField } from './day-field.tsx';

/** What changed in the open area between two days, on the screen and as A4 pages. */
export function ChangesPanel() {
  const say = useTopic('sheetRoom');
  const area = useView((view) => view.area) ?? '';
  const lang = useView((view) => view.language);
  const dataDate = useArea().data?.county.dataDate ?? '';
  const [days, setDays] = useState({ from: '', to: '' });
  const to = days.to || dataDate;
  const from = days.from || (to ? monthBefore(to) : '');
  const question = from && to ? { area, from, to, lang } : null;
  const { answer, sheetAddress } = useChanges(question);
  const pick = (part: 'from' | 'to') => (day: string) => setDays({ ...days, [part]: day });
  return (
    <section className="room-page" aria-label={say('tab_changes')}>
      <p className="room-note">{say('changes_note')}</p>
      <div className="changes-days">
        <DayField label={say('from')} day={from} onPick={pick('from')} />
        <DayField label={say('to')} day={to} onPick={pick('to')} />
        {sheetAddress ? (
          <a className="plain-button is-main" href={sheetAddress} download>
            <Icon name="download" /> {say('changes_sheet')}
          </a>
        ) : null}
      </div>
      <AnswerPanel answer={answer} lines={8}>
        {(changes) => <Changes changes={changes} />}
      </AnswerPanel>
    </section>
  );
}

/** The last day of the month before the one a date lies in. */
function monthBefore(date: string): string {
  const first = new Date(`${date.slice(0, 8)}01T00:00:00Z`);
  first.setUTCDate(0);
  return first.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function Changes({ changes }: { readonly changes: ChangesAnswer }) {
  const say = useTopic('sheetRoom');
  return (
    <>
      <h2>{changes.areaName}</h2>
      <table className="data-table changes-figures">
        <thead>
          <tr>
            <th scope="col">{say('figure')}</th>
            <th scope="col">{changes.from}</th>
            <th scope="col">{changes.to}</th>
            <th scope="col">{say('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.figures.map((figure) => (
            <tr key={figure.indicator + figure.name}>
              <th scope="row">
                <span className="origin-code numeral">{figure.indicator}</span> {figure.name}
              </th>
              <td className="numeral">{figure.before}</td>
              <td className="numeral">{figure.after}</td>
              <td className="numeral" data-better={figure.better}>
                {figure.change}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.groups.length === 0 ? <EmptyState>{say('changes_none')}</EmptyState> : null}
      {changes.groups.map((group) => (
        <details key={group.group} className="change-group">
          <summary className="numeral">
            <strong>{group.title}</strong> {group.text}
          </summary>
          {group.towns.map((town) => (
            <div key={town.code}>
              <h3>
                <button type="button" onClick={() => openArea(town.code)}>
                  {town.name}
                </button>
              </h3>
              <ul className="sheet-changes numeral">
                {town.items.map((item) => (
                  <li key={item.kind + item.code}>
                    {item.name} {item.text}
                    {item.on ? <small>{item.on}</small> : null}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </>
  );
}
