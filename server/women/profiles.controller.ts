import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { EditProfileDto, RelocateDto, RevealDto } from './profiles.dto';
import { ProfilesService } from './profiles.service';
import { ProfileView, RevealedView, WomanChangeView } from './profiles.view';
import { RelocationsService } from './relocations.service';

@ApiTags('women')
@ApiBearerAuth()
@Controller('women/:id')
export class ProfilesController {
  constructor(
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(RelocationsService) private readonly relocations: RelocationsService,
  ) {}

  /** Her whole file, numbers masked. */
  @May('women.profile')
  @Get('profile')
  read(@By() actor: Actor, @Param('id', anId) id: string): Promise<ProfileView> {
    return this.profiles.read(actor, id);
  }

  /** Changes her file, from the revision that the editor saw. */
  @May('women.edit')
  @Put('profile')
  async edit(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() edit: EditProfileDto,
  ): Promise<ProfileView> {
    await this.profiles.edit(actor, id, edit);
    return this.profiles.read(actor, id);
  }

  /** She lives in another village now: by whoever serves both. */
  @May('women.relocate')
  @Put('village')
  async relocate(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() move: RelocateDto,
  ): Promise<ProfileView> {
    await this.relocations.relocate(actor, id, move);
    return this.profiles.read(actor, id);
  }

  /** Every change of her file: who, when, what it was and what it became. */
  @May('women.profile')
  @Get('changes')
  changes(@By() actor: Actor, @Param('id', anId) id: string): Promise<WomanChangeView[]> {
    return this.profiles.changes(actor, id);
  }

  /** One whole number, for a purpose that is put on record. */
  @May('women.reveal')
  @Post('reveals')
  @HttpCode(200)
  reveal(@By() actor: Actor, @Param('id', anId) id: string, @Body() asked: RevealDto): Promise<RevealedView> {
    return this.profiles.reveal(actor, id, asked);
  }
}
