import i18next from 'i18next'
import '../enforcement/texts'
import { routes as en } from './i18n.en'
import { routes as zh } from './i18n.zh'

// Used once there is something to enforce: pages before that need not carry it.
i18next.addResourceBundle('zh-CN', 'translation', { routes: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { routes: en }, true, true)
