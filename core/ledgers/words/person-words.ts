/**
 * The hundred family names that are commonest in China (about 85 % of the population) and those that are common in the south-west.
 *
 * @see Ministry of Public Security, "二〇二〇年全国姓名报告" (2021): the hundred commonest family names
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦' +
    '夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关' +
    '兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简' +
    '车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封' +
    '肖付闫杭敬储荆帅粟蔺补勾阙糜鄢湛'
  ).split(''),
);

/** Family names of two characters. */
export const DOUBLE_SURNAMES: ReadonlySet<string> = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '令狐',
  '司徒',
  '夏侯',
  '东方',
  '慕容',
  '公孙',
  '端木',
  '赫连',
]);

/**
 * Characters that are common in given names and rare at the end of names of places.
 *
 * @see Ministry of Public Security, "二〇二〇年全国姓名报告" (2021): characters of given names; ours are those with the older generations'
 */
export const GIVEN_NAME_CHARACTERS: ReadonlySet<string> = new Set(
  (
    '英华玉秀明珍红丽国芳梅春建文军志兰云琴海荣成德平桂强永霞艳俊杰涛伟敏静勇超磊洋辉刚健娟燕玲萍莉琼芬菊香凤莲贵富祥福昌学良义忠信仁' +
    '礼智勋武斌彬宇浩轩梓涵子怡欣雨诗佳雪婷婉嘉博鑫昊泽宏伦伯先兴发达友才光朝世家仕定正元维治生民仙素银巧翠淑惠慧洁雅倩娜娇媛蓉茜薇蕾晶' +
    '瑞祖泰万顺胜利新立广庆亮旭飞鹏龙虎彪松林森波江涌鸿雁思远恒凯峰宝全启道大小三四少老毅晓丹凡帆琳瑶璐'
  ).split(''),
);

/** Headers of names of persons: the whole header, or its last part. */
export const NAME_HEADERS =
  /姓名|(?<!是否)户主(?:名|名称|签字)?$|^(家庭成员|成员|家属|配偶|监护人|联系人|申请人|受益人|代理人|承包人|权利人|产权人|持证人|户名|法人|法人代表|法定代表人|本人签字|签字|签名|填表人|填报人|经办人|制表人|审核人|核查人|调查人|采集人|登记人|录入人|致富带头人|村民|农户名|农户名称|贫困户名|负责人签字|(?:first|last|full|family|given)name|surname|headofhousehold|householder|householdhead|contactperson|applicant|ownername|personname|spouse|guardian)$/i;

/** What of a header about names is not one: how many, which kind, a code. */
export const NOT_NAME_HEADERS = /(编码|编号|代码|序号|数|关系|性别|年龄|民族|学历|人数|类型|类别|户籍|住址|地址)$/;

/** Headers of places, kinds and things: names of persons are not looked for in their cells. */
export const PLACE_HEADERS =
  /(?:村|组|寨|屯|社区|街道|乡|镇|乡镇|县|区|市|省|州|居民点|聚居点|安置点|点位|地名|地点|地址|住址|位置|坐落|区位|起点|终点|起讫点|路线|线路|路名|道路|公路|河流|河名|水系|山|沟|隐患点|灾害点|园区|基地|合作社|企业|公司|主体|学校|单位|部门|机构|产业|产品|品种|作物|类型|类别|种类|性质|等级|级别|状态|状况|阶段|原因|措施|方式|来源|去向|结论|用途|功能|材料|路面|民族|性别|学历|关系|项目|工程|名称|村名|镇名|地名|县名|点名|桩号|name|village|town|county|settlement|place|address|type|kind|class|product|surface|unit|department)$/i;

/** Headers of names of anything, which in a layer of households are names of persons: their cells must look like nothing else. */
export const ANY_NAME_HEADERS = /^(?:名称|名字|标注|标签|标题|mc|names?|label|title|text|注记)$/i;

/** Headers of codes: numbers of telephones are not looked for in their cells. */
export const CODE_HEADERS = /(编码|编号|代码|区划码|code|number|fid|gid|oid|objectid|_id|^id|户号|档号)$/i;

