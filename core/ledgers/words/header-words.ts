/**
 * Words that offices write over columns, by field: `<ledger>.<field>` for one ledger, `<field>` for all. Blanks, underscores, case and full-width forms do not
 * matter; the headers of blank ledgers (`core/texts`) are known beside these. Words are parted by blanks.
 */
export const HEADER_WORDS: Readonly<Record<string, string>> = {
  // what several ledgers share
  code: '编码 编号 代码 唯一编码 统一编码 标识码 要素代码 code bianma bm bh',
  name: '名称 名字 全称 mc name 标准名称 简称',
  nameEn: '英文名称 英文名 外文名 拼音 nameen englishname name_en',
  areaCode:
    '行政区编码 行政区代码 行政区划代码 行政区划编码 区划代码 区划编码 所在行政区编码 所属行政区编码 村代码 村编码 行政村代码 行政村编码 村级代码 乡镇代码 乡镇编码 所在村编码 所在地代码 xzqdm xzqhdm zldwdm qsdwdm areacode admincode villagecode towncode regioncode adcode',
  villageCode: '村编码 村代码 行政村编码 行政村代码 建制村编码 所在村编码 所属村编码 villagecode villageid',
  townName:
    '乡镇 乡 镇 乡镇名称 乡镇名 镇名 乡名 所属乡镇 所在乡镇 乡镇街道 乡镇（街道） 街道 镇乡 所属镇 所在镇 镇（乡） 乡（镇） 乡（镇、街道） xz xzmc town township townname townshipname',
  villageName:
    '行政村 村 村名 村名称 建制村 建制村名称 行政村名称 行政村名 所属村 所在村 所在行政村 所属行政村 村居 村（居） 村（社区） 村委会名称 村社区 村级 迁出村 原村 xzc xzcmc cmc village villagename adminvillage',
  deadline:
    '完成时限 完成期限 时限 期限 截止时间 截止日期 完成时间要求 计划完成时间 计划完工时间 拟完成时间 要求完成时间 竣工期限 deadline duedate due finishby',
  responsiblePost:
    '责任岗位 责任人 责任人岗位 责任人及职务 责任人职务 责任领导 帮扶责任人 帮扶责任人岗位 包保责任人 包保责任 负责人 监测责任人 监测人 防灾责任人 责任职务 职务 岗位 牵头领导 responsible responsiblepost post responsibleperson incharge',
  source: '来源 数据来源 资料来源 出处 来源文件 依据 source datasource',
  on: '日期 时间 公布日期 划定日期 数据日期 统计日期 发布时间 date on asof',
  thingCode: '对象编码 关联编码 关联对象编码 对应对象编码 实施对象编码 建设对象编码 thingcode objectcode relatedcode',
  projectCode: '项目编码 项目编号 项目代码 所属项目编码 入库编号 项目库编号 projectcode projectno projectid',
  projectName: '项目名称 所属项目 项目 对应项目 工程名称 建设项目名称 projectname project',
  siteCode: '安置点编码 安置点编号 安置点代码 安置区编码 集中安置点编码 sitecode siteid siteno',
  siteName:
    '安置点 安置点名称 安置区 安置区名称 集中安置点 集中安置点名称 安置地点 安置小区 迁入安置点 迁入地 迁入点 安置去向 site sitename relocationsite',
  householdCode:
    '户编码 户编号 户号 户代码 家庭编码 家庭编号 农户编码 农户编号 档案号 一户一档编号 householdcode householdid hhid hhcode householdno',
  costWanYuan:
    '投资 投资额 总投资 投资金额 估算投资 预算投资 项目投资 造价 工程造价 概算 概算投资 建设投资 费用 金额 所需资金 投资概算 cost investment budget totalcost',
  plannedYear: '计划年度 计划年份 年度 实施年度 拟实施年度 年份 计划实施年度 plannedyear year planyear',
  lon: '经度 东经 点位经度 中心经度 坐标经度 lon lng longitude long jd',
  lat: '纬度 北纬 点位纬度 中心纬度 坐标纬度 lat latitude wd',
  accessLon: '路口经度 接入点经度 入口经度 accesslon entrancelon accesslongitude',
  accessLat: '路口纬度 接入点纬度 入口纬度 accesslat entrancelat accesslatitude',
  kind: '类型 类别 种类 分类 性质 kind type category class lx lb',
  unit: '计量单位 单位 量纲 unit uom measureunit',
  roadDuty: '通路要求 是否应通 应通情况 通达要求 是否具备条件 通路任务 不通原因 roadduty duty',
  // areas
  'areas.code':
    '行政区划代码 行政区代码 行政区划编码 区划代码 统计用区划代码 统计代码 村代码 村编码 乡镇代码 行政村代码 xzqdm xzqhdm adcode areacode pac',
  'areas.name':
    '行政区名称 行政区划名称 区划名称 单位名称 地名 村名 村名称 行政村 行政村名称 乡镇名称 乡镇 xzqmc areaname adname',
  'areas.level': '行政级别 级别 层级 行政层级 行政区级别 政区级别 level adminlevel arealevel',
  'areas.parentCode':
    '上级编码 上级代码 上级行政区代码 上级区划代码 所属乡镇代码 所属县代码 父级代码 parentcode parent parentid',
  'areas.priority':
    '是否重点村 重点村 重点帮扶村 脱贫村 是否脱贫村 贫困村 是否贫困村 隐患点涉及村 帮扶村 priority priorityvillage keyvillage',
  'areas.plannedExitYear':
    '计划退出年度 计划出列年度 拟出列年度 计划销号年度 退出年度 出列年度 计划脱贫年度 exityear plannedexityear',
  'areas.exitOn': '退出时间 出列时间 销号时间 实际退出时间 退出（销号）时间 是否出列 是否退出 exiton exitdate exited',
  'areas.leadingProduct':
    '主导产业 主导产品 主导产业（产品） 一村一品 一镇一业 特色产业 支柱产业 主要产业 leadingproduct mainproduct leadingindustry',
  'areas.seatLon': '驻地经度 村委会经度 政府驻地经度 中心点经度 村部经度 seatlon seatlongitude',
  'areas.seatLat': '驻地纬度 村委会纬度 政府驻地纬度 中心点纬度 村部纬度 seatlat seatlatitude',
  // settlements
  'settlements.code':
    '居民点编码 自然村编码 自然村编号 组编码 自然村代码 村民组编码 聚居点编号 寨子编号 settlementcode settlementid groupcode',
  'settlements.name':
    '居民点名称 自然村 自然村名称 村民组 村民小组 村民小组名称 组名 组 自然寨 寨子 寨名 屯名 屯 聚居点 居民点 自然村（组） 自然村（寨） 自然村组名称 小地名 小组名称 settlement settlementname hamlet groupname',
  'settlements.villageCode':
    '村编码 村代码 行政村编码 行政村代码 所属村编码 所在村编码 建制村编码 villagecode villageid',
  'settlements.kind': '居民点类型 自然村类型 聚落类型 居民点类别 settlementkind settlementtype',
  'settlements.elevationMeters': '海拔 高程 海拔高度 海拔高程 平均海拔 elevation altitude height elev',
  'settlements.registeredHouseholds':
    '户籍户数 总户数 户数 户籍总户数 农户数 农户总数 在籍户数 家庭户数 registeredhouseholds households hh householdcount',
  'settlements.registeredPeople':
    '户籍人口 户籍人数 总人口 人口 人口数 人数 户籍总人口 总人数 在籍人口 registeredpeople population people pop',
  'settlements.residentHouseholds': '常住户数 常住户 实际居住户数 在家户数 居住户数 residenthouseholds residenthh',
  'settlements.residentPeople': '常住人口 常住人数 实际居住人口 在家人口 居住人口 residentpeople residentpopulation',
  // households
  'households.code':
    '户编码 户编号 户号 户代码 家庭编码 家庭编号 农户编码 农户编号 档案编号 一户一档编号 一户一码 householdcode householdid hhid hhcode householdno',
  'households.villageCode': '村编码 村代码 行政村编码 行政村代码 建制村编码 所在村编码 villagecode villageid',
  'households.settlementCode':
    '居民点编码 自然村编码 自然村编号 组编码 村民组编码 自然村代码 settlementcode settlementid groupcode',
  'households.settlementName':
    '自然村 自然村（组） 村民组 村民小组 组 组别 自然寨 寨 寨子 屯 小组 所在组 所属组 所在自然村 居民点 居民点名称 村组 组名 小地名 自然村名称 settlement settlementname group hamlet',
  'households.people':
    '家庭人口 人口 人口数 人数 家庭人数 家庭人口数 家庭成员数 成员数 成员人数 户人口 户籍人口 共同生活人口 总人数 搬迁人口 搬迁人数 在册人口 people members persons householdsize familysize population',
  'households.members':
    '家庭成员登记数 成员登记数 登记成员数 名单人数 成员名单人数 在册成员数 memberslisted membercount',
  'households.registeredHousehold':
    '所属户籍户编码 户籍户编码 户籍户号 原户编码 分户前户编码 registeredhousehold originalhousehold',
  'households.category':
    '对象类别 户类型 类别 农户类型 对象类型 帮扶类别 主要帮扶类别 五个一批 监测对象类别 户属性 贫困户属性 主要措施类别 脱贫措施类别 识别类别 category householdtype targetcategory',
  'households.mainCause':
    '主要原因 主要致贫原因 致贫原因 返贫致贫风险 风险类型 主要致贫返贫原因 致困原因 主要困难原因 返贫风险 风险原因 主因 maincause cause reason povertycause',
  'households.otherCauses': '其他原因 其他致贫原因 次要原因 次要致贫原因 其他风险 其它原因 othercauses secondarycauses',
  'households.measures':
    '帮扶措施 措施 享受措施 落实措施 已落实措施 帮扶方式 扶持措施 享受政策 帮扶项目类别 measures measure supportmeasures',
  'households.fundsWanYuan':
    '帮扶资金 补助资金 资金 资金额 补助金额 户均资金 投入资金 扶持资金 搬迁补助 补助标准 落实资金 funds subsidy grant amount',
  'households.fundSource': '资金来源 资金渠道 经费来源 补助来源 资金出处 fundsource sourceoffunds funding',
  'households.labourForce':
    '劳动力 劳动力人数 劳动力数 劳力 劳力数 有劳动力人数 家庭劳动力 务工人数 labourforce laborforce labour workers',
  'households.houseClass':
    '房屋等级 住房等级 危房等级 房屋安全等级 住房安全等级 房屋鉴定等级 鉴定等级 房屋安全鉴定等级 houseclass housegrade houselevel',
  'households.safeWater':
    '安全饮水 饮水安全 是否安全饮水 饮水是否安全 是否解决安全饮水 饮用水安全 是否通自来水 通自来水 safewater water drinkingwater',
  'households.sanitaryToilet':
    '卫生厕所 是否有卫生厕所 户厕 户用卫生厕所 厕所 有无卫生厕所 无害化厕所 改厕 sanitarytoilet toilet latrine',
  'households.hazardCode': '隐患点编号 隐患点编码 灾害点编号 地灾点编号 所在隐患点编号 hazardcode hazardid hazardno',
  'households.hazardName':
    '隐患点 隐患点名称 灾害点 地灾点 地灾隐患点 所在隐患点 受威胁隐患点 涉及隐患点 hazard hazardname',
  'households.arrangement':
    '安置方式 搬迁方式 安置类型 搬迁安置方式 安置形式 搬迁类型 拟安置方式 arrangement relocationtype resettlement',
  'households.plannedYear':
    '计划搬迁年度 搬迁年度 计划搬迁年份 拟搬迁年度 搬迁计划年度 拟搬迁时间 计划搬迁时间 搬迁年份 plannedyear moveyear relocationyear',
  'households.retainedReason':
    '旧房保留原因 保留原因 旧房保留 不拆除原因 未拆除原因 旧房不拆原因 暂不拆除原因 retainedreason retained',
  'households.identifiedOn':
    '识别认定时间 识别时间 认定时间 纳入时间 纳入监测时间 识别年度 建档时间 纳入日期 识别监测时间 identifiedon identified registrationdate',
  'households.riskRemovedOn':
    '风险消除时间 风险消除 是否消除风险 风险是否消除 消除风险时间 脱贫时间 风险消除日期 销号时间 是否脱贫 riskremovedon riskremoved exitdate',
  'households.riskRemovedNaturallyOn':
    '自然减少时间 自然减少 自然消除时间 整户消亡时间 自然减少日期 naturalremoval riskremovednaturallyon',
  'households.structureDoneOn':
    '住房主体完工时间 主体完工时间 主体完工 住房完工 建房完工时间 住房竣工时间 是否主体完工 房屋竣工 structuredoneon housebuilt structuredone',
  'households.handedOverOn':
    '分房交付时间 交房时间 分房时间 交付时间 交钥匙时间 是否分房 是否交房 分房日期 handedoveron handover handedover',
  'households.movedInOn':
    '入住时间 搬迁入住时间 是否入住 入住 实际入住时间 搬迁入住 入住情况 是否搬迁入住 搬迁时间 实际搬迁时间 入住日期 movedinon movedin movein moveindate',
  'households.demolishedOn':
    '旧房拆除时间 旧房拆除 拆除时间 是否拆旧 拆旧时间 是否拆除旧房 旧房是否拆除 拆旧 旧房拆除情况 demolishedon demolished demolition',
  'households.reclaimedOn':
    '旧宅基地复垦时间 复垦时间 是否复垦 宅基地复垦 复垦 复垦复绿 旧宅基地复垦 复垦复绿时间 reclaimedon reclaimed reclamation',
  'households.inWorkOn':
    '就业时间 是否就业 就业 有人就业 是否有一人就业 一户一就业 就业情况 实现就业时间 inworkon inwork employed employment',
  'households.linkedOn':
    '利益联结时间 利益联结 是否利益联结 联结时间 是否建立利益联结 是否加入合作社 带动时间 linkedon linked linkage',
  'households.doorHardenedOn':
    '入户路硬化时间 入户路硬化 入户路是否硬化 是否通硬化路 入户硬化 入户道路硬化 入户路 通户路硬化 doorhardenedon doorroad dooraccess',
  'households.responsiblePost':
    '责任岗位 帮扶责任人 帮扶责任人岗位 帮扶干部 帮扶人 包户干部 结对帮扶人 包保干部 包保责任人 联系干部 责任人 帮扶干部职务 responsiblepost responsible helpingcadre',
  'households.deadline': '完成时限 完成期限 时限 期限 计划完成时间 计划入住时间 截止日期 deadline duedate due',
  // sites
  'sites.code': '安置点编码 安置点编号 安置点代码 安置区编码 集中安置点编号 sitecode siteid siteno',
  'sites.name':
    '安置点名称 安置点 安置区名称 集中安置点 集中安置点名称 安置小区名称 安置区 sitename site relocationsite',
  'sites.locationType':
    '安置点区位 区位 区位类型 安置点类型 选址类型 安置区类型 安置点区位类型 locationtype location sitetype',
  'sites.capacityHouseholds':
    '安置容量（户） 规划户数 安置户数 容量户数 可安置户数 设计户数 规模（户） 规划安置户数 建设规模户 拟安置户数 capacityhouseholds capacityhh householdcapacity',
  'sites.capacityPeople':
    '安置容量（人） 规划人数 安置人数 容量人数 可安置人数 设计人数 规模（人） 规划安置人数 安置人口 规划人口 capacitypeople capacitypersons peoplecapacity',
  'sites.stage': '建设阶段 阶段 建设进度 进度 工程进度 当前阶段 进展 建设状态 形象进度 stage progress phase',
  'sites.stageSince': '进入阶段时间 阶段时间 进度时间 阶段日期 当前阶段时间 stagesince stagedate',
  'sites.assessmentNumber':
    '地灾评估文号 地灾评估编号 地质灾害评估文号 评估文号 危险性评估文号 地灾危险性评估编号 评估报告编号 assessmentnumber assessmentno',
  'sites.assessmentOn': '地灾评估日期 地灾评估时间 评估日期 评估时间 地质灾害评估时间 assessmenton assessmentdate',
  'sites.assessmentConclusion':
    '地灾评估结论 评估结论 地质灾害评估结论 危险性评估结论 地灾评估结果 assessmentconclusion assessment conclusion',
  'sites.partyServiceCentre':
    '党群服务中心 党群中心 便民服务中心 综合服务中心 党群服务站 partyservicecentre servicecentre servicecenter',
  'sites.policeRoom': '警务室 警务站 派出所 社区警务室 警务工作站 policeroom police',
  'sites.trainingCentre':
    '培训中心 就业培训中心 技能培训中心 培训基地 新时代文明实践站 trainingcentre trainingcenter training',
  'sites.clinic': '卫生室 卫生站 医务室 卫生服务站 医疗点 clinic healthcentre health',
  'sites.shopOrMarket': '商店或集市 超市 商超 农贸市场 平价购物中心 便民超市 集市 商店 shopormarket shop market',
  'sites.schoolWithinReach':
    '就近学校 学校 幼儿园 就近入学 配套学校 就近学校（幼儿园） schoolwithinreach school kindergarten',
  'sites.water': '供水 通水 是否通水 饮水 自来水 water watersupply',
  'sites.power': '供电 通电 是否通电 电力 用电 power electricity',
  'sites.road': '通路 是否通路 道路 道路配套 通硬化路 road roadaccess',
  'sites.communications': '通信 通讯 通网 网络 宽带 communications telecom internet',
  // homesteads
  'homesteads.code': '宅基地编码 宅基地编号 旧房编号 旧宅编号 图斑号 homesteadcode homesteadid',
  // segments
  'segments.code': '路段编码 路段编号 路段代码 路段序号 segmentcode segmentid roadcode roadid ldbm',
  'segments.name':
    '路线名称 道路名称 路名 路段名称 线路名称 公路名称 道路名 lxmc ldmc roadname name routename streetname',
  'segments.routeNumber':
    '路线编号 路线代码 线路编号 路线编码 公路编号 编号 线路代码 路线号 lxbh lxbm lxdm routenumber route routecode ref roadno roadnumber',
  'segments.roadClass':
    '行政等级 道路等级 公路行政等级 路线行政等级 等级 路线类型 公路等级 行政级别 道路类别 xzdj roadclass class adminclass highway fclass',
  'segments.roadFunction':
    '道路用途 用途 道路功能 功能 路段用途 道路类型 路段功能 道路性质 通达类型 roadfunction function purpose',
  'segments.widthMeters':
    '路面宽度 宽度 路宽 路面宽 路面宽（米） 路基宽度 硬化宽度 lmkd width widthm roadwidth pavementwidth',
  'segments.oneWay': '是否单行 单行 单向 单行道 是否单行道 单双向 oneway',
  'segments.surface':
    '路面类型 路面 路面材料 面层类型 路面结构 铺装类型 面层 路面状况 硬化类型 现状路面 现状路面类型 lmlx surface pavement surfacetype pavementtype roadsurface',
  'segments.surfaceSince':
    '路面形成时间 硬化时间 硬化年份 铺筑时间 修建时间 建成时间 建成年份 修建年份 修建年度 建设年份 surfacesince surfacedate builtyear yearbuilt paveddate',
  'segments.plannedYear':
    '计划硬化年度 计划年度 硬化计划年度 拟硬化年度 实施年度 建设年度 计划实施年度 计划建设年度 plannedyear planyear year',
  'segments.status':
    '建设状态 状态 建设情况 实施状态 建设进度 进度 工程状态 实施进度 硬化进度 完成情况 status workstatus progress',
  'segments.statusSince': '进入状态时间 状态时间 进度时间 状态日期 statussince statusdate',
  'segments.openedOn': '通车时间 开通时间 通车日期 建成通车时间 投用时间 openedon opened opendate',
  'segments.closedOn': '停用时间 废弃时间 报废时间 停用日期 封闭时间 closedon closed closedate',
  'segments.sharesPavementWith':
    '共用路面路段编码 重复路段 重复路线 共线路段 重复里程路段 共线路线 sharespavementwith shares duplicateof',
  // hazards
  'hazards.code':
    '隐患点编号 隐患点编码 灾害点编号 统一编号 野外编号 隐患点代码 地灾点编号 hazardcode hazardid hazardno',
  'hazards.name': '隐患点名称 隐患点 灾害点名称 地灾点名称 地质灾害点名称 灾害点 地灾隐患点名称 hazardname hazard',
  'hazards.kind':
    '灾害类型 隐患类型 灾种 灾害种类 地灾类型 隐患点类型 灾害体类型 地质灾害类型 hazardkind hazardtype type kind',
  'hazards.sizeClass': '规模等级 规模 灾害规模 险情等级 规模级别 灾害等级 险情规模 sizeclass size magnitude scale',
  'hazards.threatenedHouseholds':
    '受威胁户数 威胁户数 威胁户 影响户数 受威胁住户 威胁对象户数 涉及户数 threatenedhouseholds threatenedhh householdsatrisk',
  'hazards.threatenedPeople':
    '受威胁人数 威胁人数 威胁人口 受威胁人口 影响人数 威胁对象人数 涉及人数 threatenedpeople peopleatrisk threatenedpersons',
  'hazards.treatment':
    '防治措施 防治方式 处置措施 处置方式 治理方式 拟采取措施 防治建议 防治类别 treatment measure mitigation',
  'hazards.struckOffOn':
    '隐患点销号时间 销号时间 核销时间 是否销号 是否核销 核销日期 销号日期 struckoffon struckoff deregistered',
  // parks
  'parks.code': '园区编码 园区编号 基地编码 基地编号 合作社编号 parkcode parkid basecode',
  'parks.name':
    '园区名称 基地名称 园区（基地）名称 园区 基地 合作社名称 产业园名称 车间名称 经营主体名称 parkname basename park base',
  'parks.kind': '园区类型 基地类型 园区类别 主体类型 产业载体类型 经营主体类型 parkkind parktype basetype',
  'parks.product':
    '产品 主导产品 产业 主要产品 品种 种养品种 产业类型 主导产业 种植品种 养殖品种 产品名称 product crop products',
  'parks.plannedScale':
    '规划规模 计划规模 设计规模 目标规模 规模 规划面积 规划数量 建设规模 种植面积 plannedscale plannedsize planned target',
  'parks.scaleUnit': '规模单位 计量单位 单位 面积单位 数量单位 scaleunit unit uom',
  'parks.achieved':
    '已达规模 完成规模 现有规模 已建规模 实际规模 已完成规模 现状规模 实有规模 achieved achievedscale actual done',
  'parks.achievedOn': '规模统计日期 统计日期 统计时间 完成时间 achievedon achieveddate',
  'parks.leadingEnterprise':
    '龙头企业 经营主体 龙头企业（经营主体） 企业 企业名称 经营企业 实施主体 带动主体 leadingenterprise enterprise company operator',
  'parks.jobs': '就业岗位数 岗位数 就业岗位 提供岗位 就业人数 吸纳就业人数 带动就业 用工人数 jobs employees workers',
  'parks.householdsLinked':
    '带动户数 联结户数 利益联结户数 带动农户 覆盖户数 受益户数 带动农户数 联农带农户数 householdslinked households linkedhouseholds',
  'parks.linkage': '利益联结方式 联结方式 利益联结机制 带动方式 联农带农机制 联农方式 linkage linkagetype mechanism',
  // services
  'services.code': '设施编码 设施编号 学校编码 机构编码 servicecode facilitycode facilityid',
  'services.name': '设施名称 学校名称 卫生室名称 机构名称 单位名称 服务设施名称 servicename facilityname',
  'services.kind': '设施类型 设施类别 服务类型 公共服务类型 机构类型 servicekind servicetype facilitytype amenity',
  // constraints
  'constraints.code': '管控区编码 图斑编号 图斑号 红线编码 区块编号 地块编号 constraintcode zonecode tbbh',
  'constraints.name': '管控区名称 区域名称 图斑名称 红线名称 保护区名称 区块名称 constraintname zonename',
  'constraints.kind': '管控类型 管控区类型 红线类型 控制线类型 约束类型 区域类型 constraintkind zonetype zonekind',
  'constraints.effect': '管控强度 管控要求 管控级别 管控等级 限制程度 约束强度 effect strength restriction',
  'constraints.source': '数据来源 来源 资料来源 依据 划定依据 来源文件 source datasource',
  'constraints.on': '划定日期 批复日期 日期 公布日期 划定时间 数据日期 数据时间 date on',
  // projects
  'projects.code': '项目编码 项目编号 项目代码 项目库编号 入库编号 项目序号 projectcode projectno projectid',
  'projects.name': '项目名称 项目 工程名称 建设项目 工程项目 项目名 projectname project',
  'projects.kind': '项目类型 项目类别 项目种类 建设类别 项目分类 工程类别 projectkind projecttype',
  'projects.leadDepartment':
    '牵头部门 主管部门 责任部门 行业部门 实施单位 责任单位 业主单位 项目主管部门 建设单位 leaddepartment department owner agency',
  'projects.startsOn': '开始日期 开工时间 开工日期 计划开工时间 开始时间 拟开工时间 startson startdate start begin',
  'projects.deadline':
    '完成时限 竣工时间 完工时间 计划竣工时间 计划完工时间 完成期限 竣工日期 完工日期 deadline enddate finish duedate',
  'projects.plannedWanYuan':
    '计划投资 总投资 项目总投资 概算投资 计划资金 投资规模 预算资金 投资 预算总投资 投资额 planned plannedfunds budget totalinvestment',
  'projects.fundsBySource':
    '分来源资金 资金构成 资金来源 资金组成 资金来源构成 资金来源及金额 fundsbysource funding fundsources',
  'projects.stage': '项目阶段 项目进度 进展阶段 阶段 项目状态 进展情况 形象进度 建设进度 当前阶段 stage phase status',
  'projects.stageSince': '进入阶段时间 阶段时间 阶段日期 进度时间 stagesince stagedate',
  'projects.allocatedWanYuan':
    '下达资金 资金下达 到位资金 已下达资金 已到位资金 资金到位 下达金额 allocated allocatedfunds',
  'projects.allocatedOn': '资金下达日期 下达时间 下达日期 资金下达时间 到位时间 allocatedon allocateddate',
  'projects.disbursedWanYuan':
    '拨付资金 已拨付资金 资金拨付 拨付金额 累计拨付 已拨付 累计拨付资金 disbursed disbursedfunds paid',
  'projects.disbursedOn': '资金拨付日期 拨付时间 拨付日期 资金拨付时间 disbursedon disburseddate',
  'projects.spentWanYuan':
    '支出资金 已支出资金 资金支出 支出金额 累计支出 报账资金 实际支出 spent spentfunds expenditure',
  'projects.spentOn': '资金支出日期 支出时间 支出日期 报账时间 资金支出时间 spenton spentdate',
  // tasks
  'tasks.code': '任务编码 任务编号 任务代码 任务序号 工作编号 taskcode taskid taskno',
  'tasks.name': '任务名称 任务 工作任务 重点任务 任务内容 工作内容 任务事项 taskname task',
  'tasks.department': '责任部门 责任单位 牵头单位 牵头部门 主责部门 承办单位 department unit agency',
  'tasks.startsOn': '开始日期 开始时间 启动时间 起始时间 起始日期 下达时间 startson startdate start',
  'tasks.plannedAmount':
    '计划量 任务量 目标任务 计划任务量 目标值 计划数 任务数 目标量 plannedamount target planned amount',
  'tasks.progress': '完成量 已完成量 完成数 已完成 累计完成 完成任务量 完成情况 已完成数 progress done completed',
  'tasks.progressOn': '完成量统计日期 统计日期 填报日期 统计时间 截至日期 progresson progressdate reportedon',
  'tasks.completedOn':
    '任务完成时间 完成时间 实际完成时间 销号时间 完成日期 是否完成 是否销号 completedon completeddate finished',
  // items
  'items.code': '问题编号 问题编码 问题序号 整改编号 销号编号 itemcode itemid issueno',
  'items.source': '问题来源 来源 发现渠道 反馈渠道 问题线索来源 问题出处 source issuesource',
  'items.problem': '问题描述 问题 存在问题 问题内容 具体问题 反馈问题 主要问题 整改问题 problem issue finding',
  'items.problemClass': '问题类别 问题类型 问题分类 类别 问题性质 problemclass problemtype issuetype',
  'items.measure': '整改措施 措施 整改方案 整改举措 整改办法 解决措施 measure action remedy',
  'items.responsibleUnit':
    '责任单位 整改单位 整改责任单位 牵头单位 责任部门 整改责任部门 responsibleunit unit department',
  'items.responsiblePost':
    '责任岗位 责任领导 整改责任人 责任人 牵头领导 责任领导岗位 整改责任领导 包保领导 responsiblepost responsible',
  'items.foundOn': '发现日期 发现时间 反馈时间 交办时间 问题发现时间 检查时间 foundon founddate reportedon',
  'items.deadline': '整改期限 整改时限 完成时限 整改完成时限 限期 期限 deadline duedate due',
  'items.closedOn':
    '销号时间 整改完成时间 完成时间 销号日期 是否销号 是否整改到位 整改情况 整改完成日期 closedon closed resolvedon',
  'items.reopenedOn': '反弹时间 重新打开时间 反弹 反弹（重新打开）时间 是否反弹 问题反弹时间 reopenedon reopened',
  // responsibilities
  'responsibilities.aboutCode':
    '责任对象编码 对象编码 责任区域编码 村编码 村代码 行政区代码 区划代码 乡镇编码 aboutcode areacode',
  'responsibilities.role': '责任角色 角色 责任类型 职责 责任类别 责任层级 role duty',
  'responsibilities.holder': '责任岗位或单位 责任人 责任单位 单位 帮扶单位 岗位 责任主体 holder post unit responsible',
  'responsibilities.from': '开始日期 任职时间 起始时间 到岗时间 开始时间 起始日期 from startdate since',
  'responsibilities.to': '结束日期 离任时间 截止时间 离岗时间 结束时间 终止日期 to enddate until',
  // benchmarks
  'benchmarks.indicator': '指标编码 指标代码 指标 指标编号 indicator indicatorcode',
  'benchmarks.level': '层级 级别 范围 区域层级 level',
  'benchmarks.value': '数值 值 平均值 指标值 数据 value average',
  // calendar stops
  'calendar_stops.from': '开始日期 停工开始 起始日期 开始时间 停工起 from start startdate',
  'calendar_stops.to': '结束日期 停工结束 截止日期 结束时间 停工止 复工日期 to end enddate',
  'calendar_stops.reason': '停工原因 原因 停工事由 事由 说明 reason',
  // rivers
  'rivers.name': '河流名称 河名 水系名称 河道名称 水体名称 rivername river waterway',
  'rivers.order': '河流等级 河流级别 级别 水系等级 斯特拉勒等级 order strahler streamorder',
  // ledger rows
  'ledger_rows.source': '台账来源 台账名称 来源台账 来源文件 台账 source ledger',
  'ledger_rows.rowNumber': '原始行号 行号 序号 台账行号 原行号 rownumber row rowno',
  'ledger_rows.values': '原始内容 原始内容（json） 原始记录 台账内容 填报内容 values raw',
  // reported totals
  'reported_totals.subject': '指标或内容 上报指标 上报内容 指标名称 指标 统计指标 内容 subject indicator item',
  'reported_totals.value': '数值 上报数 上报数值 数量 上报数据 填报数 value reported total',
  'reported_totals.on': '上报日期 上报时间 报送时间 报送日期 填报日期 日期 on date reportedon',
  'reported_totals.recipient': '报送对象 接收单位 上报单位 报送单位 主送单位 报送至 recipient sentto reportedto',
  'reported_totals.signedBy': '签发人 签发人（职务） 签发 签批人 审签人 签发领导 signedby signer approvedby',
  'reported_totals.explanation': '差异说明 说明 差异原因 变动原因 变化说明 与上次差异说明 explanation note reason',
  // events
  'events.kind': '事件 事件类型 事项 变动类型 变更事项 event eventkind kind',
  'events.on': '日期 发生日期 事件日期 发生时间 时间 on date eventdate',
  'events.value': '状态 变更后 新状态 取值 变更为 value state',
  'events.amount': '累计量 数量 累计数 金额 累计量（资金为万元） amount cumulative',
};

/** Last parts of joined headers that say nothing without the part above: `旧房拆除/时间`. */
export const GENERIC_HEADER_PARTS =
  /^(?:时间|日期|年月|是否|情况|数量|名称|类型|内容|小计|合计|备注|数|值|编号|编码|现状|完成|date|time|value|name|type|code)$/i;
