import { DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '../../config/settings';
import { FileStore } from './file-store';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';
import { FolderStore } from './folder-store';
import { ObjectStore } from './object-store';

@Module({})
export class FilesModule {
  static with({ filesDir, objectStore }: Settings): DynamicModule {
    const store = objectStore ? new ObjectStore(objectStore) : new FolderStore(filesDir);
    return {
      module: FilesModule,
      global: true,
      controllers: [FilesController],
      providers: [{ provide: FileStore, useValue: store }, FilesService],
      exports: [FilesService, FileStore],
    };
  }
}
