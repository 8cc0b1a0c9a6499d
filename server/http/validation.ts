import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { quickCheckOf } from './quick-check';
import type { FieldProblemView } from './refusal.view';

/** Thrown when a body, a query or an id breaks its dto. */
export class InvalidInput extends Error {
  constructor(readonly fields: FieldProblemView[]) {
    super('invalid input');
  }
}

/** What each constraint of class-validator says to a person; an unknown one gets the last sentence. */
const sentences: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这一项',
  isString: '要填文字',
  isNotEmpty: '不能空着',
  minLength: '太短了',
  maxLength: '太长了',
  isInt: '要填整数',
  isBoolean: '要选是或否',
  min: '数字太小了',
  max: '数字太大了',
  isIn: '请从列出的选项里选',
  isArray: '要填一组',
  arrayMinSize: '至少选一项',
  arrayMaxSize: '太多了',
  arrayUnique: '有重复',
  isUuid: '编号不对',
  isDay: '日期不对',
  isInstant: '时间不对',
  isName: '姓名只用汉字、字母和间隔号，最多三十个字',
  isLogin: '要3到30个小写字母、数字、点或横线，字母开头',
  isPhone: '请填十一位手机号',
};

/** Checks every body and query against its dto; what the dto does not name is refused, never ignored. */
class Validation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return quickCheckOf(metadata.metatype)?.(value) ? value : super.transform(value, metadata);
  }
}

export const validation = new Validation({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => problems(error, ''))),
});

function problems(error: ValidationError, path: string): FieldProblemView[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).slice(0, 1);
  const nested = (error.children ?? []).flatMap((child) => problems(child, field));
  return [...own.map((name) => ({ field, problem: sentences[name] ?? '填得不对，请再看看' })), ...nested];
}
