import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/**
 * What a browser may do with our pages: run the scripts we built and nothing else, ask only this server, draw pictures
 * of ours and those made on the spot, stand in nobody's frame. The one script inside the page is named by its hash.
 * Styles stand in the elements themselves, since Taro writes them there.
 */
export function guardByHeaders(
  server: FastifyInstance,
  { browserBuild, production }: { browserBuild: string; production: boolean },
): void {
  const headers = written(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", ...scriptsInside(join(browserBuild, 'index.html'))],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          mediaSrc: ["'self'"],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      // Only where it is served behind TLS; elsewhere it would lock a browser out of a local server.
      strictTransportSecurity: production && { maxAge: 31_536_000, includeSubDomains: false },
      crossOriginEmbedderPolicy: false,
    }),
  );
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** What helmet writes, asked once: it is the same for every answer, and every answer carries it. */
function written(write: ReturnType<typeof helmet>): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  write(request, response, (error) => {
    if (error) throw error as Error;
  });
  return Object.fromEntries(
    response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]),
  );
}

/** The hashes of the scripts that stand in the page itself. */
function scriptsInside(page: string): string[] {
  if (!existsSync(page)) return [];
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}
