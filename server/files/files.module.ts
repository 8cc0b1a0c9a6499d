import { DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '../../config/settings';
import { FileStore } from './file-store';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';
import { FolderStore } from './folder-store';

@Module({})
export class FilesModule {
  static with({ filesDir }: Settings): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      controllers: [FilesController],
      providers: [{ provide: FileStore, useValue: new FolderStore(filesDir) }, FilesService],
      exports: [FilesService, FileStore],
    };
  }
}
