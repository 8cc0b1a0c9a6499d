import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../actor';
import type { SignedRequest } from '../marks';
import type { Action } from '../policies';
import { isReadBehindGlass, sayRead } from './break-glass.rules';
import { BreakGlassService } from './break-glass.service';

interface Asked extends SignedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly routeOptions: { readonly url?: string };
}

/**
 * Puts on record what somebody reads only because she broke a glass, before the answer leaves. A hook of the server and
 * not of the routes: all but a few requests a year pass it with one look.
 */
@Injectable()
export class ReadRecords implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(BreakGlassService) private readonly glasses: BreakGlassService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onSend', (request, reply, answer, done) => {
      const asked = request as unknown as Asked;
      const { actor } = asked;
      const mayBeBehindGlass = actor && actor.glasses.length > 0 && actor.isOnlyReading;
      if (!mayBeBehindGlass || reply.statusCode >= 400) return done(null, answer);
      this.record(actor, asked.action ?? 'women.read', asked, answer).then(() => done(null, answer), done);
    });
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

/** The women on a list, as it is sent. */
function idsIn(answer: unknown): string[] {
  if (typeof answer !== 'string') return [];
  const { women } = (JSON.parse(answer) ?? {}) as { women?: unknown };
  if (!Array.isArray(women)) return [];
  return (women as { id?: unknown }[]).map(({ id }) => id).filter((id) => typeof id === 'string');
}
