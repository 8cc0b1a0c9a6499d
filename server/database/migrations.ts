import { demand } from './migrations/demand';
import { endings } from './migrations/endings';
import { facts } from './migrations/facts';
import { feedback } from './migrations/feedback';
import { files } from './migrations/files';
import { imports } from './migrations/imports';
import { ledgers } from './migrations/ledgers';
import { merges } from './migrations/merges';
import { near } from './migrations/near';
import { people } from './migrations/people';
import { planning } from './migrations/planning';
import { profiles } from './migrations/profiles';
import { publicity } from './migrations/publicity';
import { publishing } from './migrations/publishing';
import { reading } from './migrations/reading';
import { records } from './migrations/records';
import { register } from './migrations/register';
import { rosters } from './migrations/rosters';
import { runs } from './migrations/runs';
import { seats } from './migrations/seats';
import { staff } from './migrations/staff';
import { stories } from './migrations/stories';
import { tasks } from './migrations/tasks';
import { telling } from './migrations/telling';
import { training } from './migrations/training';
import { wechat } from './migrations/wechat';
import { workPhones } from './migrations/work-phones';

/** Every step from an empty database to today's, in the order of their stamps. */
export const migrations = [
  ...people,
  ...training,
  ...publicity,
  ...facts,
  ...seats,
  ...records,
  ...runs,
  ...endings,
  ...merges,
  ...staff,
  ...register,
  ...profiles,
  ...publishing,
  ...planning,
  ...reading,
  ...files,
  ...wechat,
  ...demand,
  ...imports,
  ...ledgers,
  ...near,
  ...telling,
  ...stories,
  ...rosters,
  ...tasks,
  ...workPhones,
  ...feedback,
];
