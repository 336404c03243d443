import { globSync } from 'node:fs'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { languages } from './language/language.ts'
import { bareRoutes } from './pages/bare-routes.ts'
import { alternates, languageChoice } from './pages/document-page.ts'
import { fontPreload } from './pages/font-preload.ts'
import { partials } from './pages/partials.ts'
import { shortcutRows } from './pages/shortcut-rows.ts'

const root = import.meta.dirname
const htmlFiles = globSync(`{.,${Object.keys(languages)}}/*.html`, { cwd: root })

// What every page of the app needs is one file, not twenty: fewer requests, and it compresses better.
const libraries = 'react|react-dom|scheduler|use-sync-external-store|zustand|@tanstack'
// What only some pages need of them comes with those pages.
const later = '(mutationObserver|infiniteQueryObserver|useMutation|useInfiniteQuery)\\.'
const needed = [
  `/node_modules/(${libraries})/(?!.*/${later})`,
  '/lucide-react/dist/esm/(createLucideIcon|Icon|context|shared|icons/(arrow-left|bell|bookmark|ellipsis|log-out|mail|plus|user-plus|x)\\.)',
  '/contract/(client|problem|refusal|routes?)\\.ts',
  '/web/(session/(?!use-sign-in-first)[\\w-]+|live/(live|use-live)|clock/server-clock|api|config|reporting|server|use-api)\\.',
  '/web/language/[\\w-]+\\.ts',
  '/web/(notifications/refresh-notifications|pictures/(guard-drops|lightbox-store)|palette/palette-store|posts/composer-store)',
  '/web/ui/(Avatar|avatar-hue|Menu|announce|destinations|toast-store|preferences|shortcut-help|page-title|sentence-for)',
  '/web/ui/(AccountMenu|BackButton|CountBadge|Empty|NameAndHandle|NotFound|PagePending|TopBar)',
].join('|')

export default defineConfig({
  root,
  plugins: [
    react(),
    tailwind(),
    bareRoutes(),
    partials({ alternates, 'language-choice': languageChoice, 'shortcut-rows': shortcutRows }),
    fontPreload('figtree-latin-wght-normal'),
  ],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // The content security policy allows files alone.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: htmlFiles.map((file) => `${root}/${file}`),
      // Making a schema has no effects: one that nobody uses is left out, and the validator with it.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: new RegExp(needed) },
            { name: 'schemas', test: /\/node_modules\/zod\// },
          ],
        },
      },
    },
  },
})
