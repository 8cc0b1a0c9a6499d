import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May, Open } from '../../access/marks';
import type { Season } from '../../calendar/seasons.rules';
import { RegionsService } from '../../regions/regions.service';
import { LotteriesService } from './lotteries.service';
import { DrawDto, LotteriesOfDto } from './lottery.dto';
import type { Lottery } from './lottery.entity';
import { LotteryView, viewLottery } from './lottery.view';

@ApiTags('assignment')
@Controller('lotteries')
export class LotteriesController {
  constructor(
    @Inject(LotteriesService) private readonly lotteries: LotteriesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  /** The draws of a region, with the commitment that was published first. Anyone may check them. */
  @Open()
  @Get()
  async of(@Query() { region }: LotteriesOfDto): Promise<LotteryView[]> {
    return Promise.all((await this.lotteries.of(region)).map((lottery) => this.view(lottery)));
  }

  /** Enters the public draw after sign-up has closed. It cannot be changed. */
  @ApiBearerAuth()
  @May('runs.draft')
  @Post('draws')
  @HttpCode(200)
  async draw(
    @By() actor: Actor,
    @Body() { regionCode, season, issue, number }: DrawDto,
  ): Promise<LotteryView> {
    return this.view(await this.lotteries.draw(actor, regionCode, season as Season, { issue, number }));
  }

  private async view(lottery: Lottery): Promise<LotteryView> {
    const regions = await this.regions.tree();
    const told = { secret: this.lotteries.secretOf(lottery), seed: this.lotteries.seedOf(lottery) };
    return viewLottery(lottery, regions.name(lottery.regionCode), told);
  }
}
