// One way of a slow line: what is carried comes out in order, after the time on the way and no faster than the line takes it.

export class Pace {
  #free = 0
  #last = Promise.resolve()

  /** @param delay ms on the way */
  constructor(kbps, delay) {
    Object.assign(this, { kbps, delay })
  }

  /** Calls `done` when so many bytes have come out at the other end. */
  carry(bytes, done) {
    this.#free = Math.max(Date.now(), this.#free) + (bytes * 8) / this.kbps
    const due = this.#free + this.delay
    this.#last = this.#last.then(() => new Promise((later) => setTimeout(later, Math.max(0, due - Date.now())))).then(done)
  }
}
