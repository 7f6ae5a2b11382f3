import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import i18next from 'i18next'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { usePreferences } from '@/lib/preferences'
import { Loading } from '@/ui/states'
import { consoleTexts as en } from './console-texts.en'
import { consoleTexts as zh } from './console-texts.zh'
import './room-texts'

i18next.addResourceBundle('zh-CN', 'translation', zh, true, true)
i18next.addResourceBundle('en', 'translation', en, true, true)

/** antd lives under this element only; its look follows the same tokens as the party pages. */
export function StaffArea() {
  const { i18n } = useTranslation()
  const { theme: light, size } = usePreferences()
  const dark = light === 'dark'
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enUS : zhCN}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: dark ? '#6cc3c9' : '#11606a',
          colorError: dark ? '#f08a7c' : '#a8322a',
          colorTextLightSolid: dark ? '#06262a' : '#ffffff',
          colorBgBase: dark ? '#182226' : '#fffefb',
          colorTextBase: dark ? '#e9ece9' : '#1b2529',
          borderRadius: 8,
          fontFamily: 'var(--sans)',
          fontSize: size === 'elder' ? 18 : 14,
        },
      }}
    >
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </ConfigProvider>
  )
}
