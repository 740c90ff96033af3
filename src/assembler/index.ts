/**
 * Small WebAssembly written from expressions, for the few places where a loop in JavaScript is the bound: a library of its
 * own that knows nothing of the house. Whoever writes a kernel keeps a plain twin of it and a test that both answer alike.
 */
export { assemble, type Code, flow, i32, lanes, type Variable } from './assemble.ts';
export { runnable } from './engine.ts';
