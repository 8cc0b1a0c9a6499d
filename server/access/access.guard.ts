import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SignInsService } from '../accounts/sign-ins.service';
import { Refusal } from '../http/refusals';
import type { Actor } from './actor';
import { mark, type Mark, type SignedRequest } from './marks';

/** Denies what is not marked, and what the policy does not allow. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SignInsService) private readonly signIns: SignInsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<Mark | undefined>(mark, context.getHandler());
    if (!rule) throw new Refusal('access.denied');
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const actor = await this.actorOf(request);
    if (rule.open) return true;
    request.action = rule.action;
    if (!actor) throw new Refusal('signIn.needed');
    if (!actor.may(rule.action)) throw new Refusal('access.denied');
    return true;
  }

  private async actorOf(request: SignedRequest): Promise<Actor | undefined> {
    const [scheme, token] = String(request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) return undefined;
    const actor = await this.signIns.actorOf(token);
    if (!actor) return undefined;
    actor.isOnlyReading = request.method === 'GET';
    request.actor = actor;
    return actor;
  }
}
