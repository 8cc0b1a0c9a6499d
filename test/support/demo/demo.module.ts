import {
  Controller,
  DynamicModule,
  Get,
  Inject,
  Module,
  OnApplicationBootstrap,
  Param,
  Post,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../../../server/access/marks';
import { Clock } from '../../../server/calendar/clock';
import { Database } from '../../../server/database/database';
import { seedDemo } from '../../../server/database/demo/seed';
import { found } from '../../../server/http/refusals';
import { Seal } from '../../../server/secrecy/seal';
import { Account } from '../../../server/accounts/account.entity';
import type { WechatStandIn } from '../wechat/stand-in';

const WECHAT = Symbol('the stand-in of WeChat');

/** Seven people to be: an article needs four of them. Their openids are those of the demo data. */
const people = [
  { key: 'woman', role: '村里的妇女', about: '说出想学的，报名，看结果' },
  { key: 'helper', role: '村妇联帮办人', about: '替没有手机的姐妹登记、报名' },
  { key: 'trainer', role: '培训教师', about: '看名单，点名签到' },
  { key: 'county', role: '县妇联干部', about: '看需求，开班，分配名额' },
  { key: 'county-editor', role: '县妇联编辑', about: '写文章，做一审' },
  { key: 'city-editor', role: '市妇联编辑', about: '写文章，做二审' },
  { key: 'city', role: '市妇联干部', about: '做三审，发布政策和故事' },
] as const;

const openidOf = (key: string) => `demo-${key}`;

@ApiExcludeController()
@Controller('demo/people')
class DemoController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WECHAT) private readonly wechat: WechatStandIn,
  ) {}

  @Open()
  @Get()
  async people(): Promise<object[]> {
    const accounts = await this.database.rows.find(Account);
    const nameOf = new Map(accounts.map(({ openid, name }) => [openid, name]));
    return people.map((person) => ({ ...person, name: nameOf.get(openidOf(person.key)) ?? '' }));
  }

  /** A login code, as WeChat would give it to this person's phone. */
  @Open()
  @Post(':key/code')
  code(@Param('key') key: string): { code: string } {
    const person = found(people.find((one) => one.key === key));
    return { code: this.wechat.issueCode(openidOf(person.key)) };
  }

  /** A code of WeChat's phone button, as if the phone in her hand had this number. */
  @Open()
  @Post('phones/:number/code')
  phoneCode(@Param('number') number: string): { code: string } {
    return { code: this.wechat.issuePhoneCode(number) };
  }
}

/** The demo beside the product: invented data on the first start, and seven people to be. Production never loads it. */
@Module({})
export class DemoModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  static with(wechat: WechatStandIn): DynamicModule {
    return {
      module: DemoModule,
      controllers: [DemoController],
      providers: [{ provide: WECHAT, useValue: wechat }],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (await seedDemo(this.database, this.seal, this.clock.now()))
      process.stdout.write('Loaded the demo data: every person in it is invented\n');
  }
}
