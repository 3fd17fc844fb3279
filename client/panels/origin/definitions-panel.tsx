import {
  type DefinitionItem,
  type DefinitionTable,
  definitionPart,
  describeDefinition,
  findOwnDefinition,
  tabulateDefinitions,
} from '#client/state/definition-words.ts';
import { useJoinDefinitions } from '#client/state/use-gaps.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openFigure, useView } from '#client/state/view-store.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';
import { OwnDefinitionPanel } from './own-definition-panel.tsx';

/** The settlements joined under every official definition, side by side; a cell opens its rows and can be made the county's own. */
export function DefinitionsPanel({ part }: { readonly part: string | null }) {
  const say = useTopic('tools');
  const answer = useJoinDefinitions();
  return (
    <SectionPanel title={say('definitions')}>
      <p className="tool-note">{say('definitions_note')}</p>
      <AnswerPanel answer={answer} lines={6}>
        {({ items }) => {
          const own = findOwnDefinition(items);
          const chosen = items.find(({ key }) => definitionPart(key) === part);
          return (
            <>
              {own ? <OwnLine item={own} /> : null}
              {tabulateDefinitions(items).map((table) => (
                <SizeTable key={table.sizeName} table={table} part={part} />
              ))}
              {chosen ? <OwnDefinitionPanel key={chosen.key} item={chosen} /> : null}
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
      {say('definition_own_custom')} <strong>{formatFigureValue(item.figure, { language })}</strong>
      <small>{describeDefinition(item)}</small>
    </p>
  );
}

function SizeTable({ table, part }: { readonly table: DefinitionTable; readonly part: string | null }) {
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
                {item ? <DefinitionCell item={item} open={definitionPart(item.key) === part} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DefinitionCell({ item, open }: { readonly item: DefinitionItem; readonly open: boolean }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const { numerator, denominator } = item.figure;
  return (
    <button
      type="button"
      className="definition numeral"
      data-own={item.isOwn}
      aria-pressed={open}
      aria-label={`${describeDefinition(item)} ${formatFigureValue(item.figure, { language })}`}
      onClick={() => openFigure('R2', open ? null : definitionPart(item.key))}
    >
      <strong>{formatFigureValue(item.figure, { language })}</strong>
      <small>{numerator === null ? '' : `${numerator} / ${denominator}`}</small>
      {item.isOwn ? <em className="mark">{say('definitions_own')}</em> : null}
    </button>
  );
}
