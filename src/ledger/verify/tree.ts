import { hash } from 'node:crypto';

/** The hash tree of RFC 6962, grown leaf by leaf: a stack of complete subtrees with the number of leaves in each. */
export interface GrowingTree {
  size: number;
  readonly stack: { readonly leaves: number; readonly hash: Buffer }[];
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

export const hashOfLeaf = (body: string): Buffer => sha256(Buffer.of(0), Buffer.from(body));

export function addLeaf(tree: GrowingTree, leaf: Buffer): void {
  let top = { leaves: 1, hash: leaf };
  for (let before = tree.stack.at(-1); before?.leaves === top.leaves; before = tree.stack.at(-1)) {
    tree.stack.pop();
    top = { leaves: top.leaves * 2, hash: sha256(Buffer.of(1), before.hash, top.hash) };
  }
  tree.stack.push(top);
  tree.size++;
}

export function treeRoot(tree: GrowingTree): Buffer {
  const [last, ...earlier] = tree.stack.toReversed();
  let root = last?.hash ?? sha256();
  for (const { hash } of earlier) root = sha256(Buffer.of(1), hash, root);
  return root;
}
