import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { Limited } from '../../http/limits';
import { CodeDto, EndCodesDto, KeepPasswordDto } from './credentials.dto';
import { CredentialsView, RecoveryCodesView, SharedSecretView, SignInView } from './credentials.view';
import { CredentialsService } from './credentials.service';
import { OneTimeCodes } from './one-time-codes.service';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller()
export class CredentialsController {
  constructor(
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
  ) {}

  /** How she can sign in. */
  @May('account.staff')
  @Get('credentials')
  read(@By() actor: Actor): Promise<CredentialsView> {
    return this.credentials.read(actor);
  }

  /** Sets or changes login name and password; all other sign-ins end. */
  @May('account.staff')
  @Limited('codes')
  @Put('credentials/password')
  @HttpCode(204)
  keepPassword(@By() actor: Actor, @Body() entry: KeepPasswordDto): Promise<void> {
    return this.credentials.keepPassword(actor, entry);
  }

  /** A new secret for the program on her phone; not asked for until it is confirmed. */
  @May('account.staff')
  @Post('credentials/codes')
  beginCodes(@By() actor: Actor): Promise<SharedSecretView> {
    return this.credentials.beginCodes(actor);
  }

  /** A first code shows that her phone has the secret. */
  @May('account.staff')
  @Limited('codes')
  @Post('credentials/codes/confirmation')
  @HttpCode(200)
  async confirmCodes(@By() actor: Actor, @Body() { code }: CodeDto): Promise<RecoveryCodesView> {
    return { codes: await this.codes.confirm(actor.accountId, code) };
  }

  /** No codes any more. */
  @May('account.staff')
  @Limited('codes')
  @Post('credentials/codes/removal')
  @HttpCode(204)
  endCodes(@By() actor: Actor, @Body() entry: EndCodesDto): Promise<void> {
    return this.credentials.endCodes(actor, entry);
  }

  /** Where she is signed in. */
  @May('account.self')
  @Get('sign-ins')
  signIns(@By() actor: Actor): Promise<SignInView[]> {
    return this.credentials.signIns(actor);
  }

  /** Ends one of her sign-ins. */
  @May('account.self')
  @Delete('sign-ins/:id')
  @HttpCode(204)
  endSignIn(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    return this.credentials.endSignIn(actor, id);
  }
}
