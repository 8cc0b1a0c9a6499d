import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '../access/marks';
import { RegionsBelowDto } from './regions.dto';
import { RegionsService } from './regions.service';
import { RegionView } from './regions.view';

@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(@Inject(RegionsService) private readonly regions: RegionsService) {}

  /** The areas directly below one: the counties of the city, the townships of a county, the villages of a township. */
  @Open()
  @Get()
  async below(@Query() { parent }: RegionsBelowDto): Promise<RegionView[]> {
    const tree = await this.regions.tree();
    const top = tree.below('')[0]?.code ?? '';
    return tree.below(parent ?? top).map(({ code, name, level }) => ({ code, name, level }));
  }
}
