import type { ImportAnswer, ImportRequest } from '#core/api/imports.ts';
import { ROAD_FAULT_KINDS, type RoadFault } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { InvalidInputError } from '#core/errors.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import { createPaperProjectionFor } from '#core/geo/gauss-kruger.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { type AssembledImport, assembleCounty } from './assemble-county.ts';
import { formatImportProblems, ImportRejectedError } from './import-problem.ts';

/** First code of counties that have none of their own. */
const FIRST_MADE_CODE = 990_001;

/** What the import needs of other features, given by `compose.ts`. */
export interface ImportServiceParts {
  readonly listCountyCodes: () => Promise<readonly string[]>;
  /** Writes the county in one transaction; answers its data revision and what was found while the roads became a graph. */
  readonly writeCounty: (
    rows: CountyRows,
  ) => Promise<{ readonly revision: number; readonly roadFaults: readonly RoadFault[] }>;
}

/** Loads new counties from files. */
export interface ImportService {
  /**
   * Reads all files, then writes the county or nothing.
   *
   * @throws {InvalidInputError} `import_rejected` with every fault as a sentence, or `county_exists`
   */
  importCounty(request: ImportRequest, language: Language): Promise<ImportAnswer>;
}

/** The import of part A: GeoJSON files of a new county. */
export function createImportService(parts: ImportServiceParts): ImportService {
  return {
    async importCounty(request, language) {
      const code = chooseCode(request.code, await parts.listCountyCodes());
      const assembled = assembleOrExplain(request, code, language);
      const { revision, roadFaults } = await parts.writeCounty(assembled.rows);
      return {
        ...describeImport(assembled, language),
        revision,
        findings: describeFindings(code, roadFaults, language),
      };
    },
  };
}

function chooseCode(wanted: string | undefined, taken: readonly string[]): string {
  if (wanted !== undefined) {
    if (!/^\d{6}$/.test(wanted)) {
      throw new InvalidInputError('county_code_form', `Got county code ${wanted}, expected six digits.`, {
        code: wanted,
      });
    }
    if (taken.includes(wanted)) {
      throw new InvalidInputError('county_exists', `County ${wanted} exists already.`, { code: wanted });
    }
    return wanted;
  }
  let code = FIRST_MADE_CODE;
  while (taken.includes(String(code))) code++;
  return String(code);
}

function assembleOrExplain(request: ImportRequest, code: string, language: Language): AssembledImport {
  try {
    return assembleCounty(request, code);
  } catch (error) {
    if (!(error instanceof ImportRejectedError)) throw error;
    throw new InvalidInputError('import_rejected', error.message, {
      count: error.problems.length,
      problems: formatImportProblems(error.problems, language).join('\n'),
    });
  }
}

function describeImport(
  { rows, assumptions }: AssembledImport,
  language: Language,
): Omit<ImportAnswer, 'revision' | 'findings'> {
  const county = rows.areas[0];
  const meridian = county === undefined ? null : findOwnMeridian(rows);
  const projection = meridian === null ? [] : [text(language, 'imports', 'assumption_projection', { meridian })];
  return {
    county: rows.code,
    name: (language === 'en' ? county?.nameEn : county?.name) ?? rows.code,
    counts: {
      towns: rows.areas.filter((area) => area.level === 'town').length,
      villages: rows.areas.filter((area) => area.level === 'village').length,
      settlements: rows.settlements.length,
      segments: rows.segments.length,
      sites: rows.sites.length,
      parks: rows.parks.length,
    },
    assumptions: [
      ...assumptions.map(({ key, count, mapping }) => text(language, 'imports', key, { count, mapping })),
      ...projection,
    ],
  };
}

/** One sentence a kind of finding, and where to read more. */
function describeFindings(code: string, faults: readonly RoadFault[], language: Language): string[] {
  const sentences = ROAD_FAULT_KINDS.flatMap((kind) => {
    const count = faults.filter((fault) => fault.kind === kind).length;
    return count === 0 ? [] : [text(language, 'imports', `found_${kind}`, { count })];
  });
  if (sentences.length === 0) return [];
  return [...sentences, text(language, 'imports', 'found_where', { path: `/api/areas/${code}/network` })];
}

/** The central meridian on paper of a county outside China's zones; null inside them. */
function findOwnMeridian(rows: CountyRows): number | null {
  const [county] = rows.areas;
  if (county === undefined) return null;
  const projection = createPaperProjectionFor(bboxOf(county.boundary));
  return projection.kind === 'gauss_kruger' ? null : projection.centralMeridian;
}
