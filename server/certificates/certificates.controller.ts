import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May, Open } from '../access/marks';
import { anId } from '../http/id.pipe';
import { Limited } from '../http/limits';
import { CheckCertificateDto } from './certificates.dto';
import { CertificatesService } from './certificates.service';
import { CertificateView, CheckedCertificateView } from './certificates.view';

const aPdf = { description: 'A PDF', schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('certificates')
@Controller()
export class CertificatesController {
  constructor(@Inject(CertificatesService) private readonly certificates: CertificatesService) {}

  /** Whether a certificate is genuine: for anybody, without signing in. */
  @Open()
  @Limited('checks')
  @Get('certificates/check')
  check(@Query() { number }: CheckCertificateDto): Promise<CheckedCertificateView> {
    return this.certificates.check(number);
  }

  /** A woman's certificates. */
  @ApiBearerAuth()
  @May('certificates.read')
  @Get('women/:id/certificates')
  ofWoman(@By() actor: Actor, @Param('id', anId) id: string): Promise<CertificateView[]> {
    return this.certificates.ofWoman(actor, id);
  }

  /** One certificate to print. */
  @ApiBearerAuth()
  @May('certificates.read')
  @Get('certificates/:id/paper')
  @ApiOkResponse(aPdf)
  paper(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.certificates.paper(actor, id);
  }

  /** All certificates of a batch to print; the export is put on record. */
  @ApiBearerAuth()
  @May('certificates.print')
  @Get('batches/:id/certificates')
  @ApiOkResponse(aPdf)
  papersOf(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.certificates.papersOf(actor, id);
  }
}
