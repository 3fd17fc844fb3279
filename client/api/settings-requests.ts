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

/** Changes switches as the county's next data revision. */
export const saveSettings = (question: SettingsQuestion, patch: SettingsPatch): Promise<SettingsAnswer> =>
  sendJson(settingsAnswerSchema, settingsAddress(question), { method: 'PATCH', body: patch });
