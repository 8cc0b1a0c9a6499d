/** The body of every 4xx and 5xx answer. */
export class RefusalView {
  /** Stable, for programs: `batch.full`. */
  code: string;
  /** One plain Chinese sentence that says what to do next. */
  message: string;
  /** Fields that were wrong, where the body was. */
  fields?: FieldProblemView[];
  /** What the sentence is about, such as the other batch's title. */
  about?: Record<string, unknown>;
}

export class FieldProblemView {
  /** Path of the field in the body: `sessions.0.heldOn`. */
  field: string;
  /** What is wrong with it, in Chinese. */
  problem: string;
}
