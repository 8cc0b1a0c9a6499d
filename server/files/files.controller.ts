import {
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor';
import { By, May, Open, Perhaps } from '../access/marks';
import { anId } from '../http/id.pipe';
import { ReadFileDto } from './files.dto';
import { FilesService } from './files.service';
import { FileView, viewFile } from './files.view';
import { rangeOf } from './ranges.rules';
import type { StoredFile } from './stored-file.entity';
import { fileIn, type WithParts } from './uploads';

const aForm = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
} as const;

@ApiTags('files')
@ApiBearerAuth()
@Controller('files')
export class FilesController {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  /** A picture, to stand in an article. */
  @May('files.add')
  @Post('pictures')
  @ApiConsumes('multipart/form-data')
  @ApiBody(aForm)
  async addPicture(@By() actor: Actor, @Req() request: WithParts): Promise<FileView> {
    const { bytes } = await fileIn(request);
    return viewFile(await this.files.keepPicture(actor.accountId, bytes));
  }

  /** A PDF, a Word or an Excel file, to be attached to an article. */
  @May('files.add')
  @Post('papers')
  @ApiConsumes('multipart/form-data')
  @ApiBody(aForm)
  async addPaper(@By() actor: Actor, @Req() request: WithParts): Promise<FileView> {
    const { bytes, name } = await fileIn(request);
    return viewFile(await this.files.keepPaper(actor.accountId, name, bytes));
  }

  /** An MP3 or an M4A: an article read aloud. */
  @May('files.add')
  @Post('recordings')
  @ApiConsumes('multipart/form-data')
  @ApiBody(aForm)
  async addRecording(@By() actor: Actor, @Req() request: WithParts): Promise<FileView> {
    const { bytes } = await fileIn(request);
    return viewFile(await this.files.keepRecording(actor.accountId, bytes));
  }

  /**
   * A file, by its id: nobody can guess one. What is under it never changes; that of a woman may have to go, so it is
   * asked for each time it is shown.
   */
  @Open()
  @Get(':id')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  async read(
    @Perhaps() actor: Actor | undefined,
    @Param('id', anId) id: string,
    @Query() { width }: ReadFileDto,
    @Headers('range') asked: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.read(actor, id, width);
    // Written only now: that a file is hidden today must not be remembered for a year.
    reply.header('cache-control', keepingOf(file));
    reply.header('x-content-type-options', 'nosniff');
    reply.header('accept-ranges', 'bytes');
    const disposition = file.kind === 'paper' ? 'attachment' : 'inline';
    const part = partOf(bytes, asked, reply);
    return new StreamableFile(part, { type: file.type, length: part.length, disposition });
  }
}

/** The bytes that are asked for, with what the answer must say of them. */
function partOf(bytes: Buffer, asked: string | undefined, reply: FastifyReply): Buffer {
  const range = rangeOf(asked, bytes.length);
  if (range === undefined) return bytes;
  if (range === 'none') {
    reply.status(416).header('content-range', `bytes */${bytes.length}`);
    return Buffer.alloc(0);
  }
  const { from, to } = range;
  reply.status(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`);
  return bytes.subarray(from, to + 1);
}

function keepingOf({ hiddenAt, isPersonal }: StoredFile): string {
  return hiddenAt || isPersonal ? 'private, no-store' : 'public, max-age=31536000, immutable';
}
