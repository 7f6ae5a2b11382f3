// Figures as they are known, in the form of scripts/bench: a line for people, or one JSON object a line.

export class Figures {
  constructor({ json = false, quiet = false } = {}) {
    Object.assign(this, { json, quiet })
  }

  /** @param baseline what it is held against: a bound, or the same measured otherwise */
  add(name, value, unit, baseline = null) {
    if (this.quiet) return
    const ratio = baseline > 0 ? value / baseline : null
    console.log(this.json
      ? JSON.stringify({ name, value: rounded(value), unit, baseline, ratio: rounded(ratio) })
      : `${name.padEnd(66)} ${String(rounded(value)).padStart(12)} ${unit}${ratio === null ? '' : `  (against ${baseline}, ratio ${rounded(ratio)})`}`)
  }
}

const rounded = (value) => (value === null ? null : Math.round(value * 1e3) / 1e3)
