import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May, Open } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { Limited } from '../../http/limits';
import { MeService } from '../me.service';
import { qrOf } from '../qr';
import { writeScan } from '../scans.rules';
import { deviceNameOf } from '../sign-ins.rules';
import { ExchangeDto } from './tickets.dto';
import { TicketsService } from './tickets.service';
import { ExchangeView, NewTicketView, TicketView } from './tickets.view';

@ApiTags('accounts')
@Controller('sign-in-tickets')
export class TicketsController {
  constructor(
    @Inject(TicketsService) private readonly tickets: TicketsService,
    @Inject(MeService) private readonly me: MeService,
  ) {}

  /** A browser asks to be let in by scanning; it has two minutes. */
  @Open()
  @Limited('tickets')
  @Post()
  async ask(@Headers('user-agent') userAgent: string | undefined): Promise<NewTicketView> {
    const ticket = await this.tickets.ask(deviceNameOf(userAgent));
    return { ...ticket, picture: qrOf(writeScan('sign-in', ticket.id)) };
  }

  /** Which browser asks, for her who scanned. */
  @ApiBearerAuth()
  @May('account.staff')
  @Get(':id')
  async read(@Param('id', anId) id: string): Promise<TicketView> {
    const { deviceName, createdAt } = await this.tickets.read(id);
    return { id, deviceName, createdAt };
  }

  /** Lets the browser in as herself. */
  @ApiBearerAuth()
  @May('account.staff')
  @Post(':id/approval')
  @HttpCode(204)
  approve(@By() actor: Actor, @Param('id', anId) id: string): Promise<void> {
    return this.tickets.approve(actor, id);
  }

  /** The browser asks whether it was let in, and takes its sign-in, once. */
  @Open()
  @Limited('polls')
  @Post(':id/exchange')
  @HttpCode(200)
  async exchange(
    @Param('id', anId) id: string,
    @Body() { key }: ExchangeDto,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<ExchangeView> {
    const taken = await this.tickets.exchange(id, key, deviceNameOf(userAgent));
    return { signedIn: taken ? await this.me.signedIn(taken) : null };
  }
}
