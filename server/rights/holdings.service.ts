import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { sayInstant } from '../calendar/days.rules';
import { CertificatesService } from '../certificates/certificates.service';
import { EnrolmentsService } from '../enrolments/enrolments.service';
import { FeedbackService } from '../feedback/feedback.service';
import { leavingReasonNames, opinionNames, whyNames } from '../feedback/feedback.rules';
import type { HerFeedbackView } from '../feedback/feedback.view';
import { workbook } from '../files/sheets/sheet-writer';
import { familyNames } from '../needs/families.rules';
import { NeedsService } from '../needs/needs.service';
import { NoticesService } from '../notices/notices.service';
import { recordedDeeds } from '../records/records.rules';
import { RecordsService } from '../records/records.service';
import { educations, relations } from '../women/profile.rules';
import { ProfilesService } from '../women/profiles.service';
import type { ProfileView } from '../women/profiles.view';
import { StoriesService } from '../stories/stories.service';
import { storyStageNames } from '../stories/stories.rules';
import { WomenService } from '../women/women.service';
import { RightsService } from './rights.service';
import type { HoldingLineView, HoldingView } from './rights.view';

/** All that is kept of one woman, in words that she can read. */
@Injectable()
export class HoldingsService {
  constructor(
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(EnrolmentsService) private readonly enrolments: EnrolmentsService,
    @Inject(CertificatesService) private readonly certificates: CertificatesService,
    @Inject(FeedbackService) private readonly feedback: FeedbackService,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(StoriesService) private readonly stories: StoriesService,
    @Inject(RightsService) private readonly rights: RightsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async all(actor: Actor, womanId: string): Promise<HoldingView[]> {
    const { id } = await this.women.served(actor, womanId, 'women.rights');
    const [profile, card, enrolments, certificates, feedback, notices, consents, changes, records, stories] =
      await Promise.all([
        this.profiles.read(actor, id),
        this.needs.read(actor, id),
        this.enrolments.ofWoman(actor, id),
        this.certificates.ofWoman(actor, id),
        this.feedback.ofWoman(actor, id),
        this.notices.inbox(actor, id),
        this.rights.consents(actor, id),
        this.profiles.changes(actor, id),
        this.records.ofWoman(id),
        this.stories.ofWoman(id),
      ]);
    const line = (what: string, value: string): HoldingLineView => ({ what, value });
    return [
      { title: '档案', lines: profileLines(profile) },
      {
        title: '想学什么',
        lines: card
          ? [
              line('想学', card.families.map((family) => familyNames[family]).join('、')),
              line('有空的月份', card.freeMonths.map((month) => `${month}月`).join(' ')),
              line('最远', `${card.farthestKm}公里`),
              line('孩子要有人看', card.needsChildCare ? '是' : '否'),
              line('干不了重活', card.isBodyLimited ? '是' : '否'),
            ]
          : [],
      },
      {
        title: '报名和上课',
        lines: enrolments.map(({ batch, stateName }) => line(batch.title, stateName ?? '')),
      },
      {
        title: '证书',
        lines: certificates.map(({ title, number, completedOn }) => line(title, `${number}，${completedOn}`)),
      },
      { title: '我对课程说过的', lines: feedback.flatMap(feedbackLines) },
      { title: '写我的故事', lines: stories.map(({ title, stage }) => line(title, storyStageNames[stage])) },
      {
        title: '给我的通知',
        lines: notices.map(({ createdAt, sentence }) => line(sayInstant(createdAt), sentence)),
      },
      {
        title: '我同意过什么',
        lines: consents.flatMap(({ name, history }) =>
          history.map(({ at, isWithdrawal, byHand }) =>
            line(sayInstant(at), `${isWithdrawal ? '撤回' : '同意'}：${name}（${byHand}）`),
          ),
        ),
      },
      {
        title: '档案改过什么',
        lines: changes.map(({ at, byName, fieldName, before, after }) =>
          line(sayInstant(at), `${byName} ${fieldName}${sayChange(before, after)}`),
        ),
      },
      {
        title: '谁看过或动过我的档案',
        lines: records.map(({ at, deed, said }) => line(sayInstant(at), `${recordedDeeds[deed]}：${said}`)),
      },
    ];
  }

  /** The same as an .xlsx, to keep or to take elsewhere (PIPL art. 45). Whole numbers stay masked. */
  async file(actor: Actor, womanId: string): Promise<StreamableFile> {
    const parts = await this.all(actor, womanId);
    return workbook({
      fileName: '我的档案',
      notes: [`妇联登记的全部内容，${sayInstant(this.clock.now())} 导出`],
      columns: [
        { title: '哪一类', width: 20 },
        { title: '什么', width: 30 },
        { title: '内容', width: 60 },
      ],
      rows: parts.flatMap(({ title, lines }) => lines.map(({ what, value }) => [title, what, value])),
    });
  }
}

function feedbackLines({ title, opinion, why, reason }: HerFeedbackView): HoldingLineView[] {
  const said = [
    ...(opinion ? [opinionNames[opinion], ...(why ? [whyNames[why]] : [])] : []),
    ...(reason ? [`没学完：${leavingReasonNames[reason]}`] : []),
  ];
  return said.length > 0 ? [{ what: title, value: said.join('，') }] : [];
}

function sayChange(before: string | null, after: string | null): string {
  if (before === null && after === null) return '';
  return `：${before ?? '空'} → ${after ?? '空'}`;
}

function profileLines(profile: ProfileView): HoldingLineView[] {
  const { bornOn, bornInYear, isRegisteredPoor, povertySource, povertyAsOf } = profile;
  const facts: readonly (readonly [what: string, value: string | null])[] = [
    ['姓名', profile.name],
    ['所在的村', profile.villageName],
    ['手机号', profile.phone],
    ['身份证号', profile.identity],
    ['出生', bornOn ?? (bornInYear === null ? null : `${bornInYear}年`)],
    ['户编号', profile.householdCode],
    ['与户主关系', profile.relation && relations[profile.relation]],
    ['文化程度', profile.education && educations[profile.education]],
    ['健康情况', profile.healthLimits],
    ['备注', profile.notes],
    ['建档立卡', isRegisteredPoor ? `是（${povertySource ?? ''} ${povertyAsOf ?? ''}）` : '否'],
  ];
  return facts.flatMap(([what, value]) => (value === null ? [] : [{ what, value }]));
}
