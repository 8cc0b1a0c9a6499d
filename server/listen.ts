import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { SwaggerModule } from '@nestjs/swagger';
import type { Settings } from '../config/settings';
import { browserBuild, createApp, type AppOptions } from './create-app';
import { describeApi } from './http/openapi';

/** Starts the whole server: the API under /api, its document at /docs, the mini-program's browser build at /. */
export async function listen(
  settings: Settings,
  options?: AppOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = await createApp(settings, options);
  SwaggerModule.setup('docs', app, () => describeApi(app), { customSiteTitle: '巾帼培训 API' });
  if (existsSync(browserBuild)) {
    await app.register(
      fastifyStatic as never,
      { root: browserBuild, prefix: '/', cacheControl: true, maxAge: '1h', index: 'index.html' } as never,
    );
  }
  await app.listen(settings.port, '0.0.0.0');
  const { port } = new URL(await app.getUrl());
  const url = `http://localhost:${port}`;
  process.stdout.write(`巾帼培训 is listening on ${url}\n`);
  return { url, close: () => app.close() };
}
