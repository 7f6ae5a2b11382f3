import i18next from 'i18next'
import { apply as en } from './i18n.en'
import { apply as zh } from './i18n.zh'

// Used where somebody applies, and nowhere else: the other pages need not carry it.
i18next.addResourceBundle('zh-CN', 'translation', { apply: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { apply: en }, true, true)
