import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '../access/marks';
import { Database } from '../database/database';
import { HealthView } from './health.view';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Whether the server can reach its rows. */
  @Open()
  @Get()
  async health(): Promise<HealthView> {
    await this.database.rows.query('SELECT 1');
    return { isWell: true };
  }
}
