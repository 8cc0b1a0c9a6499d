import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { ClaimDto, PhoneCodeDto } from './claims.dto';
import { ClaimsService } from './claims.service';
import { ClaimedView, PhoneProofView } from './claims.view';

@ApiTags('duplicates')
@ApiBearerAuth()
@Controller('claims')
export class ClaimsController {
  constructor(@Inject(ClaimsService) private readonly claims: ClaimsService) {}

  /** Whether a helper has opened a file with her phone, which WeChat's button tells. */
  @May('women.claim')
  @Post('phones')
  @HttpCode(200)
  look(@By() actor: Actor, @Body() { code }: PhoneCodeDto): Promise<PhoneProofView> {
    return this.claims.look(actor, code);
  }

  /** This file is hers. */
  @May('women.claim')
  @Post()
  @HttpCode(200)
  async claim(@By() actor: Actor, @Body() { proof, womanId }: ClaimDto): Promise<ClaimedView> {
    return { womanId: await this.claims.claim(actor, proof, womanId) };
  }
}
