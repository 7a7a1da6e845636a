import { writeConfiguration } from './configuration.ts';

writeConfiguration();
