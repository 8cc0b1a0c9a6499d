import { BreakGlass } from '../access/break-glass/break-glass.entity';
import { Account, AccountRole, SignIn } from '../accounts/account.entity';
import {
  KnownDevice,
  OneTimeKey,
  Password,
  RecoveryCode,
  SignInFailure,
} from '../accounts/credentials/credential.entity';
import { Invitation } from '../accounts/invitations/invitation.entity';
import { SignInTicket } from '../accounts/tickets/ticket.entity';
import { Article, ArticleRevision } from '../articles/article.entity';
import { UnsavedArticle } from '../articles/unsaved.entity';
import { ArticleRemark, ArticleReview } from '../articles/reviews/review.entity';
import { ArticleReads } from '../articles/reading/reads.entity';
import { Edition, ShelfPlace, ShelfWord, ShelvedArticle } from '../articles/reading/shelf.entity';
import { RunDecision } from '../assignment/decisions/decision.entity';
import { Drafting, RunInput } from '../assignment/drafting/drafting.entity';
import { Lottery } from '../assignment/lottery/lottery.entity';
import { AssignmentRun, RunBatch, RunOutcome } from '../assignment/run.entity';
import { CheckIn } from '../attendance/check-ins/check-in.entity';
import { AttendanceMark, MarkDecision } from '../attendance/mark.entity';
import { SessionSheet, SheetPhoto, SheetPhotoPart } from '../attendance/sheets/sheet.entity';
import { WalkIn } from '../attendance/walk-ins/walk-in.entity';
import { Certificate } from '../certificates/certificate.entity';
import { Check } from '../checks/check.entity';
import { Batch, Session } from '../courses/batch.entity';
import { ApprovalRule } from '../courses/approval/approval-rule.entity';
import { FarmSeasonRow } from '../courses/calendar/farm-season.entity';
import { BatchChange, BatchPlan } from '../courses/plans/batch-plan.entity';
import { Completion } from '../courses/completion.entity';
import { AssignmentPolicy } from '../courses/policy.entity';
import { Course, Trainer, Venue } from '../courses/course.entity';
import { StoredFile } from '../files/stored-file.entity';
import { Import, ImportPart } from '../imports/import.entity';
import { Ledger } from '../ledgers/ledger.entity';
import { Merge } from '../duplicates/merge.entity';
import { NearKey, NearPair } from '../duplicates/near.entity';
import { CapacityChange, Enrolment, EnrolmentChange, RequestKeyRow } from '../enrolments/enrolment.entity';
import { Feedback } from '../feedback/feedback.entity';
import { Demand } from '../needs/board/demand.entity';
import { Need, NeedCardRow, NeedConfirmation } from '../needs/need.entity';
import { Sitting, SittingEntry } from '../needs/sittings/sitting.entity';
import { Delivery, DeliveryAttempt } from '../notices/delivery/delivery.entity';
import { Notice } from '../notices/notice.entity';
import { StaffTask } from '../notices/tasks/task.entity';
import { RecordRow } from '../records/record.entity';
import { Region } from '../regions/region.entity';
import { Story, StoryStepRow, StoryTarget } from '../stories/story.entity';
import { WechatToken } from '../wechat/access-token.entity';
import { MediaVerdict } from '../wechat/pushes/media-verdict.entity';
import { WomanChange } from '../women/change.entity';
import { Consent, Woman } from '../women/woman.entity';

/** Every table of the house. A new one comes with its migration. */
export const entities = [
  ...[Region, Account, AccountRole, SignIn, Woman, WomanChange, Consent, NeedCardRow, Need],
  ...[Demand, NeedConfirmation, Sitting, SittingEntry],
  ...[Password, OneTimeKey, RecoveryCode, KnownDevice, SignInFailure, Invitation, SignInTicket, BreakGlass],
  ...[Course, Trainer, Venue, Batch, Session, Completion, Enrolment, EnrolmentChange],
  ...[BatchPlan, BatchChange, ApprovalRule, FarmSeasonRow],
  ...[CapacityChange, RequestKeyRow],
  ...[AssignmentPolicy, AssignmentRun, RunBatch, RunOutcome],
  ...[RunInput, RunDecision, Drafting, Lottery],
  ...[AttendanceMark, MarkDecision, WalkIn, CheckIn, SessionSheet, SheetPhoto, SheetPhotoPart, Certificate],
  Feedback,
  ...[
    Article,
    ArticleRevision,
    Notice,
    StaffTask,
    Delivery,
    DeliveryAttempt,
    RecordRow,
    Merge,
    NearKey,
    NearPair,
  ],
  ...[WechatToken, MediaVerdict],
  ...[Import, ImportPart, Ledger],
  ...[Story, StoryStepRow, StoryTarget, UnsavedArticle],
  ...[Check, StoredFile, ArticleReview, ArticleRemark],
  ...[Edition, ShelvedArticle, ShelfPlace, ShelfWord, ArticleReads],
];
