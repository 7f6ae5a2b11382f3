import i18next from 'i18next'
import { roomTexts as en } from './room-texts.en'
import { roomTexts as zh } from './room-texts.zh'

/** Imported by whatever shows a room. */
i18next.addResourceBundle('zh-CN', 'translation', zh, true, true)
i18next.addResourceBundle('en', 'translation', en, true, true)
