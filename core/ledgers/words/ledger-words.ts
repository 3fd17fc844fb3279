import type { LedgerKind } from '../ledger.ts';

/** Words in the names of files, sheets and layers that say what a table is about; the longest that stands there counts. */
export const LEDGER_WORDS: Readonly<Record<LedgerKind, string>> = {
  areas:
    '行政区划 行政区 村界 乡镇界 县界 建制村界 行政村界 政区 乡镇 行政村 area areas boundary boundaries admin towns villages outline',
  settlements: '自然村 居民点 村民组 村民小组 自然寨 聚居点 寨子 settlement settlements hamlets place places',
  households:
    '户台账 搬迁户 农户 花名册 搬迁对象 监测对象 对象台账 一户一档 户表 贫困户 脱贫户 到户 搬迁台账 household households',
  sites: '安置点 安置区 集中安置点 site sites',
  homesteads: '宅基地 旧房 旧宅 拆旧 homestead homesteads',
  segments:
    '路段 道路 公路 路网 路线 通组路 通村路 农村公路 硬化 产业路 入户路 road roads segment segments street streets highway',
  hazards: '隐患点 地质灾害 地灾 灾害点 滑坡 hazard hazards landslide',
  parks: '园区 基地 产业 合作社 帮扶车间 产业带 park parks bases',
  services:
    '公共服务 服务设施 学校 卫生室 集市 村委会 医院 service services facility facilities poi school schools clinic',
  constraints: '管控区 管控 红线 基本农田 保护区 边界线 开发边界 约束 constraint constraints redline farmland',
  projects: '项目库 项目 工程项目 project projects',
  tasks: '任务 任务书 时间表 工作任务 task tasks',
  items: '整改 问题台账 问题清单 问题整改 issue issues rectification',
  responsibilities: '责任清单 责任链 责任人 包保 责任 responsibility responsibilities',
  benchmarks: '平均值 位次 全省平均 benchmark benchmarks',
  calendar_stops: '停工期 停工 工作日历 calendar stops',
  rivers: '河流 水系 河道 river rivers waterway waterways',
  ledger_rows: '台账原始行 原始行 ledger_rows',
  reported_totals: '上报数 上报数台账 报送数据 上报台账 reported_totals totals',
  events: '事件 历史 变动记录 events history',
};

/** Headers of columns that hold an easting or longitude, and a northing or latitude; X and Y are told apart by their numbers. */
export const POSITION_HEADERS = {
  east: /^(?:经度|东经|点位经度|中心经度|坐标经度|lon|lng|long|longitude|jd|东坐标|横坐标|坐标y|y坐标|easting|east|经度坐标|gps经度|x_?lon|高德经度|百度经度|wgs84经度|lonx|point_?x|xcoord|coord_?x)$/i,
  north:
    /^(?:纬度|北纬|点位纬度|中心纬度|坐标纬度|lat|latitude|wd|北坐标|纵坐标|坐标x|x坐标|northing|north|纬度坐标|gps纬度|y_?lat|高德纬度|百度纬度|wgs84纬度|laty|point_?y|ycoord|coord_?y)$/i,
  either: /^(?:x|y|x值|y值|坐标x|坐标y|x坐标|y坐标|point_?x|point_?y)$/i,
  both: /^(?:坐标|经纬度|位置坐标|点位坐标|地理坐标|定位|gps|gps坐标|经纬度坐标|坐标\(经纬度\)|coordinates?|lonlat|latlon|lnglat|latlng|location|position|点位|坐标点|中心坐标|gps定位)$/i,
} as const;

/** A cell with two numbers of a position: `107.5,27.1`, `107°30′E 27°6′N`, `E107.5 N27.1`, `(107.5 27.1)`. */
export const POSITION_CELL =
  /^[([{]?\s*[东北经纬度:ENLonlatng\s]*-?\d{1,8}(?:\.\d+)?\s*(?:[°度]\s*(?:\d{1,2}(?:\.\d+)?\s*[′'分]?\s*)?(?:\d{1,2}(?:\.\d+)?\s*[″"秒]{1,2}|'')?)?\s*[EN东北]?\s*[,;、\s/|]\s*[东北经纬度:ENLonlatng\s]*-?\d{1,8}(?:\.\d+)?[^,;、|]*[)\]}]?$/;

/** One coordinate in degrees, minutes and seconds. */
export const DEGREES_CELL = /^[EN东北经纬:\s]*\d{1,3}\s*[°度]\s*\d{1,2}(?:\.\d+)?\s*[′'分]?/;
