/** A growing column of whole numbers: doubles when full, so entering n numbers costs O(n). */
export class Column {
  private numbers = new Int32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  /** The numbers entered so far, not copied. */
  filled(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }
}
