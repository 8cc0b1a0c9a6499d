import { join } from 'node:path';
import type { DynamicModule, LogLevel, Type } from '@nestjs/common';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings';
import { AppModule } from './app.module';
import { assertEveryRouteIsMarked } from './access/unmarked-routes';
import { guardByHeaders } from './http/headers';
import { refuseAddress } from './http/refusal.filter';
import { validation } from './http/validation';

/** The mini-program's pages for a browser, where they are built. */
export const browserBuild = join(__dirname, '..', 'h5');
const largestBody = 1024 * 1024;
/** A telephone's photograph; it is kept much smaller. */
const largestPhoto = 12 * 1024 * 1024;

export interface AppOptions {
  /** Modules beside the product's own, such as the demo's. */
  readonly beside?: readonly (DynamicModule | Type)[];
  readonly logger?: LogLevel[] | false;
}

/** The whole server, not yet listening: tables up to date, every route marked. */
export async function createApp(
  settings: Settings,
  { beside = [], logger = ['error', 'warn'] }: AppOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    // Only what our own proxies say of an address is believed.
    trustProxy: (_address: string, hop: number) => hop < settings.trustedProxies,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 70_000,
    frameworkErrors: refuseAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, beside), adapter, {
    logger,
    abortOnError: false,
  });
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    // WeChat says that a request holds JSON also when it holds nothing.
    const { headers } = request;
    const isEmpty =
      headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (isEmpty) delete headers['content-type'];
    done();
  });
  endConnectionsOnClose(adapter.getInstance());
  guardByHeaders(adapter.getInstance(), { browserBuild, production: settings.production });
  await app.register(multipart, { limits: { files: 1, fields: 0, fileSize: largestPhoto } });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation);
  app.enableShutdownHooks();
  assertEveryRouteIsMarked(app);
  return app;
}

/** What is under way when the server stops is answered, and its connection then ended: kept alive, it would keep us too. */
function endConnectionsOnClose(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
}
