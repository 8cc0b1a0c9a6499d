import { Controller, Get, Module } from '@nestjs/common';
import { readSettings } from '../../config/settings';
import type { DraftingView, RunView } from '../../server/assignment/runs.view';
import type { DraftView } from '../../server/articles/articles.view';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import { createApp } from '../../server/create-app';
import { newId } from '../../server/database/new-id';
import type { LedgerView } from '../../server/ledgers/ledgers.view';
import type { NewSheetView, SheetPhotoView } from '../../server/attendance/sheets/sheets.view';
import { Certificate } from '../../server/certificates/certificate.entity';
import { Story } from '../../server/stories/story.entity';
import { Notice } from '../../server/notices/notice.entity';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  aCard,
  anEntry,
  aTrainer,
  auditor,
  aWoman,
  cityOfficer,
  countyOfficer,
  editor,
  helper,
  keepCard,
  type HouseWoman,
} from '../support/house/people';
import { anOffice, type Office } from '../support/house/office';
import { aPhoto } from '../support/house/photo';
import { bayan, yanshou } from '../support/house/places';
import { bodyFor, queryFor } from '../support/house/bodies';
import { aStory } from '../support/house/stories';
import { publish } from '../support/house/publishing';
import { agreed, aRegister, aRegisterRow, lookedThrough, written } from '../support/house/registers';
import { aDraw, afterSignUp } from '../support/house/runs';
import { aBatch, aPlan, giveUp, signUp, standing, type SentBatch } from '../support/house/teaching';

/** Those who ask, in the order of the columns below. The last four hold the right role in the wrong place. */
const askers = [
  ...['nobody', 'woman', 'helper', 'trainer', 'county officer', 'city officer', 'editor', 'auditor'],
  ...['woman elsewhere', 'helper elsewhere', 'trainer elsewhere', 'county officer elsewhere'],
] as const;

