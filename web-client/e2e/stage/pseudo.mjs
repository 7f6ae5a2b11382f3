// A language that nobody speaks, made from the English texts while they are loaded: each letter bears a mark, each text is a third longer and stands in brackets.
// What stands on a page without them has not come from the texts.

const definition = /addResourceBundle\((\w+),(\w+),(\w+),([^)]*)\)\{/g

/** From now on this person's English pages speak it. */
export async function speakPseudo(who) {
  await who.context.addInitScript(makePseudo)
  let patched = 0
  await who.context.route('**/assets/*.js', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    const spoken = body.replace(definition, (whole, language, _, texts) => {
      patched++
      return `${whole}if(${language}==="en")${texts}=globalThis.toPseudo(${texts});`
    })
    await route.fulfill({ response: answer, body: spoken })
  })
  return () => patched
}

function makePseudo() {
  const marks = Object.fromEntries([...'áéíóúýÁÉÍÓÚÝñÑçÇšŠžŽřŘťŤďĎľĽğĞĥĤĵĴķĶẃẂẍẌǹǸƀƀ'].map((mark) => [mark.normalize('NFD')[0], mark]))
  const one = (text) => {
    const marked = text.split(/(\{\{.*?\}\}|<[^>]*>|\$t\(.*?\))/).map((part, at) => (at % 2 ? part : part.replace(/[A-Za-z]/g, (letter) => marks[letter] ?? `${letter}\u0301`))).join('')
    return `⟦${marked}${' ẽẽẽ'.repeat(Math.ceil(text.length / 12))}⟧`
  }
  const all = (texts) => (typeof texts === 'string' ? one(texts) : Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, all(value)])))
  globalThis.toPseudo = all
}

/** Words on the page, and names for those who do not see it, that came from elsewhere: plain letters outside the brackets. `given`: what people wrote or are called. */
export const untranslated = (page, given = []) => page.evaluate((known) => {
  const plain = (text) => {
    let rest = text
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, ' ')]
    for (const one of known) rest = rest.replaceAll(one, ' ')
    return rest.normalize('NFD').match(/[A-Za-z][A-Za-z]+(?![\u0300-\u036f])/g) ?? []
  }
  const found = []
  const look = (text, where) => plain(text).length > 0 && found.push(`${where}: ${text.trim().slice(0, 80)}`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  // A text may be put together of several pieces; the block that holds them is what is read.
  const blocks = new Set()
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!element || walker.currentNode.data.trim() === '' || element.closest('noscript, script, style, time, code, pre, [data-pseudo=off]') || !element.checkVisibility()) continue
    blocks.add(element.closest('p, li, h1, h2, h3, label, button, a, dt, dd, legend, summary, span, div') ?? element)
  }
  for (const block of blocks) if (![...block.children].some((child) => blocks.has(child))) look(block.innerText ?? '', block.tagName.toLowerCase())
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (element.hasAttribute(name) && !element.closest('time')) look(element.getAttribute(name), name)
  return found
}, given)
