import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May, Open } from '../access/marks';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { SignInDto } from './accounts.dto';
import { MeView, SignedInView, viewMe } from './accounts.view';
import { SignInsService } from './sign-ins.service';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller()
export class AccountsController {
  constructor(
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  /** Signs in from WeChat. */
  @Open()
  @Post('sign-ins')
  async signIn(@Body() { code }: SignInDto): Promise<SignedInView> {
    const { token } = await this.signIns.signInByWechat(code);
    const actor = await this.signIns.actorOf(token);
    if (!actor) throw new Refusal('signIn.codeRefused');
    return { token, me: await this.meView(actor) };
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
    return this.meView(actor);
  }

  private async meView(actor: Actor): Promise<MeView> {
    const regions = await this.regions.tree();
    return viewMe(actor, (code) => regions.pathName(code));
  }
}
