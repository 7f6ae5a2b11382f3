// What a page has shown and how fast, watched from inside it.

/** Runs in the page first: keeps every line that was shown, by room, and how long each key took until it was painted. */
function install() {
  globalThis.odrShown = {}
  globalThis.odrPainted = []
  globalThis.odrKeys = 0
  const take = (entry) => {
    const room = entry.closest('[data-testid=pane]')?.dataset.room ?? location.pathname.split('/').at(-1)
    const text = entry.querySelector('.bubble')?.textContent
    if (text !== undefined) (globalThis.odrShown[room] ??= {})[entry.dataset.sequence] = text
  }
  new globalThis.MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue
        if (node.matches('[data-testid=entry]')) take(node)
        else for (const entry of node.querySelectorAll('[data-testid=entry]')) take(entry)
      }
    }
  }).observe(document, { childList: true, subtree: true })
  // From the moment that a key went down to the picture that shows it, by the browser's own measure, in steps of 8 ms; it tells of none below 16.
  globalThis.addEventListener('keydown', (event) => {
    if (event.target instanceof globalThis.HTMLTextAreaElement) globalThis.odrKeys++
  }, true)
  new globalThis.PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') globalThis.odrPainted.push(duration)
  }).observe({ type: 'event', durationThreshold: 16 })
}

export class Watch {
  shown = new Map()
  painted = []
  keys = 0

  /** Of a page that opens something only afterwards. */
  static async on(person) {
    await person.page.addInitScript(install)
    const cdp = await person.context.newCDPSession(person.page)
    // Counted in the time of the page's own thread: what else the machine does is not in it.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return Object.assign(new Watch(), { page: person.page, cdp })
  }

  /** Takes over what the page has kept since the last time. */
  async drain() {
    const { shown, painted, keys } = await this.page.evaluate(() => {
      const kept = { shown: globalThis.odrShown, painted: globalThis.odrPainted, keys: globalThis.odrKeys }
      globalThis.odrShown = {}
      globalThis.odrPainted = []
      globalThis.odrKeys = 0
      return kept
    })
    for (const [room, lines] of Object.entries(shown)) {
      if (!this.shown.has(room)) this.shown.set(room, new Map())
      for (const [sequence, text] of Object.entries(lines)) this.shown.get(room).set(Number(sequence), text)
    }
    this.painted.push(...painted)
    this.keys += keys
  }

  /** How long (ms) the keys since the last time took until they were painted; those below 16 ms count as that. */
  taken() {
    const [quick, slow] = [Math.max(0, this.keys - this.painted.length), this.painted.splice(0)]
    this.keys = 0
    return [...Array.from({ length: quick }, () => 16), ...slow]
  }

  /** Milliseconds of processor time that the page's own thread has taken so far. */
  async busy() {
    const { metrics } = await this.cdp.send('Performance.getMetrics')
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value
  }

  /** Of the JavaScript heap in kB once what nobody holds is gone, and what hangs in the document. */
  async memory() {
    await this.drain()
    await this.cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.cdp.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await this.cdp.send('Memory.getDOMCounters')
    return { kB: Math.round(usedSize / 1024), nodes, listeners: jsEventListeners }
  }
}

/** The value below which such a share of them lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

/** By how much the values grow from one to the next, by least squares. */
export function slope(values) {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const [up, down] = values.reduce(([u, d], value, at) => [u + (at - middle) * (value - mean), d + (at - middle) ** 2], [0, 0])
  return down === 0 ? 0 : up / down
}
