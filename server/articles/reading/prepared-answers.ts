import { Inject, Injectable } from '@nestjs/common';
import { prepare, type Prepared } from '../../http/prepared';
import { CurrentEdition } from './edition';

const mostKept = 2_000;

/** Answers made once for each edition of the shelf. A refusal is never kept. */
@Injectable()
export class PreparedAnswers {
  private edition = -1;
  /** The one used longest ago stands first. */
  private readonly kept = new Map<string, Promise<Prepared>>();

  constructor(@Inject(CurrentEdition) private readonly current: CurrentEdition) {}

  async of(question: string, make: () => Promise<object>): Promise<Prepared> {
    const edition = await this.current.number();
    // A number that goes back belongs to a database that was put back.
    if (edition !== this.edition) this.kept.clear();
    this.edition = edition;
    const known = this.kept.get(question);
    this.kept.delete(question);
    const answer = known ?? make().then(prepare);
    this.kept.set(question, answer);
    if (!known) answer.catch(() => this.kept.get(question) === answer && this.kept.delete(question));
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!);
    return answer;
  }
}
