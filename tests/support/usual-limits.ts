import type { ImportLimits } from '#core/api/import-records.ts';
import { DEFAULT_IMPORT_SETTINGS } from '#server/config.ts';
import { createImportLimits } from '#server/imports/import-limits.ts';

/** The limits of imports without a setting. */
export const USUAL_LIMITS: ImportLimits = createImportLimits(DEFAULT_IMPORT_SETTINGS);
