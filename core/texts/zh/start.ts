/** What the start, the command line and the tests say while they work. */
export const start = {
  step_seconds: '{step}（{seconds} 秒）',
  step_database: '打开数据库',
  step_migrate: '更新数据库结构：{count} 个迁移',
  step_seed: '装入样例县',
  step_client: '生成页面',
  step_client_fresh: '页面无变化',
  step_daily: '每日备份并核对：{count} 个县',
  backup_failed: '备份未通过核对：{reason}',
  ready: '挂图已就绪：{url}',
  ready_hint: '按 Ctrl-C 停止。',
  starting: '挂图正在启动，请稍候。',
  stopping: '正在停止…再按一次 Ctrl-C 立即结束。',
  stopped: '已停止。',
  fault: '没有启动：{sentence}',
  failed: '没有完成：{sentence}',
  unexpected: '程序出错：{reason}',
  dev_restarted: '服务器代码有变化，已重新启动。',
  dev_failed: '服务器未能启动，改正后会自动重试。',
  cli_usage: '用法：npm run guatu -- <命令> [参数] [--lang zh|en]（提示和输出文件的语言，缺省中文）',
  cli_serve: 'serve：启动服务，与 npm start 相同',
  cli_seed: 'seed：在空数据库中装入样例县',
  cli_import:
    'import <文件…> --county 529901 [--write]：核对台账并导入；import <文件…> --as <事物>：从 GeoJSON、Shapefile、GeoPackage、KML、GPX 或 FileGDB 装入一个新县',
  cli_atlas:
    'atlas 529901 [--maps progress,targets] [--level county|town|village] [--paper A3|A4] [--papers timetable,responsibilities,task_letters] [--scale 10000] [--edition internal|review|public --approval 审图号 --approved-on 2026-11-01] [--as-of 2026-11-22] [--plan 方案] [--relief off] [--lang zh|en] [--out 图册.pdf|图册.zip|文件夹]　图册：一个PDF，或按编码和名称分开的文件',
  cli_tiles:
    'tiles --area <代码> --map <targets|measures|industry|progress> [--paper A0] [--tile A3|A4] [sheet的其他选项] [--out 拼图.pdf]：大图分成办公打印机的页，附重叠、裁切线和拼接图',
  cli_sheet:
    'sheet --area <代码> --map <targets|measures|industry|progress> [--as-of 日期] [--plan 方案] [--paper A4…A0|2A0|Q787|Q889|R914|宽x高] [--orientation landscape|portrait] [--scale 分母] [--edition internal|review|public --approval 审图号 --approved-on 2026-11-01] [--lang zh|en] [--colors color|mono] [--hand-kept on] [--bleed 0|3] [--second zh|en] [--title 标题] [--hidden 编号,…] [--format pdf|svg|png|tiff] [--page 页] [--dpi 72…600] [--out 文件]：输出一张图',
  cli_indicators: 'indicators --area <代码> [--as-of 日期] [--codes T1,R6] [--json]：列出指标及其分子、分母',
  cli_distance:
    'distance --from <地点;…> --to <地点;…> [--mode drive|tricycle|walk] [--by minutes|meters] [--as-of 日期] [--plan 方案] [--county 代码] [--json]：沿路距离和时间；地点为“经度,纬度”或代码，每行依次为起点、终点、沿路公里、分钟、直线公里、路外公里、不可达原因',
  cli_gaps:
    'gaps <区域代码> [--csv [--out 文件]] [--sort=km|-km|cost|-cost|people|-people|code] [--as-of 日期] [--plan 方案] [--size 30_150|20] [--width any|minimum] [--surfaces paved|bituminous|blocks]：列出应通而未通硬化路的自然村及其缺口路段、造价',
  cli_gaps_total: '未通 {total} 个：缺口路段（不重复）{km} 公里，新建 {newRoadKm} 公里，估算 {cost} 万元',
  cli_gaps_sample: '造价按示例单价估算。',
  cli_optimise:
    'optimise sites|roads [--county 代码] [--plan 方案代码] [--seed 数] [--time 秒] [--output 文件.json|csv]：选址或先修哪几段路。sites：--problem p_median|capacitated_p_median|maximal_cover|set_cover|p_center [--sites 处数] [--budget 万元] [--limit 分钟或公里] [--measure minutes|meters] [--demand relocation|target|all] [--split never|when_needed|always] [--shortage refuse|place_most] [--required 编码,…] [--excluded 编码,…] [--new-only] [--suitable 点数] [--capacity 户数] [--points 经度,纬度,户数;…]；roads：--budget 万元 | --share 0…1 | --all [--target households|target_households|settlements] [--years 2026,2027:500] [--emptied]',
  cli_plans:
    'plans list|show|export [方案代码] [--county 代码] [--json] [--output 文件.json|csv]：列出方案；逐条显示一个方案的措施；导出一个方案的措施',
  cli_backup: 'backup [--county 代码]：立即备份',
  cli_restore: 'restore <备份文件> [--replace]：从备份恢复一个县，可替换现有的',
  cli_export:
    'export --area 代码 --ledgers all|settlements,segments…（或 --indicators self|children|all，或 --map targets…）[--format xlsx|csv|geojson|gpkg|shapefile|kml] [--crs cgcs2000|wgs84|gauss_kruger|gauss_kruger_zone] [--as-of 日期] [--out 文件]：导出台账、指标或地图图层',
  cli_reader: 'reader [--name 角色名]：在 PostgreSQL 服务器上建一个只能读取 guatu 视图的角色',
  cli_reader_made:
    '已建只读角色 {name}，密码 {password}（只显示这一次）。可读取模式 guatu 中的视图，见 docs/for-other-software.zh-CN.md',
  cli_written: '已写入 {file}（{kilobytes} kB，{seconds} 秒）',
  cli_seeded: '已装入样例县 {code}（{seconds} 秒）',
  cli_seed_present: '数据库中已有 {codes}，未做改动',
  cli_restored: '已恢复 {code}（{seconds} 秒）',
  cli_migrated: '数据库结构是最新的（{count} 个新迁移）',
  test_step: '{step}',
  test_installing: '安装测试所需的软件：{packages}',
  test_missing: '缺少测试所需的软件：{packages}。请先安装（Debian：apt-get install {packages}），再运行 npm test。',
  test_install_failed: '未能安装 {packages}（apt-get 退出码 {code}）。',
  test_check_failed: '未通过：{step}',
  docs_title: '挂图接口说明',
  docs_intro: '每个地址、参数和应答如下；机器可读的说明：',
  docs_required: '必填',
  docs_answer: '应答',
} as const;
