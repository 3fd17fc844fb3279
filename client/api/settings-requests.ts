import { type SettingsAnswer, type SettingsPatch, settingsAnswerSchema } from '#core/api/network.ts';
import { formatAddress, requestJson, sendJson } from './request.ts';

interface SettingsQuestion {
  readonly county: string;
  readonly lang: string;
}

const settingsAddress = ({ county, lang }: SettingsQuestion): string =>
  formatAddress(`/api/areas/${county}/settings`, { lang });

/** The switches of a county: definition of joined, reach limits, speeds. */
export const fetchSettings = (question: SettingsQuestion, signal?: AbortSignal): Promise<SettingsAnswer> =>
  requestJson(settingsAnswerSchema, settingsAddress(question), signal);

/** A change, and the data revision that its author had before them. */
export interface SettingsChange {
  readonly patch: SettingsPatch;
  readonly ifRevision: number;
}

/** Changes switches as the county's next data revision; refused when another revision has come in between. */
export const saveSettings = (
  { county, lang }: SettingsQuestion,
  { patch, ifRevision }: SettingsChange,
): Promise<SettingsAnswer> =>
  sendJson(settingsAnswerSchema, formatAddress(`/api/areas/${county}/settings`, { lang, ifRevision }), {
    method: 'PATCH',
    body: patch,
  });
