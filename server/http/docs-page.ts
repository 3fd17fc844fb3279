import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import type { ApiPath } from './api-path.ts';
import type { OpenApiDocument } from './openapi-document.ts';

/** A parameter as the document writes it. */
interface WrittenParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** One operation as the document writes it. */
interface WrittenOperation {
  readonly summary?: string;
  readonly parameters?: readonly WrittenParameter[];
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: unknown }>> }>>;
}

const STYLE = `
body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: #1B2730; background: #F6F4EE; max-width: 960px; margin: 32px auto; padding: 0 16px }
h1 { font-size: 32px; font-weight: 600; margin: 0 } h2 { font-size: 18px; margin: 32px 0 8px; color: #1D5F74 }
code, pre { font-family: ui-monospace, monospace; font-size: 12px } pre { background: #fff; padding: 12px; overflow: auto; max-height: 400px }
article { background: #fff; border: 1px solid #D9D6CC; border-radius: 4px; padding: 12px 16px; margin: 8px 0 }
article > code { font-size: 14px; font-weight: 600 } table { border-collapse: collapse; margin: 8px 0 }
td, th { text-align: left; padding: 2px 16px 2px 0; vertical-align: top } .quiet { color: #5A6872 } a { color: #1D5F74 }
@media (prefers-color-scheme: dark) { body { color: #E9EEF0; background: #10181C } article, pre { background: #18232A; border-color: #2B3A43 } h2, a { color: #62B6CE } .quiet { color: #9FB0B8 } }
`;

/** The documentation as one page without scripts, drawn from the OpenAPI document. */
export function renderDocsPage(
  document: OpenApiDocument,
  paths: readonly ApiPath[],
  options: { readonly language: Language; readonly nonce: string },
): string {
  const say = (key: TextKey<'start'>): string => escapeHtml(text(options.language, 'start', key));
  const tags = [...new Set(paths.map((path) => path.tag))];
  const sections = tags.map((tag) => {
    const articles = paths.filter((path) => path.tag === tag).map((path) => renderOperation(document, path, say));
    return `<h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${articles.join('')}`;
  });
  return `<!doctype html>
<html lang="${options.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('docs_title')}</title>
<style nonce="${options.nonce}">${STYLE}</style></head>
<body><h1>${say('docs_title')}</h1><p>${say('docs_intro')} <a href="/api/openapi.json">openapi.json</a></p>
${sections.join('\n')}</body></html>`;
}

function renderOperation(document: OpenApiDocument, path: ApiPath, say: (key: TextKey<'start'>) => string): string {
  const operation = document.paths?.[path.path]?.[path.method] as WrittenOperation | undefined;
  const rows = (operation?.parameters ?? []).map(
    (parameter) =>
      `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td class="quiet">${parameter.in}${
        parameter.required === true ? `, ${say('docs_required')}` : ''
      }</td><td>${escapeHtml(describeSchema(parameter.schema))}</td></tr>`,
  );
  const answers = Object.entries(operation?.responses?.[String(path.status ?? 200)]?.content ?? {}).map(
    ([media, content]) =>
      `<details><summary>${say('docs_answer')} <code>${escapeHtml(media)}</code></summary><pre>${escapeHtml(
        JSON.stringify(content.schema, null, 2),
      )}</pre></details>`,
  );
  return `<article><code>${path.method.toUpperCase()} ${escapeHtml(path.path)}</code><p>${escapeHtml(path.summary)}</p>${
    rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
  }${answers.join('')}</article>`;
}

/** A schema of a parameter in a few words: its choices or type, limits and default. */
function describeSchema(schema: Readonly<Record<string, unknown>> = {}): string {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  const choices = Array.isArray(schema.enum) ? schema.enum.join(' | ') : types.join(' | ');
  const limits = [
    schema.minimum === undefined ? '' : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? '' : `≤ ${schema.maximum}`,
    schema.default === undefined ? '' : `= ${schema.default}`,
  ];
  return [choices, ...limits].filter((part) => part !== '').join(', ');
}

function escapeHtml(written: string): string {
  return written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
