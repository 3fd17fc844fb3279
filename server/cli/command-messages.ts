import { z } from 'zod';
import { LANGUAGES } from '#core/texts/language.ts';

/** Address at which a live server takes commands from the command line. */
export const COMMANDS_ADDRESS = '/internal/commands';

/** What the command line sends to a live server. */
export const commandRequestSchema = z.object({
  name: z.string(),
  args: z.array(z.string()),
  language: z.enum(LANGUAGES),
  /** Folder in which the person typed the command, absolute. */
  folder: z.string(),
});
export type CommandRequest = z.infer<typeof commandRequestSchema>;

/** What comes back, one JSON object a line: sentences while it works, then the result or the failure. */
export const commandMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), line: z.string() }),
  z.object({ kind: z.literal('file'), path: z.string(), base64: z.string() }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
  z.object({ kind: z.literal('done') }),
]);
export type CommandMessage = z.infer<typeof commandMessageSchema>;
