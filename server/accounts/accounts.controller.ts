import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Settings } from '../../config/settings';
import type { Actor } from '../access/actor';
import { By, May, Open, type SignedRequest } from '../access/marks';
import { Address, Limited } from '../http/limits';
import { SETTINGS } from '../http/settings-token';
import { identityByGateway } from '../wechat/gateway.rules';
import { KeepWorkPhoneDto, SignInDto } from './accounts.dto';
import { MeView, SignedInView, WorkPhoneView } from './accounts.view';
import { PasswordSignInDto } from './credentials/credentials.dto';
import { PasswordSignIns } from './credentials/password-sign-ins.service';
import { MeService } from './me.service';
import { deviceNameOf } from './sign-ins.rules';
import { SignInsService } from './sign-ins.service';
import { WorkPhones } from './work-phones.service';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller()
export class AccountsController {
  constructor(
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(PasswordSignIns) private readonly passwords: PasswordSignIns,
    @Inject(MeService) private readonly myself: MeService,
    @Inject(WorkPhones) private readonly workPhones: WorkPhones,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Signs in from WeChat. Not limited by address: a whole class shares one hotspot, and WeChat limits by itself. */
  @Open()
  @Post('sign-ins')
  async signIn(@Body() { code }: SignInDto, @Req() { headers }: SignedRequest): Promise<SignedInView> {
    const known = identityByGateway(headers, this.settings.wechat);
    const deviceName = deviceNameOf(headers['user-agent'] as string | undefined);
    const token = await this.signIns.signInByWechat(code, deviceName, known);
    return this.myself.signedIn({ token });
  }

  /** Signs staff in from a browser, by login name and password. */
  @Open()
  @Limited('signIns')
  @Post('password-sign-ins')
  async signInByPassword(
    @Body() entry: PasswordSignInDto,
    @Headers('user-agent') userAgent: string | undefined,
    @Address() address: string,
  ): Promise<SignedInView> {
    return this.myself.signedIn(
      await this.passwords.signIn(entry, { address, deviceName: deviceNameOf(userAgent) }),
    );
  }

  /** Leaves: the token is worth nothing from now on. */
  @May('account.self')
  @Delete('sign-ins/current')
  @HttpCode(204)
  async signOut(@Headers('authorization') authorization: string): Promise<void> {
    await this.signIns.signOut(authorization.slice('Bearer '.length));
  }

  /** Who is signed in. */
  @May('account.self')
  @Get('me')
  me(@By() actor: Actor): Promise<MeView> {
    return this.myself.view(actor);
  }

  /** The number at which those whom she serves may call her. */
  @May('account.staff')
  @Get('me/work-phone')
  workPhone(@By() actor: Actor): Promise<WorkPhoneView> {
    return this.workPhones.read(actor);
  }

  @May('account.staff')
  @Put('me/work-phone')
  @HttpCode(204)
  keepWorkPhone(@By() actor: Actor, @Body() { phone }: KeepWorkPhoneDto): Promise<void> {
    return this.workPhones.keep(actor, phone);
  }
}
