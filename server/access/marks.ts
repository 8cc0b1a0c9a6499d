import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '../http/refusals';
import type { Actor } from './actor';
import type { Action } from './policies';

export const mark = 'access';

/** What a route says about who may use it. */
export type Mark = { readonly open: true } | { readonly open: false; readonly action: Action };

/** The request as the guard leaves it. */
export interface SignedRequest {
  method: string;
  headers: Record<string, string | string[] | undefined>;
  actor?: Actor;
  /** What the route's mark says she does; nothing in an open route. */
  action?: Action;
}

/** Everybody, without signing in. */
export const Open = () => SetMetadata<string, Mark>(mark, { open: true });

/** Whoever the policy of this action names. */
export const May = (action: Action) => SetMetadata<string, Mark>(mark, { open: false, action });

/** Who is asking, in a route that needs it. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedRequest>();
  if (!actor) throw new Refusal('signIn.needed');
  return actor;
});

/** Who is asking, in an open route where somebody may also be signed in. */
export const Perhaps = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<SignedRequest>().actor,
);
