import i18next from 'i18next'
import { device as en } from './i18n.en'
import { device as zh } from './i18n.zh'
import './device.css'

i18next.addResourceBundle('zh-CN', 'translation', { device: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { device: en }, true, true)
