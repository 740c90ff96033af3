/** What is used of the engine's WebAssembly; Node's own types do not know it. */
interface Engine {
  readonly Memory: new (size: {
    initial: number;
  }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  validate(bytes: Uint8Array): boolean;
}

/** Absent where the engine has none. */
const engine = (globalThis as unknown as { readonly WebAssembly?: Engine }).WebAssembly;

export interface Runnable<Routines> {
  readonly memory: ArrayBuffer;
  /** Adds pages of 64 KiB: the memory from now on; what was seen of the one before is gone. */
  grow(pages: number): ArrayBuffer;
  readonly routines: Routines;
}

/** The routines of a module over this memory; `undefined` where the machine's engine cannot run it: one without vectors. */
export function runnable<Routines>(
  bytes: Uint8Array<ArrayBuffer>,
  pages: number,
): Runnable<Routines> | undefined {
  if (!engine?.validate(bytes)) return undefined;
  const memory = new engine.Memory({ initial: pages });
  const { exports } = new engine.Instance(new engine.Module(bytes), { host: { memory } });
  return {
    memory: memory.buffer,
    grow(more) {
      memory.grow(more);
      return memory.buffer;
    },
    routines: exports as Routines,
  };
}
