import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mergeMap, type Observable } from 'rxjs';
import type { Actor } from '../actor';
import { mark, type Mark, type SignedRequest } from '../marks';
import type { Action } from '../policies';
import { isReadBehindGlass, sayRead } from './break-glass.rules';
import { BreakGlassService } from './break-glass.service';

interface Asked extends SignedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly routeOptions: { readonly url?: string };
}

/** Puts on record what somebody reads only because she broke a glass, before the answer leaves. */
@Injectable()
export class ReadRecordsInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(BreakGlassService) private readonly glasses: BreakGlassService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Asked>();
    const { actor } = request;
    if (!actor || actor.glasses.length === 0 || !actor.isOnlyReading) return next.handle();
    const rule = this.reflector.get<Mark | undefined>(mark, context.getHandler());
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.record(actor, rule?.open === false ? rule.action : 'women.read', request, answer);
        return answer;
      }),
    );
  }

  private async record(actor: Actor, action: Action, request: Asked, answer: unknown): Promise<void> {
    const own = actor.ownScope(isReadBehindGlass(action) ? action : 'women.read');
    const women = new Set([...womenAskedFor(request), ...(action === 'women.list' ? idsIn(answer) : [])]);
    const said = sayRead(request.routeOptions.url ?? '');
    for (const womanId of women) {
      const villageCode = await this.glasses.villageBehindGlass(actor, own, womanId.toLowerCase());
      if (villageCode) await this.glasses.recordRead(actor, villageCode, womanId, said);
    }
  }
}

/** The woman whom the address names, in its path or its query. */
function womenAskedFor({ params, query, routeOptions }: Asked): string[] {
  const isHers = routeOptions.url?.includes('/women/:id') ?? false;
  return [...(isHers ? [params.id] : []), query.womanId].filter((id) => typeof id === 'string');
}

/** The women on a list. */
function idsIn(answer: unknown): string[] {
  const { women } = (answer ?? {}) as { women?: unknown };
  if (!Array.isArray(women)) return [];
  return (women as { id?: unknown }[]).map(({ id }) => id).filter((id) => typeof id === 'string');
}
