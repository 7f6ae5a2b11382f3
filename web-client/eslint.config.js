import js from '@eslint/js'
import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { busyButtons } from './busy-buttons.js'
import { featureZones } from './feature-order.js'

export default tseslint.config(
  { ignores: ['dist', 'src/contracts', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: featureZones }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['src/**/*.tsx'], ignores: ['src/ui/press.tsx'], rules: { 'no-restricted-syntax': ['error', ...busyButtons] } },
  {
    files: ['*.js', 'e2e/**/*.mjs', 'worker/*.js'],
    rules: tseslint.configs.disableTypeChecked.rules,
    languageOptions: {
      parserOptions: { projectService: false },
      globals: Object.fromEntries(['process', 'console', 'URL', 'Buffer', 'setTimeout', 'setInterval', 'clearInterval', 'document', 'location', 'localStorage', 'NodeFilter', 'getComputedStyle', 'innerWidth', 'performance', 'requestAnimationFrame', 'window', 'Event', 'self', 'caches', 'fetch', 'Request', 'navigator', '__SHELL__', 'DOMException'].map((name) => [name, 'readonly'])),
    },
  },
)
