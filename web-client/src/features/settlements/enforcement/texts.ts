import i18next from 'i18next'
import { enforcement as en } from './i18n.en'
import { enforcement as zh } from './i18n.zh'

// Used once there is something to enforce: pages before that need not carry it.
i18next.addResourceBundle('zh-CN', 'translation', { enforcement: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { enforcement: en }, true, true)
