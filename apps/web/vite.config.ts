import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const API_ORIGIN = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Nothing inline but what carries the nonce of the answer; so no `style` attributes either (see README).
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one `style` attribute there is: Kit's own region that says which page was opened.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'worker-src': ['self', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  build: {
    rolldownOptions: {
      checks: { pluginTimings: false },
      treeshake: {
        // Our packages only declare: what a page does not name of them stays out of what it ships (zod above all).
        moduleSideEffects: [
          { test: /\/packages\/(?:contracts|messages|matching)\/src\//, sideEffects: false },
          { test: /\/node_modules\/zod\//, sideEffects: false },
        ],
      },
    },
  },
  server: { proxy: { '/api': { target: API_ORIGIN, changeOrigin: false } } },
});
