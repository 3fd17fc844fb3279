import { createSayAtlas } from '#core/cartography/atlas/atlas-text.ts';
import type { AtlasPlan, PlannedPage } from '#core/cartography/atlas/plan-atlas.ts';
import { nameOf } from '#core/cartography/sheet/tables/table-scope.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';

/** The file of each page in an archive: town folders, files by code and name; pages of one file stand together. */
export function nameAtlasFiles(plan: AtlasPlan, context: IndicatorContext): readonly string[] {
  return plan.pages.map((page) => `${nameFile(page, plan, context)}.pdf`);
}

function nameFile({ content, title }: PlannedPage, { spec }: AtlasPlan, context: IndicatorContext): string {
  const say = createSayAtlas(spec.language);
  switch (content.kind) {
    case 'cover':
      return `00_${say('cover')}`;
    case 'contents':
      return `02_${say('contents')}`;
    case 'index':
      return `99_${say('index')}`;
    case 'overview':
      return content.areaCode === spec.areaCode
        ? `01_${plainName(title)}`
        : nameIn(content.areaCode, say('overview'), { spec, context });
    case 'map':
      return nameIn(
        content.areaCode,
        `${say(`map_${content.map}`)}${content.section ? `_${content.section.name}` : ''}`,
        {
          spec,
          context,
        },
      );
    case 'paper':
      return nameIn(content.paper.areaCode, title, { spec, context });
  }
}

function nameIn(
  code: string,
  what: string,
  { spec, context }: { readonly spec: AtlasPlan['spec']; readonly context: IndicatorContext },
): string {
  const area = (areaCode: string): string => nameOf(spec, context.scope(areaCode).area);
  const folder = code.length >= 9 ? `${code.slice(0, 9)}_${plainName(area(code.slice(0, 9)))}/` : '';
  return `${folder}${code}_${plainName(area(code))}_${plainName(what)}`;
}

/** A name without what file systems do not take. */
export const plainName = (name: string): string =>
  name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_')
    .trim()
    .slice(0, 80);
