export * from './endpoint.ts';
export * from './problem.ts';
export * from './refusals.ts';
export * from './vocabulary.ts';
