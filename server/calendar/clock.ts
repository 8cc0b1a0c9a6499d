import { Injectable } from '@nestjs/common';

/** The one place where the server asks what time it is; specs put their own clock here. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
