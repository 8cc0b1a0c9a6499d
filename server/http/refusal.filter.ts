import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RefusalCode, Refusal } from './refusals';
import type { RefusalView } from './refusal.view';
import { InvalidInput } from './validation';

/** What Fastify itself refuses before a controller is reached. */
const codeOfStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'input.unreadable',
  404: 'route.unknown',
  405: 'route.unknown',
  413: 'request.tooLarge',
  415: 'method.unsupported',
};

/** Turns an expected "no" into a 4xx with its code and sentence; everything else into a logged 500 that says nothing. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Surprise');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const [status, body] = this.answer(error);
    const seconds = body.about?.seconds;
    if (status === 429 && typeof seconds === 'number') void reply.header('retry-after', seconds);
    void reply.status(status).send(body);
  }

  private answer(error: unknown): [number, RefusalView] {
    if (error instanceof InvalidInput)
      return [400, { ...view(new Refusal('input.invalid')), fields: error.fields }];
    if (error instanceof Refusal) return [error.status, view(error)];
    const code = codeOfStatus[statusOf(error)];
    if (code) return [statusOf(error), view(new Refusal(code))];
    this.log.error(error instanceof Error ? error.stack : String(error));
    return [500, { code: 'server.surprise', message: '系统出了点问题，我们已经记下。请过一会儿再试。' }];
  }
}

/** For an address that the router cannot read: Fastify answers it before any filter is asked. */
export function refuseAddress(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new Refusal('route.unknown');
  void reply.status(refusal.status).send(view(refusal));
}

function view(refusal: Refusal): RefusalView {
  const about = Object.keys(refusal.about).length > 0 ? { about: { ...refusal.about } } : {};
  return { code: refusal.code, message: refusal.sentence, ...about };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return Number((error as { statusCode?: unknown } | null)?.statusCode ?? 500);
}
