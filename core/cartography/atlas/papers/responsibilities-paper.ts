import { text } from '../../../texts/text.ts';
import { nameOf, wordOf } from '../../sheet/tables/table-scope.ts';
import type { PaperRef } from '../atlas-spec.ts';
import type { PaperDocument, PaperRow } from './paper-document.ts';
import { campaignValues, createPaperHead, type PaperScope } from './paper-scope.ts';

/** List of responsibilities (责任清单): who answers for each area on the day; an old list keeps the holder of then. */
export function createResponsibilitiesPaper({ areaCode }: PaperRef, scope: PaperScope): PaperDocument {
  const { context, language, asOf } = scope;
  const { say, ...head } = createPaperHead(scope, `${areaCode}-R-${asOf.replaceAll('-', '')}`);
  const { county } = context;
  const byArea = new Map(county.areas.map((area) => [area.code, area]));
  const held = county.responsibilities.filter(
    ({ aboutCode, from, to }) =>
      byArea.has(aboutCode) && aboutCode.startsWith(areaCode) && from <= asOf && (to === null || to >= asOf),
  );
  const rows: PaperRow[] = [];
  let group = '';
  let areaBefore = '';
  for (const { aboutCode, role, holder, from } of held) {
    // villages stand under their town
    const heading = aboutCode.slice(0, 9);
    if (heading !== group) {
      const top = byArea.get(heading) ?? byArea.get(aboutCode);
      rows.push({ kind: 'group', title: top ? nameOf({ language }, top) : heading });
    }
    group = heading;
    const area = byArea.get(aboutCode);
    const name = aboutCode === areaBefore || !area ? '' : nameOf({ language }, area);
    areaBefore = aboutCode;
    rows.push({ kind: 'row', cells: [name, text(language, 'things', `role_${role}`), wordOf(scope, holder), from] });
  }
  return {
    ...head,
    title: `${nameOf({ language }, context.scope(areaCode).area)}${language === 'zh' ? '' : ': '}${say('paper_responsibilities')}`,
    to: '',
    paragraphs: [say('responsibilities_intro', campaignValues(scope))],
    columns: [
      { title: say('column_place'), share: 0.22, align: 'start' },
      { title: say('column_role'), share: 0.22, align: 'start' },
      { title: say('column_holder'), share: 0.41, align: 'start' },
      { title: say('column_since'), share: 0.15, align: 'middle' },
    ],
    rows,
    closing: [],
    signatures: [say('signed_checked')],
  };
}
