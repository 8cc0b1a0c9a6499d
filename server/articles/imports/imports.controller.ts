import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { FilesService } from '../../files/files.service';
import { fileIn, type WithParts } from '../../files/uploads';
import { Refusal } from '../../http/refusals';
import { viewBlock } from '../blocks.view';
import type { Imported } from './html-blocks';
import { PasteDto } from './imports.dto';
import { readDocx, readHtml } from './in-thread';
import { ImportedView } from './imports.view';

@ApiTags('articles')
@ApiBearerAuth()
@Controller('article-imports')
export class ImportsController {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  /** What was pasted from a page or from Word, as blocks; nothing is kept. */
  @May('articles.write')
  @Post('html')
  @HttpCode(200)
  async paste(@Body() { html }: PasteDto): Promise<ImportedView> {
    return viewImported(await readHtml(html));
  }

  /** A .docx as blocks, its pictures drawn anew and kept; a picture that cannot be read is left behind. */
  @May('articles.write')
  @Post('docx')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async docx(@By() actor: Actor, @Req() request: WithParts): Promise<ImportedView> {
    const { bytes } = await fileIn(request);
    const { html, pictures } = await readDocx(bytes);
    const kept = new Map<string, string>();
    for (const { src, bytes: picture } of pictures) {
      const file = await this.files
        .keepPicture(actor.accountId, Buffer.from(picture))
        .catch((error: unknown) => {
          if (error instanceof Refusal) return undefined;
          throw error;
        });
      if (file) kept.set(src, file.id);
    }
    return viewImported(await readHtml(html, kept));
  }
}

function viewImported({ blocks, picturesLeft, isCut }: Imported): ImportedView {
  return { blocks: blocks.map(viewBlock), picturesLeft, isCut };
}
