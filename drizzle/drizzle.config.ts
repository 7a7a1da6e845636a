import { defineConfig } from 'drizzle-kit';

/** Run from the root: `npm run db:generate` after a change of apps/api/src/database/tables.ts. */
export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: './apps/api/src/database/tables.ts',
  out: './drizzle',
});
