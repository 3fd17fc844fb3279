import { app } from './app.ts';
import { atlas } from './atlas.ts';
import { choices } from './choices.ts';
import { compare } from './compare.ts';
import { errors } from './errors.ts';
import { exports } from './exports.ts';
import { figures } from './figures.ts';
import { importDesk } from './import-desk.ts';
import { importFiles } from './import-files.ts';
import { importRoom } from './import-room.ts';
import { importRules } from './import-rules.ts';
import { imports } from './imports.ts';
import { indicators } from './indicators.ts';
import { ledgers } from './ledgers.ts';
import { maps } from './maps.ts';
import { network } from './network.ts';
import { ogc } from './ogc.ts';
import { planning } from './planning.ts';
import { plans } from './plans.ts';
import { sheetAdvice } from './sheet-advice.ts';
import { sheetEditions } from './sheet-editions.ts';
import { sheetLint } from './sheet-lint.ts';
import { sheetRegister } from './sheet-register.ts';
import { sheetRoom } from './sheet-room.ts';
import { countyWords } from './sheet-words.ts';
import { sheets } from './sheets.ts';
import { start } from './start.ts';
import { suitability } from './suitability.ts';
import { things } from './things.ts';
import { tools } from './tools.ts';
import { words } from './words.ts';

/** Every English text, by topic. */
export const en = {
  app,
  atlas,
  choices,
  compare,
  countyWords,
  errors,
  exports,
  figures,
  importDesk,
  importFiles,
  importRoom,
  importRules,
  imports,
  indicators,
  ledgers,
  maps,
  network,
  ogc,
  planning,
  plans,
  sheetAdvice,
  sheetEditions,
  sheetLint,
  sheetRegister,
  sheetRoom,
  sheets,
  start,
  suitability,
  things,
  tools,
  words,
} as const;
