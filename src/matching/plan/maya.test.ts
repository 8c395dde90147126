import { describe, expect, it } from 'vitest';
import { nightFeeds } from '../circle-fit.test.ts';
