import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May, Open } from '../../access/marks';
import { roleNames } from '../../access/roles.rules';
import { Limited } from '../../http/limits';
import { Database } from '../../database/database';
import { RegionsService } from '../../regions/regions.service';
import { MeView, SignedInView } from '../accounts.view';
import { CredentialsService } from '../credentials/credentials.service';
import { MeService } from '../me.service';
import { qrOf } from '../qr';
import { writeScan } from '../scans.rules';
import { deviceNameOf } from '../sign-ins.rules';
import { AcceptInvitationDto, InvitationCodeDto, InviteHerselfDto } from './invitations.dto';
import { InvitationsService } from './invitations.service';
import { InvitationView, NewInvitationView } from './invitations.view';

@ApiTags('accounts')
@Controller()
export class InvitationsController {
  constructor(
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(MeService) private readonly me: MeService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Whose account an invitation opens, before she takes it over. */
  @Open()
  @Limited('codes')
  @Post('invitations/reading')
  @HttpCode(200)
  async read(@Body() { code }: InvitationCodeDto): Promise<InvitationView> {
    const { name, roles } = await this.invitations.read(code);
    const regions = await this.regions.tree();
    const offices = roles.map(({ role, regionCode }) => `${regions.pathName(regionCode)} ${roleNames[role]}`);
    return { name, offices };
  }

  /** Sets login name and password by an invitation, and signs in. */
  @Open()
  @Limited('codes')
  @Post('invitations/acceptance')
  async accept(
    @Body() entry: AcceptInvitationDto,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<SignedInView> {
    return this.me.signedIn(await this.invitations.accept(entry, deviceNameOf(userAgent)));
  }

  /** Ties her WeChat to the account that an invitation opens. */
  @ApiBearerAuth()
  @May('account.self')
  @Limited('codes')
  @Post('invitations/binding')
  @HttpCode(200)
  async bind(
    @By() actor: Actor,
    @Body() { code }: InvitationCodeDto,
    @Headers('authorization') authorization: string,
  ): Promise<MeView> {
    await this.invitations.bind(actor, code);
    return this.me.of(authorization.slice('Bearer '.length));
  }

  /** A code with which she ties her own WeChat to the account in which she is signed in. */
  @ApiBearerAuth()
  @May('account.staff')
  @Limited('codes')
  @Post('credentials/wechat')
  async inviteHerself(
    @By() actor: Actor,
    @Body() { password }: InviteHerselfDto,
  ): Promise<NewInvitationView> {
    const { accountId } = actor;
    await this.credentials.mustBeHerself(actor, password);
    const { code, expiresAt } = await this.database.transact((tx) =>
      this.invitations.invite(tx, accountId, accountId),
    );
    return { accountId, code, expiresAt, picture: qrOf(writeScan('invitation', code)) };
  }
}
