import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';

@Module({
  imports: [CoursesModule, WomenModule, RegionsModule, RecordsModule],
  controllers: [CertificatesController],
  providers: [CertificatesService],
  exports: [CertificatesService],
})
export class CertificatesModule {}
