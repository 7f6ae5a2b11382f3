// Chance that can be had again: the same seed, the same course.
export class Chance {
  #state

  constructor(seed) {
    this.#state = seed >>> 0 || 1
  }

  /** Between 0 and 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`. */
  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  of(choices) {
    return choices[this.whole(0, choices.length - 1)]
  }
}
