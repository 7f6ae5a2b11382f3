import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { packedAssets } from './packed-assets'
import { shellWorker } from './shell-worker'
import { stylesAsText } from './styles-as-text'

// The service that `npm run dev` talks to; `scripts/run` starts one.
const service = process.env.ODR_URL ?? 'http://localhost:5080'

export default defineConfig({
  plugins: [react(), stylesAsText(), shellWorker(), packedAssets()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // No inlined assets and no inline module preload script: the page runs under script-src 'self'.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, manifest: true },
  server: {
    proxy: {
      '/api': { target: service, changeOrigin: true, headers: { origin: service } },
      '/hubs': { target: service, changeOrigin: true, ws: true, headers: { origin: service } },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/test-setup.ts'],
    restoreMocks: true,
  },
})
