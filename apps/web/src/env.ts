import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  API_ORIGIN: {
    description:
      'Where the API answers when the pages run apart from it (development); unused when both are one process.',
    schema: (value) => value ?? 'http://127.0.0.1:3000',
  },
});
