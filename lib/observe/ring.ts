/** The last `size` values, oldest first. */
export class Ring<T> {
  private readonly size: number;
  private kept: T[] = [];

  constructor(size: number) {
    this.size = size;
  }

  push(value: T): void {
    this.kept.push(value);
    // cut now and then: shifting at each push would move the whole array
    if (this.kept.length >= 2 * this.size) this.kept = this.kept.slice(-this.size);
  }

  get all(): T[] {
    return this.kept.slice(-this.size);
  }
}
