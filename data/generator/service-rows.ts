import type { ServiceKind } from '#core/county/kinds.ts';
import type { AreaRow, ServiceRow, SettlementRow } from '#core/county/things.ts';
import { moveByMeters } from './blob.ts';
import { createRandom } from './random.ts';

const NAMES: Readonly<Record<ServiceKind, readonly [zh: string, en: string]>> = {
  school: ['小学', 'Primary School'],
  clinic: ['卫生室', 'Clinic'],
  town_government: ['人民政府', 'Government'],
  village_committee: ['村委会', 'Committee'],
  market: ['集市', 'Market'],
};

/** Governments and markets in the towns; committees, clinics and schools in the villages. */
export function createServiceRows(
  seed: number,
  areas: readonly AreaRow[],
  seats: ReadonlyMap<string, SettlementRow>,
): ServiceRow[] {
  const random = createRandom(seed, 'services');
  const rows: Omit<ServiceRow, 'code'>[] = [];
  const add = (kind: ServiceKind, area: AreaRow, names: readonly [zh: string, en: string]): void => {
    const home = seats.get(area.level === 'village' ? area.code : (seatVillageOf(area, seats) ?? ''));
    if (!home) throw new Error(`${area.code} has no seat settlement.`);
    rows.push({
      name: names[0],
      nameEn: names[1],
      areaCode: home.villageCode,
      kind,
      position: moveByMeters(home.position, random.between(-90, 90), random.between(-90, 90)),
    });
  };
  for (const area of areas) {
    if (area.level === 'county') continue;
    const [zh, en] = [area.name, area.nameEn];
    if (area.level === 'town') {
      add('town_government', area, [`${zh}${NAMES.town_government[0]}`, `${en} ${NAMES.town_government[1]}`]);
      add('market', area, [`${zh}${NAMES.market[0]}`, `${en} ${NAMES.market[1]}`]);
      add('clinic', area, [`${zh}中心卫生院`, `${en} Health Centre`]);
      add('school', area, [`${zh}中学`, `${en} Middle School`]);
      continue;
    }
    add('village_committee', area, [`${zh}委会`, `${en} ${NAMES.village_committee[1]}`]);
    if (random.chance(0.96)) add('clinic', area, [`${zh}${NAMES.clinic[0]}`, `${en} ${NAMES.clinic[1]}`]);
    if (random.chance(0.46)) add('school', area, [`${zh.slice(0, -1)}${NAMES.school[0]}`, `${en} ${NAMES.school[1]}`]);
    if (random.chance(0.12)) add('market', area, [`${zh.slice(0, -1)}${NAMES.market[0]}`, `${en} ${NAMES.market[1]}`]);
  }
  return rows.map((row, i) => ({ code: `FW${String(i + 1).padStart(4, '0')}`, ...row }));
}

/** Code of the village in which a town's seat lies. */
const seatVillageOf = (town: AreaRow, seats: ReadonlyMap<string, SettlementRow>): string | undefined =>
  [...seats.values()].find(
    ({ villageCode, position }) => villageCode.startsWith(town.code) && position.join() === town.seat.join(),
  )?.villageCode;
