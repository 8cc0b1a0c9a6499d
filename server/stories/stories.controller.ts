import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { FileView, viewFile } from '../files/files.view';
import { photoIn, type WithParts } from '../files/uploads';
import { anId } from '../http/id.pipe';
import { SaveStoryDto, StoryCountDto, StoryStepDto, StoryTargetDto, WriteStoryDto } from './stories.dto';
import { StoriesService } from './stories.service';
import { StoryCountView, StorySummaryView, StoryView } from './stories.view';
import { StoryStepsService } from './story-steps.service';
import { StoryTargetsService } from './targets.service';

@ApiTags('stories')
@ApiBearerAuth()
@Controller()
export class StoriesController {
  constructor(
    @Inject(StoriesService) private readonly stories: StoriesService,
    @Inject(StoryStepsService) private readonly steps: StoryStepsService,
    @Inject(StoryTargetsService) private readonly targets: StoryTargetsService,
  ) {}

  /** Stories that the reader's office sees. */
  @May('stories.read')
  @Get('stories')
  list(@By() actor: Actor): Promise<StorySummaryView[]> {
    return this.stories.list(actor);
  }

  /** How far her areas are with the stories of a year. */
  @May('stories.read')
  @Get('story-counts')
  count(@By() actor: Actor, @Query() { year }: StoryCountDto): Promise<StoryCountView[]> {
    return this.targets.count(actor, year);
  }

  /** How many are to come out in a year, by the paper that says so. */
  @May('stories.target')
  @Put('story-targets')
  setTarget(@By() actor: Actor, @Body() entry: StoryTargetDto): Promise<StoryCountView[]> {
    return this.targets.set(actor, entry);
  }

  /** Begins a story of a woman who agreed to it. */
  @May('stories.write')
  @Post('women/:id/stories')
  write(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: WriteStoryDto): Promise<StoryView> {
    return this.stories.write(actor, id, entry);
  }

  @May('stories.read')
  @Get('stories/:id')
  open(@By() actor: Actor, @Param('id', anId) id: string): Promise<StoryView> {
    return this.stories.open(actor, id);
  }

  /** Saves its words and its pictures, unless somebody else did meanwhile. */
  @May('stories.write')
  @Put('stories/:id')
  save(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: SaveStoryDto): Promise<StoryView> {
    return this.stories.save(actor, id, entry);
  }

  /** A photograph for it; she must agree to that apart. */
  @May('stories.write')
  @Post('stories/:id/photos')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } } })
  async addPhoto(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Req() request: WithParts,
  ): Promise<FileView> {
    return viewFile(await this.stories.addPhoto(actor, id, () => photoIn(request)));
  }

  /** Sends it in, recommends it on, sends it back or hides it. */
  @May('stories.read')
  @Post('stories/:id/steps')
  @HttpCode(200)
  async step(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: StoryStepDto,
  ): Promise<StoryView> {
    await this.steps.take(actor, id, entry);
    return this.stories.open(actor, id);
  }
}
