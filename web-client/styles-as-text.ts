import type { Plugin } from 'vite'

// Both write a style element as markup and may leave out the page's number; nothing else of the staff's pages makes markup out of words.
const writers = ['@rc-component/util/es/Dom/dynamicCSS.js', '@ant-design/icons/es/cssUtils.js']
const asMarkup = /(\w+)\.innerHTML = css;/g
const numbered = '$1.nonce ||= document.querySelector("meta[property=csp-nonce]")?.nonce ?? ""; $1.textContent = css;'

/**
 * Trusted Types forbid to make markup out of words. antd's style writers do it where a text would do; here they are built to write text, under the page's nonce.
 * A build in which one of them no longer reads as it did fails.
 */
export function stylesAsText(): Plugin {
  return {
    name: 'styles-as-text',
    apply: 'build',
    transform(code, id) {
      if (!writers.some((one) => id.split('?')[0]?.endsWith(one))) return null
      const written = code.replace(asMarkup, numbered)
      if (written === code || written.includes('.innerHTML =')) this.error(`${id} writes its styles in another way than was known`)
      return { code: written, map: null }
    },
  }
}
