import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature } from './read-features.ts';

/** Codes that things other than areas and settlements may carry: see `core/county/things.ts`. */
const THING_CODE = /^[\w-]{1,40}$/;

/** Codes given and made during one import; unique over all kinds of a county. */
export class CodeBook {
  private readonly owners = new Map<string, string>();
  private made = 0;
  private readonly problems: ImportProblems;

  constructor(problems: ImportProblems) {
    this.problems = problems;
  }

  /** How many codes had to be made. */
  get madeCount(): number {
    return this.made;
  }

  /** Takes a code that a file gave; adds a fault when it is not text of the right form or is in use. */
  take(feature: ImportFeature, code: string, form: RegExp = THING_CODE): string {
    const at = { file: feature.file, row: feature.row };
    if (!form.test(code)) this.problems.add({ ...at, code: 'code', got: code, expected: describeForm(form) });
    const owner = this.owners.get(code);
    if (owner !== undefined) this.problems.add({ ...at, code: 'duplicate_code', got: code, expected: owner });
    this.owners.set(code, `${feature.file} #${feature.row}`);
    return code;
  }

  /** Makes the next free code `prefix` + number of `digits` digits. */
  make(prefix: string, digits: number): string {
    for (let number = 1; ; number++) {
      const code = `${prefix}${String(number).padStart(digits, '0')}`;
      if (this.owners.has(code)) continue;
      this.owners.set(code, 'guatu');
      this.made++;
      return code;
    }
  }
}

function describeForm(form: RegExp): string {
  return form === THING_CODE ? 'A-Z a-z 0-9 _ -, 1…40' : form.source.replaceAll(/[\\^$]/g, '');
}
