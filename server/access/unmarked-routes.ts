import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { mark } from './marks';

/**
 * Refuses to start a server with a route that does not say who may use it:
 * a forgotten mark must be found by its author, not by a stranger.
 *
 * @throws naming every unmarked route.
 */
export function assertEveryRouteIsMarked(app: INestApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const unmarked = app
    .get(DiscoveryService)
    .getControllers()
    .filter(({ metatype }) => typeof metatype === 'function')
    .flatMap(({ metatype, name }) => {
      const methods = (metatype as new () => object).prototype as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(methods)
        .filter(
          (method) =>
            Reflect.hasMetadata(PATH_METADATA, methods[method]!) && !reflector.get(mark, methods[method]!),
        )
        .map((method) => `${String(name)}.${method}`);
    });
  if (unmarked.length > 0)
    throw new Error(`These routes say nothing about who may use them: ${unmarked.join(', ')}`);
}
