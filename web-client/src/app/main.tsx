import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { setUpTexts } from '@/lib/language'
import '@/lib/installing'
import '@/lib/preferences'
import { Refusal } from '@/lib/refusal'
import '@/ui/base.css'
import { router } from './routes'

const queries = new QueryClient({
  defaultOptions: {
    // What the service refused it will refuse again; only a lost network is worth asking twice.
    queries: { retry: (failures, error) => !(error instanceof Refusal) && failures < 3, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

await setUpTexts(async (language) => (language === 'en' ? (await import('./texts.en')).texts : (await import('./texts.zh')).texts))

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
