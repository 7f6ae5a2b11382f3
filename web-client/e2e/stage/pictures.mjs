// Pictures of the walk: each page on a phone and on a desktop, in both languages.
import { mkdirSync, rmSync } from 'node:fs'
import { closeBrowser, run, Stage } from './stage.mjs'
import { prepare, walk } from './walk.mjs'

export async function takePictures(only = '') {
  const folder = `${run}screens`
  if (!only) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const language of ['zh-CN', 'en']) {
    const stage = new Stage()
    try {
      const prepared = await prepare(stage, language)
      for (const device of ['phone', 'desktop']) {
        const visitor = await stage.person({ name: 'visitor', device, language, scale: 2 })
        const applicant = await stage.deviceOf(prepared.applicant, { device, language, scale: 2 })
        await walk(prepared, visitor, applicant, async (name, { page }) => {
          if (!name.includes(only)) return
          const path = `${folder}/${name}-${device === 'phone' ? 360 : 1440}-${language.slice(0, 2)}.png`
          await page.screenshot({ path, fullPage: true })
          console.log(path)
        })
      }
    } catch (error) {
      await stage.keep(`${folder}/failed`)
      throw error
    } finally {
      await stage.close()
    }
  }
  await closeBrowser()
}
