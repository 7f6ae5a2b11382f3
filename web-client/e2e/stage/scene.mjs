// A test in a browser: its people's pages may not complain; when it fails a picture and the console of each are kept.
import test, { after } from 'node:test'
import { closeBrowser, run, Stage } from './stage.mjs'

after(closeBrowser)

/**
 * @param {(stage: Stage) => Promise<void>} act
 * @param lacks what it needs and this machine has not: then it is told as skipped, with that as its reason
 */
export function scene(name, act, { seconds = 240, lacks = null } = {}) {
  test(name, { skip: lacks ?? false }, async () => {
    const stage = new Stage()
    try {
      await Promise.race([act(stage), over(seconds)])
      stage.mustBeQuiet()
    } catch (error) {
      await stage.keep(`${run}test/browser/${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`)
      throw error
    } finally {
      await stage.close()
    }
  })
}

const over = (seconds) => new Promise((_, fail) => setTimeout(() => fail(new Error(`took longer than ${seconds} s`)), seconds * 1_000).unref())
