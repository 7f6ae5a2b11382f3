import i18next from 'i18next'
import { performance as en } from './i18n.en'
import { performance as zh } from './i18n.zh'

// Used once there is something to perform: pages before that need not carry it.
i18next.addResourceBundle('zh-CN', 'translation', { performance: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { performance: en }, true, true)
