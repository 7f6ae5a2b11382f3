const numbers = /连非诉〔\d{4}〕\d+号/g
// The demo's operator and legal guides, who stand in neither list.
const others = ['市中心值班员', '陈法官', '苏律师']
let names

/** Names of organisations and mediators stay as they are in every language. */
async function properNames(who) {
  const [organisations, mediators] = await Promise.all(['organisations', 'mediators'].map((what) => who.ask('GET', `/${what}?take=200`)))
  return [...[...organisations, ...mediators].map(({ name }) => name), ...others].sort((a, b) => b.length - a.length)
}

/** Chinese that stands on an English page and is neither a proper name nor marked as Chinese; each piece of text. */
export async function chineseOn(who) {
  names ??= await properNames(who)
  const pieces = await who.page.evaluate(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest('[lang^="zh"]') && node.parentElement.checkVisibility()) found.push(node.data.trim())
    }
    return found
  })
  return pieces.filter((piece) => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(names.reduce((rest, name) => rest.replaceAll(name, ''), piece.replace(numbers, ''))))
}
