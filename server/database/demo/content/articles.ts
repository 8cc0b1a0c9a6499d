// Twelve articles to read on the first day: five explain in plain words what the 2016 notice set out to do, four are
// invented stories, three are notices of the season. The notice speaks of 2016 to 2020, so every policy article says
// to ask the local federation what holds now.

import type { Concern } from '../../../articles/concern.rules';

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; text: string };

export interface DemoArticle {
  key: string;
  kind: 'policy' | 'notice' | 'story';
  title: string;
  summary: string;
  source: string;
  documentNumber?: string;
  cover: 'cover-1' | 'cover-2' | 'cover-3' | 'cover-4' | 'cover-5' | 'cover-6';
  /** 2301 is read by the whole city, a county code by that county. */
  regionCode: '2301' | '230126' | '230127' | '230129';
  publishedDaysAgo: number;
  pinned?: boolean;
  concern?: Concern;
  blocks: Block[];
}

export const demoArticles: readonly DemoArticle[] = [
  {
    key: 'policy-order-training',
    kind: 'policy',
    title: '想学啥，先跟妇联说',
    summary: '先听您想学什么，再照着开班，这就叫订单式培训。',
    source: '哈尔滨市妇联',
    documentNumber: '哈妇发〔2016〕7号',
    cover: 'cover-3',
    regionCode: '2301',
    publishedDaysAgo: 6,
    pinned: true,
    blocks: [
      {
        kind: 'paragraph',
        text: '过去办班，是有啥课听啥课。现在换个办法：您先说想学啥，妇联再照着大家的需要去开班。像饭店点菜一样，所以叫“订单式”。',
      },
      { kind: 'heading', text: '都能学些啥' },
      {
        kind: 'list',
        items: [
          '种植：木耳、蔬菜、玉米',
          '养殖：鸡、鹅、牛、蜂',
          '乡村旅游：农家饭、火炕民宿',
          '家政服务：月嫂、照护老人、保洁',
          '手工编织：麦秸画、玉米皮编、钩织',
          '农村电商：拍照、直播、发货',
        ],
      },
      { kind: 'heading', text: '怎么说给我们听' },
      {
        kind: 'paragraph',
        text: '在“我想学”里点一点图就行，不用打字。点想学的，点有空的月份，点能走多远，再点要不要帮着看孩子。一分钟就好。',
      },
      {
        kind: 'paragraph',
        text: '不会用手机也不怕。找村妇联帮办人，她替您填，和您自己填的一样算数。',
      },
      { kind: 'heading', text: '说了就一定有班吗' },
      {
        kind: 'paragraph',
        text: '同一门课想学的人够了，老师和地方也定下了，才好开班。名额不够会排候补，并把原因告诉您。按文件要求，每个区县每年至少要办一期这样的班；什么时候办、在哪儿办，以当地妇联通知为准。',
      },
    ],
  },
  {
    key: 'policy-two-cancer-insurance',
    kind: 'policy',
    title: '两癌保险：保额一万元',
    summary: '给农村困难姐妹准备的健康保障，本人不用掏钱。',
    source: '哈尔滨市妇联',
    documentNumber: '哈妇发〔2016〕7号',
    cover: 'cover-6',
    regionCode: '2301',
    publishedDaysAgo: 20,
    blocks: [
      {
        kind: 'paragraph',
        text: '“两癌”说的是乳腺癌和宫颈癌。一家的女人病了，日子就难了。市妇联在文件里定下一件事：筹来钱，替农村困难姐妹上一份这样的保险。',
      },
      { kind: 'heading', text: '这份保险怎么样' },
      {
        kind: 'list',
        items: [
          '保的是：乳腺癌、宫颈癌',
          '保额：一万元',
          '保费：不用本人出',
          '人数：文件定的是三年里惠及六万人',
        ],
      },
      { kind: 'heading', text: '轮到我了吗' },
      {
        kind: 'paragraph',
        text: '谁能参加，看的是扶贫部门的登记，不是谁嗓门大。文件管的是2016到2020年，今年还有没有名额、哪天办，以当地妇联通知为准。',
      },
      { kind: 'heading', text: '要准备什么' },
      {
        kind: 'list',
        items: ['先找村妇联帮办人问清楚', '她说要办，再带上身份证', '保险单收好，拍张照留着'],
      },
      {
        kind: 'paragraph',
        text: '怎么赔、赔多少，写在保险单上，不懂的地方请帮办人念给您听。有保险也别忘了做检查，身上不得劲，早点去医院看。',
      },
      {
        kind: 'quote',
        text: '有人打电话让您先交钱才给上保险，别给。挂了电话，找村妇联帮办人问一声。',
      },
    ],
  },
  {
    key: 'policy-small-loan',
    kind: 'policy',
    title: '想干点事，缺本钱怎么办',
    summary: '小额担保贷款是啥，跟谁打听，借之前想好哪几件事。',
    source: '哈尔滨市妇联',
    documentNumber: '哈妇发〔2016〕7号',
    cover: 'cover-2',
    regionCode: '2301',
    publishedDaysAgo: 33,
    concern: {
      needs: 'all',
      questions: [
        { text: '您想自己干点事，比如扣大棚、养牛？', fits: 'yes' },
        { text: '本钱还差一些？', fits: 'yes' },
        { text: '您现在有没还清的逾期贷款吗？', fits: 'no' },
      ],
      bring: ['身份证', '您打算怎么干，说得清就行'],
      otherwise: '先把旧账理清，或者学一门手艺再说。有难处也可以找帮办人。',
    },
    blocks: [
      {
        kind: 'paragraph',
        text: '手艺学会了，想扣个大棚、买几头牛，手里就差那点本钱。有一条路可以打听：小额担保贷款。',
      },
      { kind: 'heading', text: '妇联能帮啥' },
      {
        kind: 'paragraph',
        text: '妇联不放贷款，也不替谁打包票。妇联做的是牵线：跟财政、人社和银行商量，让贫困县里更多姐妹够得着这笔钱，帮您弄明白去哪儿办、找谁办。',
      },
      { kind: 'heading', text: '借之前，先想三件事' },
      {
        kind: 'list',
        items: [
          '这钱拿来干啥，一年能挣回多少',
          '赔了怎么办，家里扛不扛得住',
          '哪天还、怎么还，家里人都知道吗',
        ],
      },
      {
        kind: 'paragraph',
        text: '贷款是要还的。金额、利息、条件都由经办的部门和银行定，以他们的答复和当地妇联通知为准。',
      },
      { kind: 'heading', text: '想问的话' },
      {
        kind: 'paragraph',
        text: '带上身份证和您的打算，找村妇联帮办人。不用写材料，把想干的事说一遍，她帮您记下来，再联系县妇联。',
      },
      {
        kind: 'quote',
        text: '说“包下款”又先收手续费的，一分也别给。把身份证拿好，不借给旁人去贷款。',
      },
    ],
  },
  {
    key: 'policy-pairing',
    kind: 'policy',
    title: '有人牵手，一起往前走',
    summary: '一户人家，一位帮手。结对帮扶是怎么回事。',
    source: '哈尔滨市妇联',
    documentNumber: '哈妇发〔2016〕7号',
    cover: 'cover-6',
    regionCode: '2301',
    publishedDaysAgo: 47,
    blocks: [
      {
        kind: 'paragraph',
        text: '一个人摸着石头过河，难。有个懂行的人拉一把，就快多了。结对帮扶，就是给有难处的姐妹找一位这样的人。',
      },
      { kind: 'heading', text: '谁来牵手' },
      {
        kind: 'list',
        items: ['有爱心的女企业家', '合作社的带头人', '村里的能人', '妇联的干部'],
      },
      { kind: 'heading', text: '她会帮什么' },
      {
        kind: 'paragraph',
        text: '帮着出主意，带着学手艺，有活儿先想着您，货出来了帮着找销路。具体帮哪几样，两个人当面商量，记在您的帮扶计划里，您随时能看。',
      },
      {
        kind: 'paragraph',
        text: '牵手不是送钱。目标是把日子过起来，以后您自己站得稳。',
      },
      { kind: 'heading', text: '您也可以说不' },
      {
        kind: 'paragraph',
        text: '愿不愿意结对，由您自己定。处得不顺，就跟帮办人说，再想办法。家里的事，没有您点头，不对外讲。',
      },
      {
        kind: 'paragraph',
        text: '想结对，找村妇联帮办人说一声。她会先到家里坐坐，听您讲难处。什么时候能对上、对上哪一位，以当地妇联通知为准。',
      },
    ],
  },
  {
    key: 'policy-priority-places',
    kind: 'policy',
    title: '带头人的班，也给您留门',
    summary: '有项目、肯学的困难姐妹，可以优先去学带头人的课。',
    source: '哈尔滨市妇联',
    documentNumber: '哈妇发〔2016〕7号',
    cover: 'cover-5',
    regionCode: '2301',
    publishedDaysAgo: 61,
    blocks: [
      {
        kind: 'paragraph',
        text: '有些班是给带头人办的：致富带头人、合作社女负责人、卖农产品的女经纪人。这些班，困难姐妹也有机会进。',
      },
      { kind: 'heading', text: '什么样的人可以优先' },
      {
        kind: 'list',
        items: [
          '家里登记在册，正在往好日子奔',
          '手上有个像样的项目，比如几亩棚、一群鹅',
          '肯学，学完愿意教教旁边的人',
        ],
      },
      {
        kind: 'paragraph',
        text: '优先不是一定。名额怎么分，都按登记的需要和说得清的理由来，结果会告诉您为什么。',
      },
      { kind: 'heading', text: '别的部门办的班呢' },
      {
        kind: 'paragraph',
        text: '农业、人社这些部门也办班。妇联会去争取，让困难姐妹在里头占到四成以上。有合适的，我们会转告您。',
      },
      { kind: 'heading', text: '怎么报' },
      {
        kind: 'paragraph',
        text: '在课程页里看标着“带头人”的班，点报名。或者找村妇联帮办人，说说您手上的项目。开不开班、留几个名额，以当地妇联通知为准。',
      },
    ],
  },
  {
    key: 'story-wood-ear',
    kind: 'story',
    title: '棚里的第一茬木耳',
    summary: '不识几个字的秋菊，用三个冬天学会了养木耳。',
    source: '延寿县妇联',
    cover: 'cover-2',
    regionCode: '230129',
    publishedDaysAgo: 9,
    blocks: [
      {
        kind: 'paragraph',
        text: '秋菊五十一岁，只念过两年书。丈夫腰不好，家里的地有一半租给了别人。妇联干部来家里问她想学啥，她想了半天，指了指图上的木耳。',
      },
      {
        kind: 'paragraph',
        text: '第一个冬天，她去听了八个半天的课。笔记记不下来，她就画：一个圈是温度计，三个点是浇三遍水。老师看了直夸，说这本子比写字的还明白。',
      },
      { kind: 'heading', text: '头一年，坏了一半' },
      {
        kind: 'paragraph',
        text: '头一年，五百个菌包坏了快一半。她在棚门口坐了一下午，没哭，给老师打了个电话。第二天老师来了，发现是棚里太闷，风口开得晚。',
      },
      {
        kind: 'quote',
        text: '坏了就坏了，知道咋坏的，明年就不怕了。',
      },
      {
        kind: 'paragraph',
        text: '第二年她放了八百包，长势好多了。第三年，村里四个姐妹跟着她一块儿干，谁家忙不过来，大家就伸把手。',
      },
      {
        kind: 'paragraph',
        text: '现在冬闲一到，秋菊的棚就成了课堂。她还是那个老本子，圈圈点点，已经画满了大半本。',
      },
      { kind: 'paragraph', text: '故事中的人物为演示虚构' },
    ],
  },
  {
    key: 'story-corn-husk',
    kind: 'story',
    title: '一张玉米皮，编出一条路',
    summary: '烧火用的玉米皮，到了春艳手里成了篮子和坐垫。',
    source: '巴彦县妇联',
    cover: 'cover-4',
    regionCode: '230126',
    publishedDaysAgo: 27,
    blocks: [
      {
        kind: 'paragraph',
        text: '在村里，玉米皮一直是烧火的东西。春艳以前也这么想。她要照看婆婆，还有个上小学的儿子，出不了远门，挣钱的活儿都够不着。',
      },
      {
        kind: 'paragraph',
        text: '登记需要那天，她只提了一样：能在家里干的。后来村里开了编织班，走路十分钟，教室角落里还有人帮着看孩子，她就去了。',
      },
      { kind: 'heading', text: '手笨，就多编几遍' },
      {
        kind: 'paragraph',
        text: '头一个坐垫编得歪歪扭扭，她拆了四回。到第五回，边收得齐齐的。老师把它挂在墙上，说这就是样品。',
      },
      {
        kind: 'paragraph',
        text: '结业以后，县里的手工基地给她派零活。她把婆婆安顿好，坐在炕头编，一边编一边陪老人说话。按件算钱，当月就结。',
      },
      {
        kind: 'quote',
        text: '不是啥大钱，可买菜的时候，我不用再算了又算。',
      },
      {
        kind: 'paragraph',
        text: '入冬前，她又报了钩织班。她说，两样手艺都会了，四季都有活。',
      },
      { kind: 'paragraph', text: '故事中的人物为演示虚构' },
    ],
  },
  {
    key: 'story-live-stream',
    kind: 'story',
    title: '红梅的直播间在灶台边',
    summary: '从不敢看镜头，到把邻居家的笨鸡蛋也卖了出去。',
    source: '木兰县妇联',
    cover: 'cover-5',
    regionCode: '230127',
    publishedDaysAgo: 41,
    blocks: [
      {
        kind: 'paragraph',
        text: '红梅养了六十只笨鸡，蛋攒得多，卖得慢。赶集一趟，来回半天，还常常剩下半筐。',
      },
      {
        kind: 'paragraph',
        text: '她去学直播，头一回站在手机前，一句话也说不出来，脸红到脖子。老师让她别背词儿，就当是跟隔壁嫂子唠嗑。',
      },
      { kind: 'heading', text: '唠着唠着，就卖了' },
      {
        kind: 'paragraph',
        text: '她真就在灶台边唠上了：这鸡吃啥，蛋怎么煮不裂，过年的黏豆包怎么包。头一晚来了十一个人，卖出两箱。她高兴得半宿没睡着。',
      },
      {
        kind: 'paragraph',
        text: '难的在后头。头几箱寄出去，到了碎一半，她一个一个给人家赔。后来又学了打包，一层纸壳一层稻壳，再没碎过。',
      },
      {
        kind: 'quote',
        text: '人家信我，我就得对得起人家。坏一个，赔一个。',
      },
      {
        kind: 'paragraph',
        text: '如今她也帮左邻右舍卖。谁家的蛋、谁家的豆，账记得清清楚楚。她说，一家好不算好，得一条街都好。',
      },
      { kind: 'paragraph', text: '故事中的人物为演示虚构' },
    ],
  },
  {
    key: 'story-newborn-nurse',
    kind: 'story',
    title: '四十三岁，重新当学生',
    summary: '种了二十年地的丽娟，学成了一名细心的月嫂。',
    source: '哈尔滨市妇联',
    cover: 'cover-3',
    regionCode: '2301',
    publishedDaysAgo: 58,
    blocks: [
      {
        kind: 'paragraph',
        text: '丽娟种了二十年地，带大了两个孩子。女儿考上大学那年，家里的钱一下子紧了。她想出去干活，又怕自己啥也不会。',
      },
      {
        kind: 'paragraph',
        text: '帮办人问她：孩子你带得好不好？她说，那还用说。帮办人笑了：那就是本事。就这样，她报了月嫂班。',
      },
      { kind: 'heading', text: '会带孩子，也得从头学' },
      {
        kind: 'paragraph',
        text: '到了班上才知道，好多老法子得改。怎么托头，水多热，产妇能吃啥，样样有讲究。她拿个枕头当娃娃，夜里在炕上练，丈夫在一旁当产妇，两口子乐得不行。',
      },
      {
        kind: 'paragraph',
        text: '十二个半天，她一回没落。考核那天手有点抖，可一抱起教具娃娃，就稳了。',
      },
      {
        kind: 'quote',
        text: '地里的活教会我不怕累，课堂上教会我讲规矩。',
      },
      {
        kind: 'paragraph',
        text: '现在她在城里做月嫂，农忙了回家种地。有新来的姐妹打怵，她就说：我四十三才学的，你怕啥。',
      },
      { kind: 'paragraph', text: '故事中的人物为演示虚构' },
    ],
  },
  {
    key: 'notice-winter-handicraft',
    kind: 'notice',
    title: '冬闲学手艺，手工班招人了',
    summary: '玉米皮编织和钩织两个班，十二月开课，有人帮看孩子。',
    source: '巴彦县妇联',
    cover: 'cover-4',
    regionCode: '230126',
    publishedDaysAgo: 3,
    blocks: [
      {
        kind: 'paragraph',
        text: '地里没活了，正好学门手艺。这个冬天开两个手工班，零基础的姐妹都能来。',
      },
      {
        kind: 'list',
        items: ['玉米皮编织：八个半天', '毛线钩织：六个半天', '都在上午，中午能回家做饭'],
      },
      { kind: 'heading', text: '来的时候带什么' },
      {
        kind: 'list',
        items: ['一把剪刀', '水杯，还有老花镜', '孩子也可以一起来，教室里有人照看'],
      },
      {
        kind: 'paragraph',
        text: '料由班上备好，不用买。具体哪天、在哪个村，看课程页，上面写着日子和地方。',
      },
      {
        kind: 'paragraph',
        text: '报名：在课程页点一下，或者找村妇联帮办人，她替您报。报上没报上，都会给您回话。',
      },
      {
        kind: 'paragraph',
        text: '路滑，请走慢些。哪天雪太大去不了，给帮办人打个电话，请个假，安全要紧。',
      },
    ],
  },
  {
    key: 'notice-spring-greenhouse',
    kind: 'notice',
    title: '开春前，先来学大棚育苗',
    summary: '二月三月上课，赶在扣棚前学完，不耽误春耕。',
    source: '延寿县妇联',
    cover: 'cover-2',
    regionCode: '230129',
    publishedDaysAgo: 12,
    blocks: [
      {
        kind: 'paragraph',
        text: '苗好一半收。想在自家院里扣个小棚的姐妹，年后来学育苗，学完正好动手。',
      },
      { kind: 'heading', text: '学什么' },
      {
        kind: 'list',
        items: ['挑种子、泡种子', '拌育苗土', '棚里多热多湿才好', '常见的苗病，怎么看、怎么治'],
      },
      { kind: 'heading', text: '谁能来' },
      {
        kind: 'paragraph',
        text: '想种菜的都行，没种过也行。一共六个半天，边讲边做，请穿旧衣裳、防滑的鞋。',
      },
      {
        kind: 'paragraph',
        text: '地方会尽量挑在离大家近的乡镇。您在登记里点了能走多远，我们就按那个来排。',
      },
      {
        kind: 'paragraph',
        text: '还没说过想学啥的，请在腊月前点一点，或找村妇联帮办人登记。开班日子以当地妇联通知为准。',
      },
    ],
  },
  {
    key: 'notice-no-phone',
    kind: 'notice',
    title: '没有手机，也一样能报名',
    summary: '帮办人上门登记，村里板报贴课表，一个也不落下。',
    source: '木兰县妇联',
    cover: 'cover-1',
    regionCode: '230127',
    publishedDaysAgo: 17,
    blocks: [
      {
        kind: 'paragraph',
        text: '有姐妹问：我没手机，是不是就学不成了？不是的。手机上能办的事，村妇联帮办人都能替您办。',
      },
      { kind: 'heading', text: '这个冬天怎么登记' },
      {
        kind: 'list',
        items: ['帮办人挨家走一走，坐下来问', '开村里的座谈会，当场记', '您到村部去，随时能说'],
      },
      {
        kind: 'paragraph',
        text: '会问您四样：想学啥，哪几个月有空，能走多远，孩子要不要人看。别的不多问。问到家里的事，会先告诉您拿去做什么，您不愿意说就不说。',
      },
      { kind: 'heading', text: '怎么知道有没有班' },
      {
        kind: 'paragraph',
        text: '课表每月贴在村里的板报上。轮到您了，帮办人会上门或者打家里的电话告诉您。',
      },
      {
        kind: 'paragraph',
        text: '用邻居家的手机也行，报的还是您自己的名。想改主意，什么时候说都不晚。',
      },
    ],
  },
];