/** Headers by kind of personal data; the order is that in which they are tried. */
export const PERSONAL_HEADERS = {
  identity_number:
    /身份证|身份號|身份号|证件号|公民身份|居民身份|^(?:sfz|sfzh|sfzhm|idcard|idno|idnumber|identity)$|identity(?:card|number|no)|id(?:card|entity)n(?:o|um)|nationalid|citizenid|passport/i,
  telephone:
    /电话|手机|联系方式|联系号码|移动号码|座机|微信号|^(?:tel|telno|phone|mobile|lxdh|dh|sjh|sjhm|cellphone|contact)$|telephone|phone(?:no|num)|mobile(?:no|num|phone)|wechat/i,
  bank_account:
    /银行|账号|帐号|账户|帐户|卡号|一卡通|一折通|存折|开户|^(?:yhzh|yhkh|kh|iban)$|bank(?:account|card|name|no)|account(?:no|num)|cardn(?:o|um)/i,
  /** Eight and one of the digits of an identity number say the same. */
  birth_date:
    /出生(?:日期|年月|年月日|时间|日)|^(?:出生|生日|出生年)$|^(?:csrq|csny)$|birth(?:date|day)|dateofbirth|^dob$/i,
  sex: /^(?:性别|户主性别|成员性别|xb|sex|gender)$/i,
  /** Where somebody lives, in words. */
  home_address:
    /家庭(?:住址|地址|详细地址|详细住址)|(?:户籍|现|居住|身份证|户口|户口簿|户口所在地)(?:住址|地址)|^(?:住址|住所|详细住址|现住址|常住地址|门牌|门牌号|门牌号码|户主住址)$|home(?:address)|residential(?:address)/i,
  photograph:
    /照片|相片|影像|图片|头像|合影|^(?:photo|picture|image|zp|img)s?$|photo(?:graph|url|path|file)|picture(?:url|path|file)|image(?:url|path|file)/i,
  disability: /残疾|残障|伤残|失能|disab/i,
  illness:
    /疾病|病种|患病|病情|慢性病|慢病|大病|重病|病名|病史|病因|诊断|住院|健康(?:状况|情况|状态|程度)|^健康$|身体(?:状况|情况|状态)|精神状况|illness|disease|health(?:status|condition|state)|diagnos|medicalcondition/i,
} as const;

/** Headers that have one of the words above and are about something else: signals, damage to roads, units, dates of imagery. */
export const NOT_PERSONAL_HEADERS =
  /信号|覆盖|通电话|电话线|宽带|病害|病险|病虫|疾病预防|残联|残疾人联合会|影像(?:日期|时间|来源|分辨率|底图|年份)|银行贷款|银行资金|银行网点|账户余额|资金账户|因病|因残|照片数|图片数|无障碍/;

/** Words of illnesses that free text names. */
export const ILLNESS_WORDS =
  /癌|肿瘤|糖尿病|高血压|尿毒症|精神病|精神分裂|癫痫|心脏病|冠心病|脑梗|中风|偏瘫|瘫痪|肝炎|肝硬化|肾病|肾衰|肾炎|肺结核|结核病|尘肺|白血病|艾滋|痴呆|帕金森|风湿|骨折|截肢|哮喘|慢阻肺|透析|化疗|重性精神|抑郁/;

/** Words of disabilities that free text names. */
export const DISABILITY_WORDS =
  /[一二三四1-4]级残|(?:肢体|视力|听力|言语|智力|精神|多重)(?:残疾|一级|二级|三级|四级)|残疾[一二三四1-4]级|聋哑|失明|盲人/;

/** Words of posts, which never are names of persons. */
export const POST_WORDS =
  /局|办|委|站|所|科|股|长$|书记|主任|主席|干部|队员|员$|负责|分管|政府|公司|中心|合作社|学校|医院|镇|乡|县/;

/** Ends of names of places. */
export const PLACE_ENDS = /[村组寨屯湾沟坡坪坝岭岩塘冲坳垭洞井堡营庄镇乡县街坎脚田冈岗洼箐口头上下边]$/;
