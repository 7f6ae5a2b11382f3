// Pictures of the walk: each page on a phone and on a desktop, in both languages, in the usual look and in 长辈版.
import { mkdirSync, rmSync } from 'node:fs'
import { devices } from './looks.mjs'
import { closeBrowser, run, Stage } from './stage.mjs'
import { prepare, walk } from './walk.mjs'
import { walkOn, walkStaff } from './walk-on.mjs'

export async function takePictures(only = '') {
  const folder = `${run}screens`
  if (!only) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const language of ['zh-CN', 'en']) {
    const stage = new Stage()
    try {
      const prepared = await prepare(stage, language)
      for (const device of ['phone', 'desktop']) {
        const people = await devices(stage, prepared, { device, language })
        const look = async (name, { page }) => {
          if (!name.includes(only)) return
          const path = `${folder}/${name}-${device === 'phone' ? 360 : 1440}-${language.slice(0, 2)}.png`
          await page.screenshot({ path, fullPage: true })
          console.log(path)
        }
        await walk(prepared, people.visitor, people.applicant, look)
        await walkOn(prepared.on, people.applicant, people.owner, look)
        await walkStaff(prepared.on, people.keeper, people.desk, look)
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
