import { NotFoundError } from '../errors.ts';
import type { IndicatorDefinition } from './definition.ts';
import { S1 } from './families/centralised.ts';
import { D3 } from './families/closeness.ts';
import { Q1 } from './families/data-quality.ts';
import { D1 } from './families/distance.ts';
import { R3 } from './families/door-roads.ts';
import { S7 } from './families/employment.ts';
import { P3 } from './families/exits.ts';
import { S5 } from './families/facilities.ts';
import { I1, I3 } from './families/industry.ts';
import { R0, R2 } from './families/joined-places.ts';
import { S3 } from './families/move-in.ts';
import { S6 } from './families/old-houses.ts';
import { I2 } from './families/park-reach.ts';
import { P1, P2 } from './families/projects.ts';
import { D2 } from './families/reach.ts';
import { P4 } from './families/rectification.ts';
import { P5 } from './families/risk-removal.ts';
import { R1 } from './families/road-hardening.ts';
import { R5, R6 } from './families/road-works.ts';
import { R4 } from './families/rural-access.ts';
import { S2 } from './families/site-capacity.ts';
import { T1, T2, T3 } from './families/targets.ts';
import { S4 } from './families/threatened.ts';
import { INDICATOR_CODES, type IndicatorCode } from './figure.ts';

/** The register: every indicator of domain.md section 5. */
export const INDICATORS: Readonly<Record<IndicatorCode, IndicatorDefinition>> = {
  T1,
  T2,
  T3,
  R0,
  R1,
  R2,
  R3,
  R4,
  R5,
  R6,
  D1,
  D2,
  D3,
  S1,
  S2,
  S3,
  S4,
  S5,
  S6,
  S7,
  P1,
  P2,
  P3,
  P4,
  P5,
  I1,
  I2,
  I3,
  Q1,
};

/** Whether a text is the code of an indicator. */
export const isIndicatorCode = (code: string): code is IndicatorCode => Object.hasOwn(INDICATORS, code);

/**
 * The code of an indicator from outside.
 * @throws {NotFoundError} `unknown_indicator`
 */
export function parseIndicatorCode(code: string): IndicatorCode {
  if (isIndicatorCode(code)) return code;
  throw new NotFoundError(
    'unknown_indicator',
    `Got indicator ${code} when expected one of ${INDICATOR_CODES.join(' ')}`,
    {
      indicator: code,
    },
  );
}
