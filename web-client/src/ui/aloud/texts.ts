import i18next from 'i18next'
import { aloud as en } from './i18n.en'
import { aloud as zh } from './i18n.zh'

i18next.addResourceBundle('zh-CN', 'translation', { aloud: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { aloud: en }, true, true)
