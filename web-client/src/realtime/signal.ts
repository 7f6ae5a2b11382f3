/** A value that tells who watches it. Made for useSyncExternalStore. */
export class Signal<T> {
  private readonly watchers = new Set<() => void>()
  private current: T

  constructor(initial: T) {
    this.current = initial
  }

  readonly get = (): T => this.current

  set(value: T): void {
    if (Object.is(value, this.current)) return
    this.current = value
    for (const watcher of [...this.watchers]) watcher()
  }

  update(change: (value: T) => T): void {
    this.set(change(this.current))
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => void this.watchers.delete(watcher)
  }
}
