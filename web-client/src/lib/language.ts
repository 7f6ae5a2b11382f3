import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export type Language = 'zh-CN' | 'en'

const key = 'odr.language'

function remembered(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN' // storage is closed to us
  }
}

type Load = (language: Language) => Promise<Record<string, unknown>>
/** Languages whose own texts are here; an area that adds its texts for both does not count. */
const loaded = new Set<Language>()
let load: Load = () => Promise.reject(new Error('texts are not set up'))

/** Starts with the remembered language; the texts of the other are fetched when it is chosen. */
export async function setUpTexts(loader: Load): Promise<void> {
  load = loader
  await i18next.use(initReactI18next).init({ lng: 'zh-CN', fallbackLng: false, resources: {}, interpolation: { escapeValue: false }, returnNull: false })
  await setLanguage(remembered())
}

export async function setLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    i18next.addResourceBundle(language, 'translation', await load(language), true, true)
    loaded.add(language)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  // What is put on the home screen bears the name in the language of the pages.
  document.querySelector('link[rel=manifest]')?.setAttribute('href', language === 'en' ? '/manifest.en.webmanifest' : '/manifest.webmanifest')
  try {
    localStorage.setItem(key, language)
  } catch {
    // A private window: the choice holds for this page only.
  }
}
