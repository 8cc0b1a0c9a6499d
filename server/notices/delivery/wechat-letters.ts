import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../../../config/settings';
import { Account } from '../../accounts/account.entity';
import { readRows } from '../../database/plain-rows';
import { SETTINGS } from '../../http/settings-token';
import { fill } from '../../wechat/templates.rules';
import { WechatClient } from '../../wechat/wechat-client';
import { WechatError } from '../../wechat/wechat-error';
import { ways } from '../ladder.rules';
import { pageOfTask } from '../tasks/tasks.rules';
import { isToHer, type Climb, type Outcome, type Told } from './climb';
import type { Letter } from './letter';

/** The first rung: a subscribe message in WeChat. */
@Injectable()
export class WechatLetters {
  constructor(
    @Inject(WechatClient) private readonly wechat: WechatClient,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async write(rows: EntityManager, { delivery, told }: Climb): Promise<Letter | string> {
    const way = ways[told.event];
    const template = way && this.settings.notices.templates[way.template];
    if (!template) return '没有配置模板';
    const filled = fill(template, delivery.facts);
    if ('broken' in filled) return `模板的${filled.broken}填不进去`;
    const whose = isToHer(told) ? { womanId: told.womanId } : { id: told.accountId };
    const [account] = await readRows(rows, Account, whose);
    if (!account?.openid || account.suspendedAt !== null) return '她没有用微信登录过';
    const message = {
      openid: account.openid,
      templateId: template.id,
      page: pageOf(told),
      fields: filled.fields,
    };
    return {
      send: () =>
        this.wechat
          .send(message)
          .then<Outcome>(() => ({ result: 'sent' }))
          .catch(outcomeOf),
    };
  }
}

/** Where a tap on the message leads, without a leading slash, as WeChat wants it. */
function pageOf(told: Told): string {
  if (!isToHer(told)) return pageOfTask(told.event, told.aboutId).slice(1);
  return told.batchId ? `pages/batch/index?id=${told.batchId}` : 'pages/notices/index';
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof WechatError)) throw error;
  const said = `${error.errcode ?? ''} ${error.said}`.trim().slice(0, 120);
  if (error.isForLater) return { result: 'later', said };
  return { result: error.fate === 'refused' ? 'refused' : 'unknown', said };
}
