import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor';
import { By, May, Open } from '../access/marks';
import { anId } from '../http/id.pipe';
import { AppealDto, DecideCheckDto, LentPictureDto } from './checks.dto';
import { CheckView } from './checks.view';
import { DecisionsService } from './decisions.service';
import { LentPictures } from './lent-pictures';

const aJpeg = { description: 'A JPEG', schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('checks')
@ApiBearerAuth()
@Controller()
export class ChecksController {
  constructor(
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(LentPictures) private readonly lent: LentPictures,
  ) {}

  /** Words and pictures of users that wait for a person's look. */
  @May('checks.decide')
  @Get('checks')
  waiting(@By() actor: Actor): Promise<CheckView[]> {
    return this.decisions.waiting(actor);
  }

  /** The picture to be looked at. */
  @May('checks.decide')
  @Get('checks/:id/picture')
  @ApiOkResponse(aJpeg)
  async picture(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return shown(await this.decisions.picture(actor, id), reply);
  }

  /** Somebody does not agree with a refusal of WeChat's. */
  @May('checks.appeal')
  @Post('checks/:id/appeal')
  @HttpCode(204)
  async appeal(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: AppealDto): Promise<void> {
    await this.decisions.appeal(actor, id, entry);
  }

  /** What a person decides, with her reason. */
  @May('checks.decide')
  @Post('checks/:id/decision')
  @HttpCode(204)
  async decide(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: DecideCheckDto,
  ): Promise<void> {
    await this.decisions.decide(actor, id, entry);
  }

  /** Where WeChat fetches a picture that it was asked about; nobody else knows the key. */
  @Open()
  @Get('lent-pictures/:id')
  @ApiExcludeEndpoint()
  async lentPicture(
    @Param('id', anId) id: string,
    @Query() { key }: LentPictureDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return shown(await this.lent.read(id, key), reply);
  }
}

function shown(bytes: Buffer, reply: FastifyReply): StreamableFile {
  reply.header('cache-control', 'private, no-store');
  return new StreamableFile(bytes, { type: 'image/jpeg', length: bytes.length, disposition: 'inline' });
}
