import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { RegionsService } from '../../regions/regions.service';
import { NewInvitationView } from '../invitations/invitations.view';
import { qrOf } from '../qr';
import { writeScan } from '../scans.rules';
import { AppointDto, ListStaffDto, OfficeDto } from './staff.dto';
import { StaffService } from './staff.service';
import { StaffPageView, viewStaff } from './staff.view';

@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffController {
  constructor(
    @Inject(StaffService) private readonly staff: StaffService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  /** Who works in the reader's region. */
  @May('staff.list')
  @Get()
  async list(@By() actor: Actor, @Query() filter: ListStaffDto): Promise<StaffPageView> {
    return viewStaff(actor, await this.staff.list(actor, filter), await this.regions.tree());
  }

  /** Appoints somebody new; the code in the answer makes the account hers. */
  @May('staff.appoint')
  @Post()
  async appoint(@By() actor: Actor, @Body() entry: AppointDto): Promise<NewInvitationView> {
    return withPicture(await this.staff.appoint(actor, entry));
  }

  /** A new code for somebody who lost her first, her password or her phone. */
  @May('staff.appoint')
  @Post(':id/invitation')
  async invite(@By() actor: Actor, @Param('id', anId) id: string): Promise<NewInvitationView> {
    return withPicture(await this.staff.invite(actor, id));
  }

  /** Gives her one office more. */
  @May('staff.appoint')
  @Post(':id/offices')
  @HttpCode(204)
  addOffice(@By() actor: Actor, @Param('id', anId) id: string, @Body() office: OfficeDto): Promise<void> {
    return this.staff.addOffice(actor, id, office);
  }

  /** Takes an office from her. */
  @May('staff.appoint')
  @Post(':id/offices/end')
  @HttpCode(204)
  endOffice(@By() actor: Actor, @Param('id', anId) id: string, @Body() office: OfficeDto): Promise<void> {
    return this.staff.endOffice(actor, id, office);
  }

  /** Stops the account: signed out everywhere at once. */
  @May('staff.appoint')
  @Post(':id/suspension')
  @HttpCode(204)
  suspend(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    return this.staff.suspend(actor, id);
  }

  /** Lets it in again. */
  @May('staff.appoint')
  @Post(':id/restoration')
  @HttpCode(204)
  restore(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    return this.staff.restore(actor, id);
  }
}

function withPicture(invitation: { accountId: string; code: string; expiresAt: Date }): NewInvitationView {
  return { ...invitation, picture: qrOf(writeScan('invitation', invitation.code)) };
}
