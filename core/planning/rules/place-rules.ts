import type { RuleCode } from '../../county/site-rule.ts';
import { basicFarmland } from './basic-farmland.ts';
import { ecologicalRedline } from './ecological-redline.ts';
import { faultZone } from './fault-zone.ts';
import { hazardAssessment } from './hazard-assessment.ts';
import { mineralOverlap } from './mineral-overlap.ts';
import { naturalSlope } from './natural-slope.ts';
import { nearThreatenedArea } from './near-threatened-area.ts';
import { outsideBuildingBoundary } from './outside-building-boundary.ts';
import { outsideCounty } from './outside-county.ts';
import type { PlaceRule } from './place-rule.ts';
import { riverChannel } from './river-channel.ts';
import { roadAccess } from './road-access.ts';
import { steepSlope } from './steep-slope.ts';
import { threatenedArea } from './threatened-area.ts';
import { waterSource } from './water-source.ts';

/** Every rule by code, in the order of RULE_CODES. */
export const PLACE_RULES: Readonly<Record<RuleCode, PlaceRule>> = {
  outside_county: outsideCounty,
  threatened_area: threatenedArea,
  near_threatened_area: nearThreatenedArea,
  river_channel: riverChannel,
  water_source: waterSource,
  ecological_redline: ecologicalRedline,
  basic_farmland: basicFarmland,
  steep_slope: steepSlope,
  natural_slope: naturalSlope,
  fault_zone: faultZone,
  mineral_overlap: mineralOverlap,
  road_access: roadAccess,
  hazard_assessment: hazardAssessment,
  outside_building_boundary: outsideBuildingBoundary,
};
