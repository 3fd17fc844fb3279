import type { MappedTable } from '#client/state/import-steps.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useTopic } from '#client/state/use-text.ts';

/** How a table was read: where its header stands, its totals, what was recognised, and the personal columns that were left out. */
export function ReadingPanel({ table: { source, fileName } }: { readonly table: MappedTable }) {
  const say = useTopic('importRoom');
  // what is left out has its own list
  const notes = source.notes.filter(({ kind }) => kind !== 'left_out');
  const isNoted = (...kinds: readonly string[]): boolean => notes.some(({ kind }) => kinds.includes(kind));
  return (
    <section className="import-section" aria-label={say('reading')}>
      <h2>{source.name || fileName}</h2>
      <ul className="reading-facts numeral">
        <li>{say('rows', { count: formatCount(source.rowCount) })}</li>
        <li>{say('columns_count', { count: source.columns.length })}</li>
        {source.headerRow > 0 && !isNoted('header_row', 'merged_header') ? (
          <li>{say('header_row', { row: source.headerRow })}</li>
        ) : null}
        {source.totalCount > 0 && !isNoted('totals_row') ? (
          <li>{say('totals_rows', { count: source.totalCount })}</li>
        ) : null}
        <li>{say(source.hasGeometry ? 'with_geometry' : 'without_geometry')}</li>
      </ul>
      {notes.map((note) => (
        <p key={note.kind + note.sentence} className="room-note">
          {note.sentence}
        </p>
      ))}
      {source.leftOut.length > 0 ? (
        <div className="left-out">
          <h3>{say('left_out', { count: source.leftOut.length })}</h3>
          <ul>
            {source.leftOut.map(({ header, kind, sentence }) => (
              <li key={header + kind}>
                <em className="mark">{say(`personal_${kind}`)}</em>
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
