import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { largestWorkbook } from '../files/sheets/workbook-gate';
import { largeFileIn, type WithParts } from '../files/uploads';
import { anId } from '../http/id.pipe';
import { Refusal } from '../http/refusals';
import { consentWords } from '../women/women.rules';
import { ImportNames } from './import-names';
import { ImportRowsService } from './import-rows.service';
import { ConfirmImportDto, ListImportRowsDto, NearRowDto } from './imports.dto';
import { ImportsService } from './imports.service';
import { ImportRowsView, ImportView } from './imports.view';
import { templateWorkbook } from './left-out';
import { UndoingService } from './undoing.service';
import { WritingService } from './writing.service';

const aWorkbook = { description: 'An .xlsx', schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('imports')
@ApiBearerAuth()
@Controller('imports')
export class ImportsController {
  constructor(
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(ImportRowsService) private readonly importRows: ImportRowsService,
    @Inject(WritingService) private readonly writing: WritingService,
    @Inject(UndoingService) private readonly undoing: UndoingService,
    @Inject(ImportNames) private readonly names: ImportNames,
  ) {}

  /** A register as an .xlsx of at most 100 MB: it is looked through, and nothing of it is a file yet. */
  @May('women.import')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async begin(@By() actor: Actor, @Req() request: WithParts): Promise<ImportView> {
    const { name, file } = await largeFileIn(request, largestWorkbook, 'workbook.tooLarge');
    return this.names.view(actor, await this.imports.begin(actor, name, file));
  }

  /** The registers that were brought in, the latest first. */
  @May('women.import')
  @Get()
  async list(@By() actor: Actor): Promise<ImportView[]> {
    return this.names.views(actor, await this.imports.list(actor));
  }

  /** An empty register with the columns that we read. */
  @May('women.import')
  @Get('template')
  @ApiOkResponse(aWorkbook)
  template(): StreamableFile {
    return templateWorkbook();
  }

  @May('women.import')
  @Get(':id')
  async read(@By() actor: Actor, @Param('id', anId) id: string): Promise<ImportView> {
    return this.names.view(actor, await this.imports.served(actor, id));
  }

  /** Rows of one verdict, twenty on a page. */
  @May('women.import')
  @Get(':id/rows')
  rows(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() asked: ListImportRowsDto,
  ): Promise<ImportRowsView> {
    return this.importRows.list(actor, id, asked);
  }

  /** The rows that were left out, with the reason beside each; for whoever brought them. */
  @May('women.import')
  @Get(':id/left-out')
  @ApiOkResponse(aWorkbook)
  leftOut(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.importRows.leftOut(actor, id);
  }

  /** Says that a near match is another woman, or takes it back. */
  @May('women.import')
  @Put(':id/near-rows')
  @HttpCode(204)
  async tellApart(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { n, isAnother }: NearRowDto,
  ): Promise<void> {
    await this.imports.tellApart(actor, id, n, isAnother);
  }

  /** Its new rows become files. */
  @May('women.import')
  @Post(':id/confirmation')
  @HttpCode(200)
  async confirm(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() said: ConfirmImportDto,
  ): Promise<ImportView> {
    const one = await this.imports.served(actor, id);
    if (said.consentWords !== consentWords.version)
      throw new Refusal('input.invalid', { field: 'consentWords' });
    await this.writing.confirm(actor, one);
    return this.read(actor, id);
  }

  /** Throws it away with all that was read, before it became anything. */
  @May('women.import')
  @Post(':id/dropping')
  @HttpCode(204)
  async drop(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    await this.imports.drop(actor, id);
  }

  /** Takes back all files that it opened, while nothing was built on any of them. */
  @May('women.import')
  @Post(':id/undoing')
  @HttpCode(200)
  async undo(@By() actor: Actor, @Param('id', anId) id: string): Promise<ImportView> {
    await this.undoing.undo(actor, await this.imports.served(actor, id));
    return this.read(actor, id);
  }
}
