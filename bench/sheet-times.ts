import { buildCounty } from '#core/county/build-county.ts';
import { loadSampleCounty } from '../data/load-sample-county.ts';
import { createPrefectureSheetCounty } from './sheet/prefecture-sheet-county.ts';
import { timePrefecture } from './sheet.bench.ts';

/** Times an A0 sheet of the prefecture in a process that has made nothing else, as QGIS has one, and prints the milliseconds of each run as JSON. */
const county = createPrefectureSheetCounty(buildCounty(await loadSampleCounty(), 1));
process.stdout.write(JSON.stringify(await timePrefecture(county)));
