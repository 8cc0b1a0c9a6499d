import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { statement } from '../../database/statement';
import { articlesEdition } from './shelf';

/**
 * The number of the shelf as it is now, also when another server changed it. It is one row read by its key; all who ask
 * while one reading is under way share the next one, which begins after each of them asked: nobody is told an old number.
 */
@Injectable()
export class CurrentEdition {
  private underWay: Promise<unknown> = Promise.resolve();
  private next: Promise<number> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  number(): Promise<number> {
    this.next ??= this.underWay
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        const reading = this.read();
        this.underWay = reading;
        return reading;
      });
    return this.next;
  }

  private async read(): Promise<number> {
    const [row] = await statement<{ number: number }[]>(
      this.database.rows,
      'SELECT number FROM editions WHERE name = ?',
      [articlesEdition],
    );
    return row!.number;
  }
}
