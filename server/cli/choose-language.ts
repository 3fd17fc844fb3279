import { InvalidInputError } from '#core/errors.ts';
import { LANGUAGES, type Language } from '#core/texts/language.ts';

const OPTION = '--lang';

/**
 * The language of a command: of what it says and of what it writes. `--lang` anywhere on the line decides, else what is usual; the shell's locale decides
 * nothing.
 *
 * @returns the line without the option
 * @throws {InvalidInputError} `invalid_argument`: another language, or none behind the option
 */
export function chooseLanguage(
  line: readonly string[],
  usual: Language,
): { readonly language: Language; readonly args: readonly string[] } {
  const args: string[] = [];
  let language = usual;
  for (let at = 0; at < line.length; at++) {
    const word = line[at] ?? '';
    if (word !== OPTION && !word.startsWith(`${OPTION}=`)) {
      args.push(word);
      continue;
    }
    language = readLanguage(word === OPTION ? line[++at] : word.slice(OPTION.length + 1));
  }
  return { language, args };
}

function readLanguage(got: string | undefined): Language {
  const language = LANGUAGES.find((each) => each === got);
  if (language !== undefined) return language;
  const details = { field: OPTION, got: got ?? '', expected: LANGUAGES.join(' | ') };
  throw new InvalidInputError('invalid_argument', `${OPTION} refused`, details);
}
