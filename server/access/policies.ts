import { accountsPolicy } from './policies/accounts.policy';
import { articlesPolicy } from './policies/articles.policy';
import { assignmentPolicy } from './policies/assignment.policy';
import { attendancePolicy } from './policies/attendance.policy';
import { certificatesPolicy } from './policies/certificates.policy';
import { checksPolicy } from './policies/checks.policy';
import { coursesPolicy } from './policies/courses.policy';
import { duplicatesPolicy } from './policies/duplicates.policy';
import { enrolmentsPolicy } from './policies/enrolments.policy';
import { feedbackPolicy } from './policies/feedback.policy';
import { filesPolicy } from './policies/files.policy';
import { ledgersPolicy } from './policies/ledgers.policy';
import { needsPolicy } from './policies/needs.policy';
import { storiesPolicy } from './policies/stories.policy';
import { noticesPolicy } from './policies/notices.policy';
import { womenPolicy } from './policies/women.policy';
import type { Role } from './roles.rules';

/** Who may do an action: the roles named, or anyone who has signed in. */
export type Allowed = readonly (Role | 'anyone')[];

/** Every action of the house, noun by noun. What is not written here nobody may do. */
export const policies = {
  ...accountsPolicy,
  ...womenPolicy,
  ...needsPolicy,
  ...ledgersPolicy,
  ...coursesPolicy,
  ...noticesPolicy,
  ...enrolmentsPolicy,
  ...certificatesPolicy,
  ...assignmentPolicy,
  ...attendancePolicy,
  ...feedbackPolicy,
  ...duplicatesPolicy,
  ...articlesPolicy,
  ...filesPolicy,
  ...checksPolicy,
  ...storiesPolicy,
} as const satisfies Record<string, Allowed>;

export type Action = keyof typeof policies;
