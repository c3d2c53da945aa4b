/** Loaded before the laptop stack: tells its parent each second what memory it holds. */
import { second } from '../../lib/core/time.ts';
import type { Memory } from './stack.ts';

const mebibyte = 2 ** 20;

setInterval(() => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const memory: Memory = { heap: Math.round(heapUsed / mebibyte), buffers: Math.round(arrayBuffers / mebibyte) };
  process.send?.(memory);
}, second).unref();
