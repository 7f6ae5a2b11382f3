import type { Plugin } from 'vite'

// Both write a style element as markup; nothing else of the staff's pages makes markup out of words.
const writers = ['@rc-component/util/es/Dom/dynamicCSS.js', '@ant-design/icons/es/cssUtils.js']

/** What stands in each of them, and what is to stand there: the element is placed empty, and its rules are set on it once it stands in the page. */
const changes: readonly [string, string][] = [
  ['function injectCSS(css, option = {}) {', 'function injectCSS(css, option = {}) {\n  const node = placed(option);\n  if (node) ruled(node, css);\n  return node;\n}\nfunction placed(option) {'],
  ['  styleNode.innerHTML = css;\n', ''],
  ['    if (existNode.innerHTML !== css) {\n      existNode.innerHTML = css;\n    }\n', '    ruled(existNode, css);\n'],
]

const ruled = `
const known = new WeakMap();
function ruled(node, css) {
  if (css === '' || known.get(node) === css) return;
  known.set(node, css);
  const read = new CSSStyleSheet();
  read.replaceSync(css);
  const { sheet } = node;
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  for (const rule of read.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
}
`

/**
 * antd's style writers make markup out of words, which Trusted Types forbid, and styles that stand in the page, which the page's policy forbids but for empty ones.
 * Here they are built to set rules on an empty element: that takes no permission, so that a page which is kept for weeks needs no number of its own.
 * A build in which one of them no longer reads as it did fails.
 */
export function stylesAsText(): Plugin {
  return {
    name: 'styles-as-text',
    apply: 'build',
    transform(code, id) {
      if (!writers.some((one) => id.split('?')[0]?.endsWith(one))) return null
      let written = code
      for (const [was, is] of changes) {
        if (written.split(was).length !== 2) this.error(`${id} writes its styles in another way than was known`)
        written = written.replace(was, () => is)
      }
      if (/innerHTML|textContent|createTextNode/.test(written)) this.error(`${id} writes its styles in another way than was known`)
      return { code: written + ruled, map: null }
    },
  }
}
