import { publishingRefusals } from './publishing-refusals';

/**
 * Every expected "no", with its HTTP status and the sentence that tells the reader what to do next.
 * A code without a sentence does not compile, and a sentence without a code cannot be said.
 * Those of articles and stories stand beside it. Codes are stable: the mini-program and its specs rely on them.
 */
export const refusals = {
  'input.invalid': [400, '有几处没有填对，请看提示，改好再交。'],
  'input.unreadable': [400, '这次发来的内容没有读懂，请返回上一页再试。'],
  'request.tooLarge': [413, '内容太大了，请分几次提交。'],
  'request.keyInvalid': [400, '这次请求的编号不对，请返回上一页再试。'],
  'request.keyReused': [409, '这次请求和上一次的编号相同，内容却不一样，请返回上一页再试。'],
  'request.tooOften': [429, '操作太频繁了，请等{wait}再试。'],
  'route.unknown': [404, '没有找到这个页面，请返回首页。'],
  'method.unsupported': [415, '这种格式收不了，请换一种方式提交。'],

  'signIn.needed': [401, '请先登录，再接着办。'],
  'signIn.codeRefused': [401, '登录没有成功，请再点一次登录。'],
  'signIn.tooOften': [429, '登录太频繁了，请过一分钟再试。'],
  'signIn.wrong': [401, '登录名或密码不对，请再看看。'],
  'signIn.wait': [429, '试错的次数多了，请等{wait}再试，也可以用微信扫码登录。'],
  'signIn.busy': [429, '现在登录的人多，请过几秒再试。'],
  'signIn.codeNeeded': [401, '请再填手机上的六位动态码。'],
  'signIn.codeWrong': [403, '动态码不对或者用过了，请等下一个再填。'],
  'signIn.risky': [403, '微信提示这个账号有风险，请找村妇联帮办人登记。'],
  'signIn.suspended': [403, '这个账号已停用，请联系上级妇联。'],
  'phone.codeRefused': [400, '没有拿到手机号，请再点一次，或者自己填号码。'],
  'push.unreadable': [403, '这条推送的签名不对，没有收下。'],
  'wechat.busy': [503, '微信暂时没有回应，请过一会儿再试。'],

  'access.denied': [403, '这件事需要有权限的人来办，请联系当地妇联。'],
  'thing.notFound': [404, '没有找到，可能已经删除，或者不在您负责的地方。'],
  'call.over': [409, '这条已经有人办了，请刷新看看。'],
  'ticket.over': [409, '这次扫码过期了或者用过了，请在电脑上换一个码再扫。'],
  'password.weak': [400, '这个密码太容易猜，请换一个。'],
  'password.wrong': [403, '现在的密码不对，请再填一次。'],
  'password.needed': [409, '请先设登录名和密码。'],
  'login.taken': [409, '这个登录名有人用了，请换一个。'],
  'codes.alreadyOn': [409, '动态码已经打开了。'],
  'codes.notBegun': [409, '请先扫码，再填动态码。'],
  'invitation.invalid': [404, '邀请码不对、用过了或者过期了，请找给您开通的人再要一个。'],
  'invitation.alreadyStaff': [409, '您的微信已经有工作账号了，不用再绑定。'],

  'staff.notBelow': [403, '这个人的工作不归您安排，请找上级妇联。'],
  'staff.self': [409, '自己的职务要由上级来改。'],
  'staff.lastOfficer': [409, '您是最后一位市妇联干部，请先让人接替再停用。'],
  'staff.regionWrong': [400, '请选这个职务该管的地方。'],
  'staff.trainerWrong': [400, '请选本区县的一位教师，她还没有账号。'],
  'glass.ownRegion': [409, '这是您自己的区县，不用申请，直接看就行。'],
  'glass.tooMany': [409, '今天已经申请过五次了，请明天再办。'],

  'woman.alreadyRegistered': [409, '您已经有档案了，不用再登记。'],
  'woman.villageUnknown': [400, '请选到村或社区。'],
  'woman.profileNeeded': [409, '请先登记姓名和所在的村，再接着办。'],

  'woman.known': [409, '您好像已经有档案了，请村里的帮办人帮您接上。'],
  'woman.knownElsewhere': [409, '这个身份证号在别处已有档案，请区县妇联核对。'],
  'woman.villageElsewhere': [403, '新的村不归您负责。同一个乡镇里搬家请乡镇妇联办，跨乡镇请区县妇联办。'],
  'woman.editedMeanwhile': [409, '有人刚刚改过这份档案，请先看看新内容再改。'],

  'identity.taken': [409, '这个身份证号已经在另一份档案里，请核对是不是同一个人。'],
  'identity.digits': [400, '身份证号要十八位，请对着证件再数一数。'],
  'identity.check': [400, '身份证号有一位不对，请对着证件再看一遍。'],
  'identity.birth': [400, '身份证号里的出生日期不对，请对着证件再看一遍。'],
  'identity.sex': [400, '这个身份证号不是女性的，请看看是不是填了家里人的。'],
  'identity.rounded': [400, '身份证号的后几位被表格改没了，请把这一列设成文本，重新填。'],

  'consent.needed': [409, '请先请她同意“{name}”，再填这一项。'],
  'consent.withdrawn': [409, '她已撤回“登记和安排培训”的同意，请先问过她，重新同意了再办。'],
  'erasure.reasonNeeded': [400, '请写明她是怎么提出的，比如“本人书面申请”。'],
  'claim.proofOver': [409, '时间过得久了，请再点一次“用微信手机号”。'],

  'merge.sameFile': [400, '选的是同一份档案，请选另一份。'],
  'merge.alreadyMerged': [409, '其中一份档案已经合并过了，请刷新看看。'],
  'merge.consentsDiffer': [409, '其中一份已撤回登记的同意，请先问过她，再合并。'],
  'merge.twoIdentities': [409, '两份档案的身份证号不一样，是两个人，不能合并。'],
  'merge.twoAccounts': [409, '两份档案都有人用微信登录，可能是两个人，请先问清楚。'],

  'need.noFamily': [400, '请至少点一样想学的。'],
  'need.repeated': [400, '同一样只点一次就行。'],
  'need.noMonth': [400, '请点一点哪几个月有空。'],
  'need.distanceWrong': [400, '能去多远要在1到300公里之间，请重新选。'],
  'need.missing': [409, '请先点一点想学什么，我们好按您的情况安排。'],

  'demand.placeElsewhere': [400, '算路程要选本区县里的一个乡镇或村。'],
  'sitting.dayWrong': [400, '日期要是今天或以前一年之内的一天。'],
  'sitting.idTaken': [409, '这一条和别的记录编号相同，请刷新再记。'],
  'sitting.womanTwice': [409, '这位妇女这次已经记过了，点她的名字就能改。'],
  'sitting.sameName': [409, '这个村已经有一位“{name}”，请看看是不是她；不是同一个人，再点“新建”。'],

  'batch.capacityBelowMinimum': [400, '名额不能少于最低开班人数。'],
  'batch.approvalNeeded': [409, '开班前要先报市妇联审批，请先存成计划再上报。'],
  'batch.changedMeanwhile': [409, '这个班的教师或地点刚有人改过，请看一看再办。'],
  'suggestion.noBudget': [400, '请填能办几个班，或教师一共能上几天课。'],
  'batch.reasonNeeded': [400, '请写明原因，区县才知道怎么改。'],
  'batch.venueTooSmall': [400, '这个地点最多坐{capacity}人，请减名额或换地点。'],
  'batch.sessionUnmovable': [409, '这节课已经上过了，不能再改时间。'],
  'batch.womenBusy': [409, '改到那时，班里有{count}位姐妹和别的课冲突。请换时间，或确定还是要改。'],
  'course.differs': [409, '已经有叫“{title}”的课，要求和您填的不一样。请选那门课，或换个名称。'],
  'trainer.hasBatches': [409, '她还有{count}个班没有上完，请先换教师，再停用。'],
  'venue.hasBatches': [409, '这里还有{count}个班没有上完，请先换地点，再停用。'],
  'trainer.retired': [409, '这位教师已经不再任教，请换一位。'],
  'venue.retired': [409, '这个地点已经停用，请换一个。'],
  'batch.sessionInPast': [400, '课次日期已经过去，请换一个日期。'],
  'batch.sessionRepeated': [400, '同一个半天安排了两次课，请改一个。'],
  'batch.noSession': [400, '请至少安排一个半天的课。'],
  'batch.signUpTooLate': [400, '报名截止要早于第一次课。'],
  'batch.reservesTooMany': [400, '预留名额加起来超过了总名额。'],
  'batch.trainerBusy': [409, '这位教师那个半天已经有课，请换教师或时间。'],
  'batch.venueBusy': [409, '这个地点那个半天已经有课，请换地点或时间。'],
  'batch.venueElsewhere': [400, '这个地点不在本区县，请换一个。'],
  'batch.stateForbids': [409, '这个班现在的状态不能这样办，请刷新看看。'],
  'batch.tellsNobody': [409, '这个班现在不收报名，开班收报名时再告诉她们。'],
  'batch.sessionTooFar': [400, '有课次排到一年以后了，请看看日期有没有选错。'],
  'batch.budgetWrong': [400, '预算要填钱数，最多到分，不能是负数。'],
  'batch.partnerNeeded': [400, '合办的班请写明和哪个单位合办，自己办就不用写。'],
  'batch.cancelReasonNeeded': [400, '请写明为什么取消，报了名的姐妹都会看到。'],
  'batch.notOpen': [409, '这个班现在不收报名，请看看别的班。'],
  'batch.signUpOver': [409, '报名已经截止，请看看别的班。'],
  'batch.capacityChanged': [409, '名额刚刚有人改过，请看看新的名额再改。'],
  'batch.capacityFixed': [409, '这个班已经开课、结束或取消，名额不能再改。'],
  'batch.cancelled': [409, '这个班已取消，请看看别的班。'],

  'enrolment.clash': [409, '这个班和已报的“{with}”时间冲突，先退一个再报。'],
  'enrolment.removed': [409, '妇联已把您移出这个班，有疑问请找帮办人。'],
  'enrolment.alreadyDone': [409, '这门课您已经学完了，名额留给别的姐妹吧。'],
  'enrolment.notEligible': [409, '这个班和您登记的情况不太合，请看看原因或换一个班。'],
  'enrolment.noOffer': [409, '这份录取通知已经处理过了，请刷新看看。'],
  'enrolment.offerLapsed': [409, '录取通知已过期，名额已让给候补的姐妹。'],
  'enrolment.alreadyEnded': [409, '这次报名已经结束，不用再退。'],

  'feedback.notThere': [409, '她没有上这个班，不用说有没有用。'],
  'feedback.notYet': [409, '课还没有上完，上完了再说。'],
  'feedback.notLeft': [409, '她没有退出这个班，不用说原因。'],
  'feedback.whyElsewhere': [400, '这个原因和选的不配，请重新点一个。'],

  'run.nothingToAssign': [409, '现在没有可以分配的班，请先开班。'],
  'run.stateForbids': [409, '这次分配已经往下走了，请刷新看看。'],
  'run.outdated': [409, '试算之后，名额或报名有变化，请重新试算再公布。'],
  'run.signUpStillOpen': [409, '还没有班到报名截止日，截止后再抽签。'],
  'run.alreadyDrawn': [409, '开奖号已经登记过，不能再改。'],
  'run.notDrawn': [409, '还没有登记开奖号。报名都截止后，先抽签，再公布。'],
  'run.draftFailed': [409, '试算没有算成，请再试一次。'],
  'run.draftUnderWay': [409, '正在试算，请等算完再定。'],
  'run.notPublished': [409, '结果还没有公布，公布后才能打印名单。'],
  'decision.pinned': [409, '她已经指定进了班，请先撤回那个决定。'],
  'decision.barred': [409, '已经决定不安排她进这个班，请先撤回那个决定。'],
  'decision.settled': [409, '她在这个班已经有名额、在候补，或者说过不去。'],
  'decision.clash': [409, '这个班和她的“{with}”时间冲突，请换一个班。'],
  'decision.noSeat': [409, '这个班的名额都指定完了，请先加名额。'],
  'decision.notInRun': [409, '她或者这个班没有参加这次分配，请刷新看看。'],

  'mark.notYourSession': [403, '这节课不归您签到。'],
  'mark.notOnRoster': [409, '名单里没有她，请先给她报名。'],
  'mark.tooEarly': [409, '还没到这节课的日子，不能签到。'],
  'mark.idTaken': [409, '这条签到和另一条编号相同，请重新点一次。'],
  'mark.batchStopped': [409, '这个班已取消，不能再签到。'],
  'mark.reasonNeeded': [409, '这一条要说明原因，请补上原因再点一次。'],
  'mark.sheetElsewhere': [409, '这张签到表不是这节课的，请扫这节课的表。'],
  'mark.ownCorrection': [403, '这条更正是您自己提的，要请另一个人确认。'],
  'mark.decided': [409, '这条更正已经有人处理过了，请刷新看看。'],

  'walkIn.removed': [409, '妇联已把她移出这个班，请先问妇联。'],
  'checkIn.over': [409, '这个码过时了，请扫老师手机上现在的码。'],
  'checkIn.notToday': [409, '这节课今天不上，请看看是不是别的课。'],
  'checkIn.notOnRoster': [409, '名单里没有您，请跟老师说一声。'],
  'sheet.nobody': [409, '这个班还没有录取的学员，有了再打印。'],
  'photo.unreadable': [400, '这张照片打不开，请重新拍一张。'],
  'photo.tooLarge': [413, '这张照片太大了，请拍小一点再传。'],
  'photo.tooMany': [409, '这张签到表已经传了六张照片，够了。'],
  'certificate.none': [409, '这个班还没有人结业，结班以后再打印。'],
  'certificate.unknown': [404, '没有查到这张证书，请看看编号有没有输错。'],
  'picture.unreadable': [400, '这张图片打不开，请换一张JPG、PNG或WebP图片。'],
  'recording.unknown': [400, '录音只收 MP3 和 M4A，请换一个。'],
  'picture.tooMuch': [400, '这张图片太大了，请换一张小一点的（不超过四千万像素）。'],
  'paper.unknown': [400, '附件只收PDF、Word和Excel文件，请换一个。'],
  'paper.unreadable': [400, '这个Word文件打不开，请另存为.docx再导入。'],
  'paper.tooMuch': [400, '这个文件里的东西太多了，请分成几份再导入。'],
  'workbook.unknown': [400, '这不是Excel工作簿（.xlsx），请在Excel里另存为.xlsx再传。'],
  'workbook.unreadable': [400, '这个Excel文件打不开，请在Excel里另存一份再传。'],
  'workbook.tooLarge': [413, '这个文件超过100MB了，请分成几份再传。'],
  'workbook.tooMuch': [400, '这个文件解开以后太大了，请分成几份再传。'],
  'import.noHeading': [400, '没有找到“姓名”这一列。请下载模板，对着模板的列名改好再传。'],
  'import.noRow': [400, '表里除了列名，没有别的内容，请看看是不是传错了表。'],
  'import.tooManyRows': [400, '一次最多导入十万行，请分成几份再传。'],
  'import.stopped': [409, '看到一半停下了，什么都没有写入，请再传一次。'],
  'import.notWritten': [409, '没有写完。写好的档案都在，请再试一次；要是还不行，就不要这次导入了。'],
  'import.stateForbids': [409, '这次导入已经往下走了，请刷新看看。'],
  'import.nothingNew': [409, '这份表里没有可以新建的档案，不用确认。'],
  'import.rowNotNear': [409, '这一行不用您来认，请刷新看看。'],
  'import.builtOn': [409, '有{count}份档案后来又办过别的事，不能整批撤回了，请一份一份地改。'],
  'ledger.purposeNeeded': [400, '要完整的号码，请写明用来做什么，至少四个字。'],
  'ledger.over': [409, '这份台账过了一个小时，请重新导出。'],
  'file.unknown': [400, '有一张图片或一个附件没有找到，请重新传。'],
  ...publishingRefusals,
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof refusals;

/** What a rule returns instead of a decision. */
export interface Refused {
  readonly refused: RefusalCode;
  /** What the sentence is about: the other batch's title, a field, a number. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** Thrown by a service to answer with a refusal; the filter turns it into a 4xx. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly about: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  get status(): number {
    return refusals[this.code][0];
  }

  /** With what it is about in the place of `{name}`. */
  get sentence(): string {
    return refusals[this.code][1].replace(/\{(\w+)\}/g, (_, name: string) => String(this.about[name] ?? ''));
  }
}

/** Passes a decision through, or throws the refusal that stands in its place. */
export function decided<Decision extends object>(answer: Decision | Refused): Decision {
  if ('refused' in answer) throw new Refusal(answer.refused, answer.about);
  return answer;
}

/** The thing itself, or the refusal that hides whether it exists. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Refusal('thing.notFound');
  return thing;
}
