import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { roles, type Role } from '../../access/roles.rules';
import { IsName, IsRegionCode } from '../../http/fields';

export class ListStaffDto {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  name?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page?: number = 1;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  size?: number = 30;
}

/** An office, and where it is held. */
export class OfficeDto {
  @IsIn(roles)
  role: Role;

  /** A helper's is a township or village, a trainer's and a county officer's a county. */
  @IsRegionCode()
  regionCode: string;
}

export class AppointDto extends OfficeDto {
  /** A trainer is called as her record says. */
  @IsName()
  name: string;

  /** Which trainer of the county she is; for a trainer only. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsUUID()
  trainerId?: string;
}
