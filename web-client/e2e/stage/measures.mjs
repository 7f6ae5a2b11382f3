// Measures of a page as it stands on the screen.

/** What runs over the right edge of the screen; one line for each element, the innermost only. */
export function overTheEdge(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.scrollingElement.scrollWidth <= width) return []
    const over = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
    return over.filter((element) => !over.some((other) => other !== element && element.contains(other)))
      .map((element) => `over the edge: ${element.outerHTML.slice(0, 120)}`)
  })
}

/** 长辈版: words of at least 18 px with a line height of 1.3, targets at least 60 px high (links within a sentence are words). */
export function elderFaults(page, least = 60) {
  return page.evaluate((target) => {
    const faults = []
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip, [aria-hidden=true]')
    const walker = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!node.data.trim() || !shown(element)) continue
      const { fontSize, lineHeight } = getComputedStyle(element)
      if (parseFloat(fontSize) < 18) faults.push(`too small: ${node.data.trim().slice(0, 30)} ${fontSize}`)
      if (parseFloat(lineHeight) < 1.3 * parseFloat(fontSize) - 0.5) faults.push(`lines too close: ${node.data.trim().slice(0, 30)} ${lineHeight} of ${fontSize}`)
    }
    for (const element of document.querySelectorAll('#root :is(button, a.button, a.card, select, textarea, input:not([type=checkbox], [type=radio], [type=file])), #root label.choice')) {
      const { height } = element.getBoundingClientRect()
      if (shown(element) && height > 0 && height < target - 0.5) faults.push(`too low: ${(element.textContent || element.outerHTML).trim().slice(0, 40)} ${height}px`)
    }
    return faults
  }, least)
}
