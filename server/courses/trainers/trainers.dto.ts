import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsName, IsPhone } from '../../http/fields';
import { families, type Family } from '../../needs/families.rules';

export class TrainerDto {
  @IsName()
  name: string;

  /** What she is known for, as shown: 柳编、钩织 */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  speciality: string;

  /** What she can teach; without it, what she has taught so far. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(families, { each: true })
  families?: Family[];

  /** Sealed at rest; without it the number that is known stays. */
  @IsOptional()
  @IsPhone()
  phone?: string;
}

export class RetirementDto {
  /** Whether it is no longer used; false takes it up again. */
  @IsBoolean()
  isRetired: boolean;
}