/** What each route answers to each of them, asked for things of one county. Every route of the server has its row. */
const table = `
                                                nobody woman helper trainer county city editor auditor | woman helper trainer county
  GET    /api/health                             200   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/wechat/pushes                      404   404   404    404    404   404   404    404    |  404    404    404    404
  POST   /api/wechat/pushes                      404   404   404    404    404   404   404    404    |  404    404    404    404
  POST   /api/sign-ins                           201   201   201    201    201   201   201    201    |  201    201    201    201
  DELETE /api/sign-ins/current                   401   204   204    204    204   204   204    204    |  204    204    204    204
  GET    /api/me                                 401   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/me/work-phone                      401   403   200    200    200   200   200    200    |  403    200    200    200
  PUT    /api/me/work-phone                      401   403   204    204    204   204   204    204    |  403    204    204    204
  POST   /api/password-sign-ins                  201   201   201    201    201   201   201    201    |  201    201    201    201
  GET    /api/sign-ins                           401   200   200    200    200   200   200    200    |  200    200    200    200
  DELETE /api/sign-ins/:id                       401   204   404    404    404   404   404    404    |  404    404    404    404
  PUT    /api/credentials/password               401   403   204    204    204   204   204    204    |  403    204    204    204
  GET    /api/credentials                        401   403   200    200    200   200   200    200    |  403    200    200    200
  POST   /api/credentials/codes                  401   403   201    201    201   201   201    201    |  403    201    201    201
  POST   /api/credentials/codes/confirmation     401   403   403    403    403   403   403    403    |  403    403    403    403
  POST   /api/credentials/codes/removal          401   403   403    403    403   403   403    403    |  403    403    403    403
  POST   /api/credentials/wechat                 401   403   201    201    201   201   201    201    |  403    201    201    201
  POST   /api/sign-in-tickets                    201   201   201    201    201   201   201    201    |  201    201    201    201
  GET    /api/sign-in-tickets/:id                401   403   200    200    200   200   200    200    |  403    200    200    200
  POST   /api/sign-in-tickets/:id/approval       401   403   204    204    204   204   204    204    |  403    204    204    204
  POST   /api/sign-in-tickets/:id/exchange       200   200   200    200    200   200   200    200    |  200    200    200    200
  POST   /api/invitations/reading                200   200   200    200    200   200   200    200    |  200    200    200    200
  POST   /api/invitations/acceptance             201   201   201    201    201   201   201    201    |  201    201    201    201
  POST   /api/invitations/binding                401   404   409    409    409   409   409    409    |  404    409    409    409
  GET    /api/staff                              401   403   403    403    200   200   403    403    |  403    403    403    200
  POST   /api/staff                              401   403   403    403    201   403   403    403    |  403    403    403    404
  POST   /api/staff/:id/invitation               401   403   403    403    201   201   403    403    |  403    403    403    404
  POST   /api/staff/:id/offices                  401   403   403    403    204   403   403    403    |  403    403    403    404
  POST   /api/staff/:id/offices/end              401   403   403    403    204   403   403    403    |  403    403    403    404
  POST   /api/staff/:id/suspension               401   403   403    403    204   204   403    403    |  403    403    403    404
  POST   /api/staff/:id/restoration              401   403   403    403    204   204   403    403    |  403    403    403    404
  GET    /api/break-glass                        401   403   403    403    200   403   403    200    |  403    403    403    200
  POST   /api/break-glass                        401   403   403    403    201   403   403    403    |  403    403    403    201
  DELETE /api/break-glass/:id                    401   403   403    403    204   403   403    403    |  403    403    403    404
  GET    /api/records                            401   403   403    403    403   403   403    200    |  403    403    403    403
  GET    /api/regions                            200   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/women                              401   403   200    403    200   403   403    403    |  403    200    403    200
  POST   /api/women                              401   409   201    403    403   403   403    403    |  409    403    403    403
  GET    /api/women/:id                          401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/notices                  401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/notices/seen                       401   204   204    204    204   204   204    204    |  204    204    204    204
  GET    /api/tasks                              401   403   200    200    200   200   200    200    |  403    200    200    200
  GET    /api/subscriptions                      401   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/calls                              401   403   200    403    200   403   403    403    |  403    200    403    200
  POST   /api/calls/:id/results                  401   403   409    403    409   403   403    403    |  403    404    403    404
  GET    /api/women/:id/need-card                401   200   200    403    200   403   403    403    |  404    404    403    404
  PUT    /api/women/:id/need-card                401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/women/:id/need-card/confirmation   401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/enrolments               401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/assignment               401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/profile                 401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/changes                 401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/consents                401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/women/:id/consents                401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/holdings                401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/holdings/file           401   200   200    403    200   403   403    403    |  404    404    403    404
  PUT    /api/women/:id/profile                 401   403   200    403    200   403   403    403    |  403    404    403    404
  PUT    /api/women/:id/village                 401   403   200    403    200   403   403    403    |  403    404    403    404
  POST   /api/women/:id/reveals                 401   403   404    403    404   403   403    403    |  403    404    403    404
  POST   /api/women/:id/erasure                 401   204   204    403    204   403   403    403    |  404    404    403    404
  POST   /api/imports                            401   403   403    403    400   403   403    403    |  403    403    403    400
  GET    /api/imports                            401   403   403    403    200   403   403    403    |  403    403    403    200
  GET    /api/imports/template                   401   403   403    403    200   403   403    403    |  403    403    403    200
  GET    /api/imports/:id                        401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/imports/:id/rows                   401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/imports/:id/left-out               401   403   403    403    200   403   403    403    |  403    403    403    404
  PUT    /api/imports/:id/near-rows              401   403   403    403    409   403   403    403    |  403    403    403    404
  POST   /api/imports/:id/confirmation           401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/imports/:id/undoing                401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/imports/:id/dropping               401   403   403    403    409   403   403    403    |  403    403    403    404
  POST   /api/ledgers                            401   403   403    403    201   403   403    403    |  403    403    403    403
  GET    /api/ledgers                            401   403   200    403    200   403   403    403    |  403    200    403    200
  GET    /api/ledgers/:id/workbook               401   403   404    403    200   403   403    403    |  403    404    403    404
  GET    /api/region-files/:code                 401   403   200    403    200   200   403    403    |  403    404    403    404
  GET    /api/region-files/:code/women           401   403   200    403    200   403   403    403    |  403    404    403    404
  GET    /api/region-files/:code/paper           401   403   200    403    200   200   403    403    |  403    404    403    404
  GET    /api/demand                             401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/demand/women                       401   403   403    403    200   403   403    403    |  403    403    403    200
  GET    /api/demand/months                      401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/demand/workbook                    401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/sittings                           401   403   200    403    200   403   403    403    |  403    200    403    200
  GET    /api/sittings/:id                       401   403   200    403    200   403   403    403    |  403    404    403    404
  PUT    /api/sittings/:id                       401   403   200    403    409   403   403    403    |  403    403    403    403
  PUT    /api/sittings/:id/entries/:entryId      401   403   200    403    200   403   403    403    |  403    404    403    404
  GET    /api/batches                            200   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/batches/:id                        200   200   200    200    200   200   200    200    |  200    200    200    200
  POST   /api/batches                            401   403   403    403    201   403   403    403    |  403    403    403    404
  GET    /api/planning                           401   403   403    403    200   200   403    403    |  403    403    403    200
  POST   /api/suggestions                        401   403   403    403    200   403   403    403    |  403    403    403    200
  GET    /api/planning/busy                      401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/batch-plans                        401   403   403    403    200   200   403    403    |  403    403    403    200
  POST   /api/batch-plans                        401   403   403    403    201   403   403    403    |  403    403    403    404
  GET    /api/batch-plans/:id                    401   403   403    403    200   200   403    403    |  403    403    403    404
  PUT    /api/batch-plans/:id                    401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/batch-plans/:id/steps              401   403   403    403    409   403   403    403    |  403    403    403    404
  GET    /api/approval-rule                      401   403   403    403    200   200   403    403    |  403    403    403    200
  PUT    /api/approval-rule                      401   403   403    403    403   200   403    403    |  403    403    403    403
  GET    /api/farm-seasons                       401   403   403    403    200   403   403    403    |  403    403    403    200
  PUT    /api/farm-seasons                       401   403   403    403    200   403   403    403    |  403    403    403    200
  GET    /api/trainers                           401   403   403    403    200   200   403    403    |  403    403    403    200
  POST   /api/trainers                           401   403   403    403    201   403   403    403    |  403    403    403    201
  PUT    /api/trainers/:id                       401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/trainers/:id/retirement            401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/venues                             401   403   403    403    200   200   403    403    |  403    403    403    200
  PUT    /api/venues/:id                         401   403   403    403    200   403   403    403    |  403    403    403    400
  POST   /api/venues/:id/retirement              401   403   403    403    200   403   403    403    |  403    403    403    404
  PUT    /api/sessions/:id/slot                  401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/batches/:id/cancellation           401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/venues                             401   403   403    403    201   403   403    403    |  403    403    403    400
  POST   /api/batches/:id/enrolments             401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/batches/:id/standing               401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/batches/:id/enrolments             401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/batches/:id/candidates             401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/batches/:id/announcement           401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/enrolments/:id/acceptance          401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/enrolments/:id/declining           401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/enrolments/:id/giving-up           401   200   200    403    200   403   403    403    |  404    404    403    404
  POST   /api/enrolments/:id/removal             401   403   200    403    200   403   403    403    |  403    404    403    404
  POST   /api/enrolments/:id/opinion             401   409   409    403    409   403   403    403    |  404    404    403    404
  POST   /api/enrolments/:id/leaving-reason      401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/women/:id/feedback                 401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/feedback/batches                   401   403   200    403    200   403   403    403    |  403    200    403    200
  GET    /api/batches/:id/feedback               401   403   403    200    200   403   403    403    |  403    403    404    404
  GET    /api/batches/:id/feedback/women         401   403   200    403    200   403   403    403    |  403    404    403    404
  GET    /api/demand/past                        401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/demand/past/months                 401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/demand/past/women                  401   403   403    403    200   403   403    403    |  403    403    403    200
  PUT    /api/batches/:id/capacity               401   403   403    403    200   403   403    403    |  403    403    403    404
  POST   /api/assignment-runs                    401   403   403    403    201   201   403    403    |  403    403    403    404
  GET    /api/assignment-runs/drafting           401   403   403    403    200   200   403    403    |  403    403    403    404
  GET    /api/assignment-runs                    401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/assignment-runs/:id                401   403   403    403    200   200   403    403    |  403    403    403    404
  GET    /api/assignment-runs/:id/women          401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/assignment-runs/:id/sheet          401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/assignment-runs/:id/unmet          401   403   403    403    200   200   403    403    |  403    403    403    404
  POST   /api/assignment-runs/:id/trials         401   403   403    403    200   404   403    403    |  403    403    403    404
  POST   /api/assignment-runs/:id/decisions      401   403   403    403    201   201   403    403    |  403    403    403    404
  DELETE /api/assignment-runs/:id/decisions/:decisionId 401 403 403 403    200   200   403    403    |  403    403    403    404
  POST   /api/lotteries/draws                    401   403   403    403    200   200   403    403    |  403    403    403    404
  GET    /api/lotteries                          200   200   200    200    200   200   200    200    |  200    200    200    200
  POST   /api/assignment-runs/:id/review         401   403   403    403    200   409   403    403    |  403    403    403    404
  POST   /api/assignment-runs/:id/publication    401   403   403    403    200   409   403    403    |  403    403    403    404
  GET    /api/assignment-runs/:id/board          401   403   403    403    200   403   403    403    |  403    403    403    404
  GET    /api/sessions                           401   403   403    200    403   403   403    403    |  403    403    200    403
  GET    /api/sessions/:id/roster                401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/attendance-marks                   401   403   403    200    200   403   403    403    |  403    403    200    200
  GET    /api/sessions/:id/evidence              401   403   403    200    200   403   403    403    |  403    403    404    404
  GET    /api/sessions/:id/walk-ins/candidates   401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/sessions/:id/walk-ins              401   403   403    409    409   403   403    403    |  403    403    404    404
  GET    /api/sessions/:id/code                  401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/check-ins                          401   409   403    403    403   403   403    403    |  409    403    403    403
  GET    /api/sessions/:id/sheets                401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/sessions/:id/sheets                401   403   403    201    201   403   403    403    |  403    403    404    404
  GET    /api/sheets/:id                         401   403   403    200    200   403   403    403    |  403    403    404    404
  GET    /api/sheets/:id/paper                   401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/sheets/:id/photos                  401   403   403    400    400   403   403    403    |  403    403    404    404
  GET    /api/sheet-photos/:id                   401   403   403    200    200   403   403    403    |  403    403    404    404
  GET    /api/batches/:id/cards                  401   403   403    409    409   403   403    403    |  403    403    404    404
  GET    /api/attendance-corrections             401   403   403    200    200   403   403    403    |  403    403    200    200
  POST   /api/attendance-corrections/:id/decision 401  403   403    404    404   403   403    403    |  403    403    404    404
  GET    /api/certificates/check                 404   404   404    404    404   404   404    404    |  404    404    404    404
  GET    /api/women/:id/certificates             401   200   200    403   200   403   403    403    |  404    404    403    404
  GET    /api/certificates/:id/paper             401   200   200    403   200   403   403    403    |  404    404    403    404
  GET    /api/batches/:id/certificates           401   403   403    403   200   403   403    403    |  403    403    403    404
  GET    /api/batches/:id/attendance             401   403   403    200    200   403   403    403    |  403    403    404    404
  POST   /api/merges                             401   403   400    403    400   403   403    403    |  403    404    403    404
  GET    /api/merges                             401   403   200    403    200   403   403    403    |  403    200    403    200
  POST   /api/merges/previews                    401   403   400    403    400   403   403    403    |  403    404    403    404
  POST   /api/merges/:id/undoing                 401   403   404    403    404   403   403    403    |  403    404    403    404
  POST   /api/claims/phones                      401   200   403    403    403   403   403    403    |  200    403    403    403
  POST   /api/claims                             401   409   403    403    403   403   403    403    |  409    403    403    403
  GET    /api/near-pairs                         401   403   200    403    200   403   403    403    |  403    200    403    200
  GET    /api/near-pairs/count                   401   403   200    403    200   403   403    403    |  403    200    403    200
  POST   /api/near-pairs/looks                   401   403   200    403    200   403   403    403    |  403    403    403    403
  POST   /api/near-pairs/partings                401   403   400    403    400   403   403    403    |  403    404    403    404
  GET    /api/articles                           200   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/articles/:id                       200   200   200    200    200   200   200    200    |  200    200    200    200
  GET    /api/articles/:id/poster                200   200   200    200    200   200   200    200    |  200    200    200    200
  POST   /api/files/pictures                     401   403   403    403    400   400   400    403    |  403    403    403    400
  POST   /api/files/papers                       401   403   403    403    400   400   400    403    |  403    403    403    400
  GET    /api/files/:id                          404   404   404    404    404   404   404    404    |  404    404    404    404
  POST   /api/articles/:id/reads                 204   204   204    204    204   204   204    204    |  204    204    204    204
  GET    /api/drafts                             401   403   403    403    200   200   200    403    |  403    403    403    200
  GET    /api/drafts/:id                         401   403   403    403    200   200   200    403    |  403    403    403    404
  GET    /api/drafts/:id/revisions               401   403   403    403    200   200   200    403    |  403    403    403    404
  GET    /api/drafts/:id/comparison              401   403   403    403    200   200   200    403    |  403    403    403    404
  POST   /api/articles                           401   403   403    403    201   201   201    403    |  403    403    403    403
  PUT    /api/articles/:id                       401   403   403    403    200   200   200    403    |  403    403    403    403
  PUT    /api/articles/:id/unsaved               401   403   403    403    204   204   204    403    |  403    403    403    404
  POST   /api/articles/:id/submission            401   403   403    403    200   409   409    403    |  403    403    403    404
  POST   /api/articles/:id/remarks               401   403   403    403    200   200   200    403    |  403    403    403    404
  POST   /api/articles/:id/reviews               401   403   403    403    403   403   403    403    |  403    403    403    404
  POST   /api/articles/:id/taking-back           401   403   403    403    200   409   409    403    |  403    403    403    404
  POST   /api/article-remarks/:id/answer         401   403   403    403    404   404   404    403    |  403    403    403    404
  PUT    /api/articles/:id/pin                   401   403   403    403    403   200   403    403    |  403    403    403    403
  POST   /api/article-imports/html               401   403   403    403    200   200   200    403    |  403    403    403    200
  POST   /api/article-imports/docx               401   403   403    403    400   400   400    403    |  403    403    403    400
  POST   /api/articles/:id/publication           401   403   403    403    403   409   403    403    |  403    403    403    403
  POST   /api/articles/:id/withdrawal            401   403   403    403    403   200   403    403    |  403    403    403    403
  GET    /api/stories                            401   403   200    403    200   200   403    403    |  403    200    403    200
  GET    /api/story-counts                       401   403   200    403    200   200   403    403    |  403    200    403    200
  PUT    /api/story-targets                      401   403   403    403    200   200   403    403    |  403    403    403    403
  POST   /api/women/:id/stories                  401   403   201    403    201   403   403    403    |  403    404    403    404
  GET    /api/stories/:id                        401   403   200    403    200   200   403    403    |  403    404    403    404
  PUT    /api/stories/:id                        401   403   409    403    403   403   403    403    |  403    404    403    404
  POST   /api/stories/:id/photos                 401   403   409    403    403   403   403    403    |  403    404    403    404
  POST   /api/stories/:id/steps                  401   403   403    403    403   200   403    403    |  403    404    403    404
  GET    /api/women/:id/helpers                  401   200   200    403    200   403   403    403    |  404    404    403    404
  GET    /api/village-boards/paper               401   403   200    403    200   200   403    403    |  403    404    403    404
  POST   /api/files/recordings                   401   403   403    403    400   400   400    403    |  403    403    403    400
  GET    /api/checks                             401   403   403    403    200   200   403    403    |  403    403    403    200
  GET    /api/checks/:id/picture                 401   403   403    403    404   404   403    403    |  403    403    403    404
  POST   /api/checks/:id/appeal                  401   403   404    403    404   404   404    403    |  403    404    403    404
  POST   /api/checks/:id/decision                401   403   403    403    404   404   403    403    |  403    403    403    404
  GET    /api/lent-pictures/:id                  404   404   404    404    404   404   404    404    |  404    404    404    404
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [method = '', path = '', ...verdicts] = line.split('|').join(' ').trim().split(/\s+/);
    return { route: `${method} ${path}`, method, path, verdicts: verdicts.map(Number) };
  });

describeHouse('Access', () => {
  let house: House;
  const callers: Record<string, Caller> = {};
  let her: HouseWoman;
  let batch: SentBatch;
  let toFill: SentBatch;
  let run: Sent<RunView>;
  let decisionId: string;
  let article: Sent<DraftView>;
  let office: Office;
  let sheetId: string;
  let photoId: string;
  let certificateId: string;
  let importId: string;
  let ledgerId: string;
  let storyId: string;
  let planned: Sent<BatchPlanView>['batch'];
  let toCancel: SentBatch;
  let trainerId: string;
  let venueId: string;
  let offerNoticeId: string;
  /** Three enrolments of hers: one to accept, one to decline, one to give up. */
  const enrolments: Record<'acceptance' | 'declining' | 'giving-up' | 'removal', string> = {
    acceptance: '',
    declining: '',
    'giving-up': '',
    removal: '',
  };

  beforeAll(async () => {
    house = await openHouse();
    her = await aWoman(house);
    const trainer = await aTrainer(house);
    callers['nobody'] = house.nobody;
    callers['woman'] = her.calls;
    callers['helper'] = await helper(house, yanshou.villages[0]);
    callers['trainer'] = trainer.calls;
    callers['county officer'] = await countyOfficer(house, yanshou.county);
    callers['city officer'] = await cityOfficer(house);
    callers['editor'] = await editor(house);
    callers['auditor'] = await auditor(house);
    callers['woman elsewhere'] = (await aWoman(house, { villageCode: bayan.village })).calls;
    callers['helper elsewhere'] = await helper(house, bayan.village);
    callers['trainer elsewhere'] = (await aTrainer(house, bayan.county)).calls;
    callers['county officer elsewhere'] = await countyOfficer(house, bayan.county);

    const officer = callers['county officer'];
    office = await anOffice(house, officer, her.calls);
    await keepCard(her);
    granted(await callers['helper'].put(`/sittings/${sittingId}`, aMeeting));
    for (const what of ['acceptance', 'declining', 'removal'] as const)
      enrolments[what] = await anOffer(officer);
    const offerNotice = { womanId: her.id, event: 'seat_from_waiting' } as const;
    offerNoticeId = (await house.database.rows.findOneByOrFail(Notice, offerNotice)).id;
    batch = await aBatch(house, { trainerId: trainer.id }, officer);
    enrolments['giving-up'] = (await signUp(her, batch)).enrolmentId!;
    toFill = await aBatch(house, { admission: 'assignment' }, officer);
    planned = granted(await officer.post<BatchPlanView>('/batch-plans', await aPlan(house, officer))).batch;
    toCancel = await aBatch(house, {}, officer);
    ({ trainerId, venueId } = await aPlan(house, officer));
    house.setClock(afterSignUp);
    granted(await officer.post('/lotteries/draws', { regionCode: yanshou.county, ...aDraw }));
    house.setClock(monday);
    const asked = { regionCode: yanshou.county };
    run = granted(await officer.post<DraftingView>('/assignment-runs', asked)).run!;
    const decided = await officer.post<DraftingView>(`/assignment-runs/${run.id}/decisions`, {
      ...aDecision(),
      reason: '她们村远，人少也要开',
    });
    decisionId = granted(decided).run!.decisions[0]!.id;
    const { id: sessionId } = batch.sessions[0]!;
    sheetId = granted(await officer.post<NewSheetView>(`/sessions/${sessionId}/sheets`)).id;
    photoId = granted(await officer.upload<SheetPhotoView>(`/sheets/${sheetId}/photos`, await aPhoto())).id;
    certificateId = newId();
    await house.database.rows.insert(Certificate, {
      ...{ id: certificateId, number: '230129-2026-AAAAA-AAAAA', womanId: her.id, batchId: batch.id },
      ...{ completedOn: '2026-11-20', issuedAt: house.now(), revokedAt: null },
    });
    const { story } = await aStory(house, callers['helper']);
    storyId = story.id;
    await house.database.rows.update(Story, { id: storyId }, { stage: 'city', checkState: 'passed' });
    article = granted(await officer.post<DraftView>('/articles', anArticle()));
    const aLedger = { regionCode: yanshou.county, fields: ['name'] };
    ledgerId = granted(await officer.post<LedgerView>('/ledgers', aLedger)).id;
    importId = (await lookedThrough(officer, aRegister([aRegisterRow(1, '刘淑芬'), aRegisterRow(2, '')]))).id;
    await publish(house, officer, article);
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  const [sittingId, entryId] = [newId(), newId()];
  const aMeeting = {
    ...{ kind: 'meeting', heldOn: '2026-11-20', place: '活动室', regionCode: yanshou.villages[0] },
  };

  const aDecision = () => ({ kind: 'waive', batchId: toFill.id });

  async function anOffer(officer: Caller): Promise<string> {
    const one = await aBatch(house, { capacity: 1 }, officer);
    const before = await aWoman(house);
    const { enrolmentId } = await signUp(before, one);
    await signUp(her, one);
    await giveUp(before, enrolmentId);
    return (await standing(her, one)).enrolmentId!;
  }

  const anArticle = () => ({
    ...{ kind: 'policy', title: '政策', summary: '', cover: 'cover-1', source: '县妇联' },
    ...{ regionCode: yanshou.county, blocks: [{ kind: 'paragraph', text: '正文' }] },
  });

  const newestRevision = async () => {
    const drafts = granted(await callers['city officer']!.get<DraftView[]>('/drafts'));
    return drafts.find(({ id }) => id === article.id)!.revision;
  };

  /** The thing that each `:id` stands for. */
  function idIn(path: string): string {
    if (path.includes('/imports/')) return importId;
    if (path.includes('/ledgers/')) return ledgerId;
    if (path.includes('/women/')) return her.id;
    if (path.includes('/stories/')) return storyId;
    if (/\/(checks|lent-pictures)\//.test(path)) return newId();
    if (path.includes('/calls/')) return offerNoticeId;
    if (path.includes('/sign-ins/')) return office.spareSignInId;
    if (path.includes('/sign-in-tickets/')) return office.ticket.id;
    if (path.includes('/staff/')) return office.colleagueId;
    if (path.includes('/break-glass/')) return office.glassId;
    if (path.includes('/sheets/:id')) return sheetId;
    if (path.includes('/sheet-photos/')) return photoId;
    if (path.includes('/attendance-corrections/')) return newId();
    if (path.includes('/certificates/:id')) return certificateId;
    if (path.includes('/batch-plans/')) return planned.id;
    if (path.includes('/cancellation')) return toCancel.id;
    if (path.includes('/trainers/')) return trainerId;
    if (path.includes('/venues/')) return venueId;
    if (path.includes('/batches/')) return batch.id;
    if (path.includes('/sessions/')) return batch.sessions[0]!.id;
    if (path.includes('/assignment-runs/')) return run.id;
    if (path.includes('/articles/') || path.includes('/drafts/')) return article.id;
    if (path.includes('/merges/') || /\/(files|article-remarks)\//.test(path)) return newId();
    if (path.includes('/sittings/')) return sittingId;
    if (path.endsWith('/opinion') || path.endsWith('/leaving-reason')) return enrolments['giving-up'];
    return enrolments[path.split('/').at(-1) as keyof typeof enrolments];
  }

  /** What the route needs beside its id to be answered. */
  async function need(route: string, asker: string): Promise<{ query?: string; body?: object }> {
    const ofOffice = await office.need(route);
    if (ofOffice) return ofOffice;
    switch (route) {
      case 'POST /api/sign-ins':
        return { body: { code: house.wechat.issueCode('somebody') } };
      case 'POST /api/women':
        return { body: anEntry() };
      case 'PUT /api/women/:id/need-card':
        return { body: aCard() };
      case 'POST /api/women/:id/consents':
        return { body: { purpose: 'story_words', agrees: true } };
      case 'PUT /api/women/:id/profile': {
        const { revision } = await house.database.rows.findOneByOrFail(Woman, { id: her.id });
        return { body: { beganFrom: revision } };
      }
      case 'PUT /api/women/:id/village':
        // Her own village: a helper of one village may take no file to another.
        return { body: { beganFrom: 1, villageCode: yanshou.villages[0], reason: '还在本村' } };
      case 'POST /api/women/:id/reveals':
        return { body: { what: 'phone', purpose: '通知她上课' } };
      case 'POST /api/women/:id/erasure':
        return { body: { said: '本人书面申请' } };
      case 'POST /api/calls/:id/results':
        return { body: { result: 'told' } };
      case 'PUT /api/sittings/:id':
        return { body: aMeeting };
      case 'PUT /api/sittings/:id/entries/:entryId':
        return { body: { womanId: her.id, card: aCard() } };
      case 'POST /api/ledgers':
        return { body: { regionCode: yanshou.county, fields: ['name'] } };
      case 'GET /api/imports/:id/rows':
        return { query: '?verdict=wrong' };
      case 'PUT /api/imports/:id/near-rows':
        return { body: { n: 2, isAnother: true } };
      case 'POST /api/imports/:id/confirmation':
        return { body: agreed };
      case 'POST /api/imports/:id/undoing':
        await written(callers['county officer']!, importId);
        return {};
      case 'GET /api/demand/women':
        return { query: `?family=planting&region=${yanshou.county}` };
      case 'POST /api/enrolments/:id/removal':
        return { body: { reason: '她搬走了' } };
      case 'POST /api/enrolments/:id/opinion':
        return { body: { opinion: 'useful' } };
      case 'POST /api/enrolments/:id/leaving-reason':
        await her.calls.post(`/enrolments/${enrolments['giving-up']}/giving-up`);
        return { body: { reason: 'farm_work' } };
      case 'GET /api/demand/past/women':
        return { query: `?family=planting&region=${yanshou.county}` };
      case 'GET /api/demand/past/months':
        return { query: `?family=planting&region=${yanshou.township}` };
      case 'PUT /api/batches/:id/capacity':
        return { body: { capacity: 5 } };
      case 'POST /api/suggestions':
        return {
          body: { batches: 1, months: 3, halfDays: 4, seats: 20, minimum: 1, kept: [] },
        };
      case 'POST /api/batches':
        return { body: await aPlan(house, callers['county officer']!) };
      case 'POST /api/batch-plans':
      case 'PUT /api/batch-plans/:id':
        return { body: await aPlan(house, callers['county officer']!) };
      case 'POST /api/batch-plans/:id/steps':
        return { body: { step: 'close' } };
      case 'PUT /api/approval-rule':
        return { body: { isAsked: false } };
      case 'PUT /api/farm-seasons':
        return { body: { seasons: [{ name: '秋收', months: [9, 10] }] } };
      case 'POST /api/trainers':
      case 'PUT /api/trainers/:id':
        return { body: { name: '赵老师', speciality: '柳编' } };
      case 'POST /api/trainers/:id/retirement':
      case 'POST /api/venues/:id/retirement':
        return { body: { isRetired: false } };
      case 'PUT /api/venues/:id':
        return { body: { name: '文化站', regionCode: yanshou.township, address: '' } };
      case 'PUT /api/sessions/:id/slot': {
        const { heldOn, half } = batch.sessions[0]!;
        return { body: { heldOn, half } };
      }
      case 'POST /api/batches/:id/cancellation':
        return { body: { reason: '教师病了' } };
      case 'POST /api/venues':
        return { body: { name: '文化站', regionCode: yanshou.township, address: '' } };
      case 'POST /api/batches/:id/enrolments':
        return { body: { womanId: her.id } };
      case 'GET /api/batches/:id/standing':
        return { query: `?womanId=${her.id}` };
      case 'POST /api/assignment-runs':
        return { body: { regionCode: yanshou.county } };
      case 'GET /api/assignment-runs/drafting':
        return { query: `?region=${yanshou.county}&season=2026-winter` };
      case 'POST /api/assignment-runs/:id/trials':
        return { body: { kind: 'pin', womanId: her.id, batchId: toFill.id } };
      case 'POST /api/assignment-runs/:id/decisions':
        return { body: { ...aDecision(), reason: '她们村远，人少也要开' } };
      case 'POST /api/lotteries/draws':
        house.setClock(afterSignUp);
        return { body: { regionCode: yanshou.county, ...aDraw } };
      case 'GET /api/lotteries':
        return { query: `?region=${yanshou.county}` };
      case 'GET /api/sessions':
        return { query: '?from=2026-11-01&to=2026-12-31' };
      case 'POST /api/attendance-marks':
        return {
          body: {
            sentAt: house.now().toISOString(),
            marks: [
              {
                ...{ id: newId(), sessionId: batch.sessions[0]!.id, womanId: her.id },
                ...{ kind: 'present', markedAt: house.now().toISOString() },
              },
            ],
          },
        };
      case 'GET /api/sessions/:id/walk-ins/candidates':
        return { query: `?name=${encodeURIComponent('王')}` };
      case 'POST /api/sessions/:id/walk-ins':
        return { body: { id: newId(), womanId: her.id } };
      case 'POST /api/check-ins':
        return { body: { code: 'x' } };
      case 'POST /api/attendance-corrections/:id/decision':
        return { body: { isConfirmed: false } };
      case 'GET /api/certificates/check':
        return { query: '?number=x' };
      case 'POST /api/merges/previews':
      case 'POST /api/merges':
        return { body: { keptId: her.id, mergedId: asker.endsWith('elsewhere') ? batch.id : her.id } };
      case 'POST /api/claims/phones':
        return { body: { code: house.wechat.issuePhoneCode('13904560000') } };
      case 'POST /api/claims':
        return { body: { proof: 'x', womanId: her.id } };
      case 'POST /api/near-pairs/looks':
        return { body: { name: '王秀英', villageCode: yanshou.villages[0] } };
      case 'POST /api/near-pairs/partings':
        return { body: { firstId: her.id, secondId: asker.endsWith('elsewhere') ? batch.id : her.id } };
      case 'POST /api/articles':
        return { body: anArticle() };
      case 'PUT /api/articles/:id/unsaved':
      case 'PUT /api/articles/:id':
        return { body: { ...anArticle(), beganFrom: await newestRevision() } };
      case 'GET /api/drafts/:id/comparison':
        return { query: '?from=1&to=1' };
      case 'POST /api/articles/:id/submission':
        return { body: { revision: await newestRevision() } };
      case 'POST /api/articles/:id/remarks':
        return { body: { revision: await newestRevision(), place: 0, kind: 'comment', words: '好' } };
      case 'POST /api/articles/:id/reviews':
        return { body: { revision: await newestRevision(), verdict: 'passed', words: '' } };
      case 'POST /api/article-remarks/:id/answer':
        return { body: { answer: 'settled' } };
      case 'PUT /api/articles/:id/pin':
        return { body: { isPinned: true } };
      case 'GET /api/village-boards/paper':
        return { query: `?region=${yanshou.villages[0]}` };
      case 'GET /api/story-counts':
        return { query: '?year=2026' };
      case 'PUT /api/story-targets':
        return { body: { regionCode: yanshou.county, year: 2026, stories: 6, source: '哈妇发〔2016〕7号' } };
      case 'POST /api/women/:id/stories':
      case 'PUT /api/stories/:id':
      case 'POST /api/stories/:id/steps':
      case 'POST /api/checks/:id/appeal':
      case 'POST /api/checks/:id/decision':
        return { body: bodyFor(route)! };
      case 'GET /api/region-files/:code/women':
      case 'GET /api/lent-pictures/:id':
        return { query: queryFor(route) };
      case 'POST /api/article-imports/html':
        return { body: { html: '<p>正文</p>' } };
      default:
        return {};
    }
  }

  it('is written down for every route of the running server', () => {
    const running = house.routes.filter((route) => !route.startsWith('HEAD ') && route.includes(' /api'));
    expect(rows.map(({ route }) => route).sort()).toEqual([...running].sort());
    expect(rows.map(({ verdicts }) => verdicts.length)).toEqual(rows.map(() => askers.length));
  });

  it.each(rows)('to $route is what the table says', async ({ route, method, path, verdicts }) => {
    const seen: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [at, asker] of askers.entries()) {
      const { query = '', body } = await need(route, asker);
      // Who is forgotten is gone, so each asks for a woman of her own.
      const forgotten = path.endsWith('/erasure') ? await aWoman(house) : undefined;
      const ids = path
        .replace(':id', forgotten?.id ?? (path.includes(':id') ? idIn(path) : ''))
        .replace(':decisionId', decisionId)
        .replace(':entryId', entryId)
        .replace(':code', yanshou.villages[0]);
      const target = ids.replace('/api', '') + query;
      // Signing out ends a sign-in, so it has one of its own.
      const own = forgotten && asker === 'woman' ? forgotten.calls : callers[asker]!;
      const caller = method === 'DELETE' && own.token ? await house.signIn(own.openid) : own;
      seen[asker] = (await caller.ask(method as 'GET', target, body)).status;
      expected[asker] = verdicts[at]!;
    }
    expect(seen).toEqual(expected);
  });

  it('to things of another county is answered exactly as if they did not exist', async () => {
    const unknown = newId();
    const compare = async (asker: string, path: (id: string) => string, id: string, body?: object) => {
      const method = body === undefined ? 'GET' : 'POST';
      const caller = callers[asker]!;
      const theirs = await caller.ask(method, path(id), body);
      expect(theirs).toEqual(await caller.ask(method, path(unknown), body));
      expect(theirs).toMatchObject({ status: 404, code: 'thing.notFound' });
    };
    for (const asker of ['woman elsewhere', 'helper elsewhere', 'county officer elsewhere']) {
      for (const part of ['', '/notices', '/need-card', '/enrolments', '/assignment', '/certificates'])
        await compare(asker, (id) => `/women/${id}${part}`, her.id);
      for (const what of ['acceptance', 'declining', 'giving-up'] as const)
        await compare(asker, (id) => `/enrolments/${id}/${what}`, enrolments[what], {});
      await compare(asker, (id) => `/batches/${batch.id}/standing?womanId=${id}`, her.id);
    }
    const officer = 'county officer elsewhere';
    await compare(officer, (id) => `/batches/${id}/enrolments`, batch.id);
    await compare(officer, (id) => `/batches/${id}/attendance`, batch.id);
    await compare('trainer elsewhere', (id) => `/batches/${id}/attendance`, batch.id);
    for (const asker of [officer, 'trainer elsewhere']) {
      for (const part of ['roster', 'evidence', 'code', 'sheets', 'walk-ins/candidates?name=x'])
        await compare(asker, (id) => `/sessions/${id}/${part}`, batch.sessions[0]!.id);
      for (const part of ['', '/paper']) await compare(asker, (id) => `/sheets/${id}${part}`, sheetId);
      await compare(asker, (id) => `/sheet-photos/${id}`, photoId);
    }
    await compare(officer, (id) => `/certificates/${id}/paper`, certificateId);
    await compare(officer, (id) => `/assignment-runs/${id}`, run.id);
    for (const part of ['/women', '/sheet', '/unmet', '/board'])
      await compare(officer, (id) => `/assignment-runs/${id}${part}`, run.id);
    for (const step of ['review', 'publication'])
      await compare(officer, (id) => `/assignment-runs/${id}/${step}`, run.id, {});
    await compare(officer, (id) => `/assignment-runs/${id}/trials`, run.id, aDecision());
  });

  it('of a reader never shows what belongs to another county', async () => {
    const foreign = callers['county officer elsewhere']!;
    for (const path of ['/women?size=100', '/planning', '/assignment-runs', '/drafts', '/demand']) {
      const text = JSON.stringify((await foreign.get(path)).body);
      for (const id of [her.id, run.id, article.id, yanshou.county]) expect(text).not.toContain(id);
    }
  });
});

describe('A server', () => {
  it('with a route that says nothing about who may use it does not start, and names the route', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      everything(): string[] {
        return [];
      }
    }
    @Module({ controllers: [ForgottenController] })
    class ForgottenModule {}

    const settings = readSettings({ DATABASE_URL: 'sqlite::memory:' });
    await expect(createApp(settings, { beside: [ForgottenModule], logger: false })).rejects.toThrow(
      'ForgottenController.everything',
    );
  });
});
