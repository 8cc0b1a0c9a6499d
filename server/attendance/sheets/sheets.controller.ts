import { Controller, Get, Inject, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { photoIn, type WithParts } from '../../files/uploads';
import { SheetsService } from './sheets.service';
import { NewSheetView, SheetPhotoView, SheetSummaryView, SheetView } from './sheets.view';

const aPdf = { description: 'A PDF', schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('attendance')
@ApiBearerAuth()
@Controller()
export class SheetsController {
  constructor(@Inject(SheetsService) private readonly sheets: SheetsService) {}

  /** Makes a sheet of a half day: who stands in which row, as it will be printed. */
  @May('attendance.mark')
  @Post('sessions/:id/sheets')
  async make(@By() actor: Actor, @Param('id', anId) id: string): Promise<NewSheetView> {
    return { id: (await this.sheets.make(actor, id)).id };
  }

  /** The sheets printed for a half day. */
  @May('attendance.mark')
  @Get('sessions/:id/sheets')
  list(@By() actor: Actor, @Param('id', anId) id: string): Promise<SheetSummaryView[]> {
    return this.sheets.list(actor, id);
  }

  /** A sheet's rows, to be entered by their numbers. */
  @May('attendance.mark')
  @Get('sheets/:id')
  read(@By() actor: Actor, @Param('id', anId) id: string): Promise<SheetView> {
    return this.sheets.read(actor, id);
  }

  /** The sheet to print. */
  @May('attendance.mark')
  @Get('sheets/:id/paper')
  @ApiOkResponse(aPdf)
  paper(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.sheets.paper(actor, id);
  }

  /** A photograph of the signed sheet. */
  @May('attendance.mark')
  @Post('sheets/:id/photos')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } } })
  addPhoto(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Req() request: WithParts,
  ): Promise<SheetPhotoView> {
    return this.sheets.addPhoto(actor, id, () => photoIn(request));
  }

  /** A photograph of a sheet. */
  @May('attendance.read')
  @Get('sheet-photos/:id')
  @ApiOkResponse({ description: 'A JPEG', schema: { type: 'string', format: 'binary' } })
  photo(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.sheets.photo(actor, id);
  }

  /** A card for each woman of a batch, to print and cut. */
  @May('attendance.mark')
  @Get('batches/:id/cards')
  @ApiOkResponse(aPdf)
  cards(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.sheets.cards(actor, id);
  }
}
