import { waitForMap } from './browser.ts';
import { askTooMuch, chooseSites, compareWithToday, orderRoads } from './planning-choices-steps.ts';
import { findThreatenedPlace } from './planning-desk.ts';
import {
  assess,
  assignSettlement,
  beginPlan,
  type Desk,
  dragOut,
  drawInThreatenedArea,
  publish,
} from './planning-steps.ts';
import { AT, COUNTY } from './screen.ts';

/** How the story is told. */
export interface StoryOptions {
  /** False leaves out what is not needed for the next step. */
  readonly isWhole: boolean;
}

/** Goes from a site that is refused to a published plan; what the plan is called and the site that it placed. */
export async function tellStory(
  { page, faults, album }: Omit<Desk, 'plan'>,
  { isWhole }: StoryOptions,
): Promise<{ readonly plan: string; readonly siteCode: string }> {
  const threatened = await findThreatenedPlace(page);
  const [lon, lat] = threatened.place.position;
  await page.goto(`${COUNTY}/measures?${AT}&page=plan&at=${lon},${lat},13.00`);
  await waitForMap(page);
  const desk: Desk = { page, faults, album, plan: await beginPlan(page) };
  const site = await drawInThreatenedArea(desk, threatened.place.position);
  await assignSettlement(desk, site.position);
  await dragOut(desk, site.position, site.code);
  await assess(desk);
  if (isWhole) await askTooMuch(desk);
  await chooseSites(desk);
  await orderRoads(desk);
  await compareWithToday(desk);
  await publish(desk);
  return { plan: desk.plan, siteCode: site.code };
}
