import {
  type DefinitionItem,
  type DefinitionTable,
  definitionPart,
  describeDefinition,
  findOfficialOwn,
  findOwn,
  tabulateDefinitions,
} from '#client/state/definition-words.ts';
import { useJoinDefinitions } from '#client/state/use-gaps.ts';
import { useSettings } from '#client/state/use-settings.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openFigure, useView } from '#client/state/view-store.ts';
import { formatFigureValue, formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';
import { OwnDefinitionPanel } from './own-definition-panel.tsx';

/** The settlements joined under every official definition, side by side; a cell opens its rows and can be made the county's own. */
export function DefinitionsPanel({ part }: { readonly part: string | null }) {
  const say = useTopic('tools');
  const answer = useJoinDefinitions();
  const settings = useSettings().data;
  return (
    <SectionPanel title={say('definitions')}>
      <p className="tool-note">{say('definitions_note')}</p>
      <AnswerPanel answer={answer} lines={6}>
        {({ items }) => {
          const own = findOwn(items);
          const same = findOfficialOwn(items, settings);
          const chosen = items.find(({ key }) => definitionPart(key) === part);
          return (
            <>
              {own && !same ? <OwnLine item={own} /> : null}
              {tabulateDefinitions(items).map((table) => (
                <SizeTable key={table.sizeName} table={table} part={part} own={same?.key ?? null} />
              ))}
              {chosen ? <OwnDefinitionPanel key={chosen.key} item={chosen} isOwn={chosen.key === same?.key} /> : null}
            </>
          );
        }}
      </AnswerPanel>
    </SectionPanel>
  );
}

function OwnLine({ item }: { readonly item: DefinitionItem }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  return (
    <p className="definition-own numeral">
      {say('definitions_own')} <strong>{formatFigureValue(item.figure, { language })}</strong>
    </p>
  );
}

interface SizeTableProps {
  readonly table: DefinitionTable;
  readonly part: string | null;
  /** Key of the county's own definition. */
  readonly own: string | null;
}

function SizeTable({ table, part, own }: SizeTableProps) {
  return (
    <table className="definitions">
      <caption>{table.sizeName}</caption>
      <thead>
        <tr>
          <td />
          {table.widthNames.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.surfacesName}>
            <th scope="row">{row.surfacesName}</th>
            {row.items.map((item, index) => (
              <td key={item?.key ?? table.widthNames[index]}>
                {item ? (
                  <DefinitionCell item={item} open={definitionPart(item.key) === part} isOwn={item.key === own} />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DefinitionCellProps {
  readonly item: DefinitionItem;
  readonly open: boolean;
  readonly isOwn: boolean;
}

function DefinitionCell({ item, open, isOwn }: DefinitionCellProps) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const { numerator, denominator } = item.figure;
  return (
    <button
      type="button"
      className="definition numeral"
      data-own={isOwn}
      aria-pressed={open}
      aria-label={`${describeDefinition(item)} ${formatFigureValue(item.figure, { language })}`}
      onClick={() => openFigure('R2', open ? null : definitionPart(item.key))}
    >
      <strong>{formatFigureValue(item.figure, { language })}</strong>
      <small>
        {numerator === null ? '' : [numerator, denominator].map((count) => formatNumber(count ?? 0, 0)).join(' / ')}
      </small>
      {isOwn ? <em className="mark">{say('definitions_own')}</em> : null}
    </button>
  );
}
