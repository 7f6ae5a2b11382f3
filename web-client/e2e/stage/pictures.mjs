// Small pictures of every page, into docs/screens: on a phone and on a desktop, in both languages, as usual and in 长辈版.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { devices, looks, wear } from './looks.mjs'
import { startService } from './service.mjs'
import { closeBrowser, run, Stage } from './stage.mjs'
import { prepare, walk } from './walk.mjs'
import { prepareOn } from './walk-cases.mjs'
import { walkOn } from './walk-on.mjs'
import { walkStaff } from './walk-staff.mjs'
import { walkStaffStates, walkStates } from './walk-states.mjs'

const folder = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))
const largest = 60_000
/** States that show little more than the page before them: looked at by the accessibility walk, not pictured. */
const leftOut = new Set(['apply-1-missing', 'apply-1-code', 'invitation-code', 'invitation-refuse', 'case-refused', 'case-performance-receive', 'case-late-answer', 'sign-decline', 'verify-code', 'confirmation-begin', 'room-paused', 'case-your-data-running', 'console-acts'])
const screens = { phone: { width: 360, height: 780, scale: 0.68 }, desktop: { width: 1440, height: 900, scale: 0.45 } }
const [usual, , elder] = looks
/** The one that the README shows. */
const cover = { of: 'console-two', file: 'console.webp', language: 'zh-CN', width: 1440, height: 900, scale: 0.66, most: 90_000 }
const isPicture = /-(phone|desktop)-(zh|en)(-elder)?\.webp$/

/** Both languages at the same time, each on a service of its own: no page of one shows cases of the other. */
export async function takePictures(only = '') {
  mkdirSync(folder, { recursive: true })
  if (!only) for (const name of readdirSync(folder).filter((file) => file.endsWith('.webp'))) rmSync(folder + name)
  await Promise.all([inLanguage('zh-CN', only), startService().then((service) => inLanguage('en', only, service))])
  await closeBrowser()
}

async function inLanguage(language, only, service = null) {
  const who = { device: 'desktop', language }
  const look = async (name, person, id) => {
    if (!name.includes(only) || leftOut.has(name)) return
    for (const [which, size] of [[elder, '-elder'], [usual, '']]) {
      await wear(person, which)
      for (const [screen, measures] of Object.entries(screens)) await paint(person, id, `${folder}${name}-${screen}-${language.slice(0, 2)}${size}.webp`, measures)
    }
    if (name === cover.of && language === cover.language) await paint(person, id, folder + cover.file, cover)
  }
  try {
    await onStage(service, async (stage) => {
      const prepared = await prepare(stage, language)
      await walk(prepared, await stage.person({ name: 'visitor', ...who }), await stage.deviceOf(prepared.applicant, who), look)
    })
    await onStage(service, async (stage) => {
      const on = await prepareOn(stage, language)
      const people = await devices(stage, on, who)
      await walkOn(on, people.applicant, people.as, look)
      await walkStaff(on, people, look)
      await walkStates(on, people, look)
      await walkStaffStates(on, people, look)
    })
  } finally {
    await service?.stop()
  }
}

async function onStage(service, act) {
  const stage = new Stage()
  if (service) stage.url = service.url
  try {
    await act(stage)
  } catch (error) {
    await stage.keep(`${run}screens-failed`)
    throw error
  } finally {
    writeFileSync(`${folder}README.md`, index())
    await stage.close()
  }
}

/** What is on the screen, with the part it is about at the top; coarser as long as it is too large. */
async function paint({ page }, id, path, { width, height, scale, most = largest }) {
  await page.setViewportSize({ width, height })
  if (id) await page.getByTestId(id).first().evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
  const browser = await page.context().newCDPSession(page)
  try {
    const { cssVisualViewport: { pageX, pageY, clientWidth, clientHeight } } = await browser.send('Page.getLayoutMetrics')
    for (let quality = 40; quality > 10; quality -= 10) {
      const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality, clip: { x: pageX, y: pageY, width: clientWidth, height: clientHeight, scale } })
      writeFileSync(path, Buffer.from(data, 'base64'))
      if (statSync(path).size <= most) return
    }
    throw new Error(`${path} is larger than ${most} bytes`)
  } finally {
    await browser.detach()
  }
}

/** The list of the pictures that lie there. */
function index() {
  const files = new Set(readdirSync(folder).filter((name) => isPicture.test(name)))
  const names = [...new Set([...files].map((file) => file.replace(isPicture, '')))].sort()
  const kinds = ['phone-zh', 'phone-zh-elder', 'phone-en', 'phone-en-elder', 'desktop-zh', 'desktop-zh-elder', 'desktop-en', 'desktop-en-elder']
  const titles = ['phone 中文', 'phone 长辈版', 'phone English', 'phone English, large', 'desktop 中文', 'desktop 长辈版', 'desktop English', 'desktop English, large']
  const bytes = [...files].reduce((sum, file) => sum + readFileSync(folder + file).length, 0)
  const row = (name) => `| ${name} | ${kinds.map((kind) => (files.has(`${name}-${kind}.webp`) ? `[▣](${name}-${kind}.webp)` : '–')).join(' | ')} |`
  return [
    '# What the pages look like', '',
    '每一页在手机（360 × 780）和电脑（1440 × 900）上的样子，中文和英文，标准版和长辈版。',
    'Every page on a phone (360 × 780) and on a desktop (1440 × 900), in Chinese and in English, in the usual look and in 长辈版 (large).', '',
    `Taken by \`npm run screens\` in \`web-client/\` from the running service with made-up people; ${files.size} pictures, ${(bytes / 1_000_000).toFixed(1)} MB.`, '',
    `| page | ${titles.join(' | ')} |`, `| --- | ${titles.map(() => '---').join(' | ')} |`, ...names.map(row), '',
  ].join('\n')
}
