import { app } from './app.ts';
import { errors } from './errors.ts';
import { figures } from './figures.ts';
import { imports } from './imports.ts';
import { indicators } from './indicators.ts';
import { maps } from './maps.ts';
import { network } from './network.ts';
import { sheets } from './sheets.ts';
import { start } from './start.ts';
import { things } from './things.ts';
import { tools } from './tools.ts';
import { words } from './words.ts';

/** Every Chinese text, by topic. */
export const zh = {
  app,
  errors,
  figures,
  imports,
  indicators,
  maps,
  network,
  sheets,
  start,
  things,
  tools,
  words,
} as const;
