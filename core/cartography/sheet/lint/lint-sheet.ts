import { createMapDefinition } from '../../create-map-definition.ts';
import type { DrawItem } from '../drawing.ts';
import { createEditionView } from '../edition/create-edition-view.ts';
import { lintLook } from './lint-look.ts';
import { lintPrivacy } from './lint-privacy.ts';
import { lintStatements } from './lint-statements.ts';
import type { LintInput, LintScope, LintText, SheetFinding } from './sheet-finding.ts';
import { withoutSpace } from './without-space.ts';

const SEVERITIES: readonly SheetFinding['severity'][] = ['error', 'warning', 'hint'];

/** Looks through a composed sheet for what must not, or should not, be printed. The gravest findings first; the same sheet gives the same list. */
export function lintSheet(input: LintInput): readonly SheetFinding[] {
  const scope = createLintScope(input);
  return [...lintPrivacy(scope), ...lintStatements(scope), ...lintLook(scope)].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function createLintScope(input: LintInput): LintScope {
  const { spec, context, pages } = input;
  const view = createEditionView(context, spec);
  const textsByPage = pages.map(({ items }) => listTexts(items));
  const texts = textsByPage.flat();
  return {
    ...input,
    definition: view.define(
      createMapDefinition({ ...spec, context, palette: spec.options.colors === 'mono' ? 'mono' : 'paper' }),
    ),
    textsByPage,
    texts,
    allText: texts
      .flat()
      .map(({ text }) => withoutSpace(text))
      .join(''),
  };
}

const listTexts = (items: readonly DrawItem[]): LintText[] =>
  items.flatMap((item) => {
    if (item.kind === 'text') return [{ text: item.text, size: item.size }];
    return item.kind === 'group' ? listTexts(item.items) : [];
  });
