import {
  applyDecorators,
  CallHandler,
  createParamDecorator,
  ExecutionContext,
  Inject,
  Injectable,
  NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings';
import type { SignedRequest } from '../access/marks';
import { Clock } from '../calendar/clock';
import { neighbourhoodOf, sayWait, take, type LimitName, type Window } from './limits.rules';
import { Refusal } from './refusals';
import { SETTINGS } from './settings-token';

const limit = 'limit';
const mostWindows = 20_000;

/**
 * How often one address and one account may ask this route in a minute. Never put it on what a woman or a trainer does:
 * a whole class shares the address of one hotspot.
 */
export const Limited = (name: LimitName) =>
  applyDecorators(SetMetadata<string, LimitName>(limit, name), UseInterceptors(LimitInterceptor));

/** Who asks from outside: her address, made coarse. */
export const Address = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  neighbourhoodOf(context.switchToHttp().getRequest<FastifyRequest>().ip),
);

/** Counts requests in this process; what must be exact over several servers is counted in the database. */
@Injectable()
export class Limits {
  /** In the order in which they were opened, so that the oldest is the first to be forgotten. */
  private readonly windows = new Map<string, Window>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal `request.tooOften` when this asker has had her share of the minute. */
  take(name: LimitName, asker: string): void {
    const key = `${name} ${asker}`;
    const before = this.windows.get(key);
    const answer = take(before, this.settings.limits[name], this.clock.now().getTime());
    if ('waitMs' in answer)
      throw new Refusal('request.tooOften', {
        wait: sayWait(answer.waitMs),
        seconds: Math.ceil(answer.waitMs / 1000),
      });
    if (before?.from !== answer.window.from) this.windows.delete(key);
    this.windows.set(key, answer.window);
    if (this.windows.size > mostWindows) this.windows.delete(this.windows.keys().next().value!);
  }
}

@Injectable()
class LimitInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const name = this.reflector.get<LimitName>(limit, context.getHandler());
    const { ip, actor } = context.switchToHttp().getRequest<FastifyRequest & SignedRequest>();
    this.limits.take(name, neighbourhoodOf(ip));
    if (actor) this.limits.take(name, actor.accountId);
    return next.handle();
  }
}
