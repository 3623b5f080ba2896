/** Where the time of the product's node goes, from a V8 profile: by package of npm, by file of ours. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
}
interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}
interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

const ROOT = join(__dirname, '..');
const IDLE = ['(idle)', '(program)', '(root)'];
/** Not in any script: worth a line of their own. */
const NATIVE = ['(garbage collector)', 'writev'];

function placeOf({ url }: CallFrame): string | null {
  if (!url.startsWith('file:') && !url.startsWith('/')) return null;
  const path = url.replace(/^file:\/\//, '');
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return inPackage ?? relative(ROOT, path);
}

/** Microseconds per place in the last `seconds` of the profile. What node itself does counts for who asked for it. */
function timesOf({ nodes, samples, timeDeltas }: Profile, seconds: number): Map<string, number> {
  const parents = new Map<number, ProfileNode>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const from = timeDeltas.reduce((sum, delta) => sum + delta, 0) - seconds * 1e6;
  const times = new Map<string, number>();
  let at = 0;
  samples.forEach((id, index) => {
    const delta = timeDeltas[index] as number;
    at += delta;
    const name = byId.get(id)?.callFrame.functionName as string;
    if (at < from || IDLE.includes(name)) return;
    let place = NATIVE.includes(name) ? name : null;
    for (let node = byId.get(id); node && place === null; node = parents.get(node.id)) place = placeOf(node.callFrame);
    times.set(place ?? 'node', (times.get(place ?? 'node') ?? 0) + delta);
  });
  return times;
}

/** Runs a program that writes a profile when it ends, and gives microseconds per place over its last seconds. */
export async function profiled(
  run: (options: readonly string[]) => Promise<{ seconds: number }>,
): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'ews-profile-'));
  try {
    const { seconds } = await run(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    const [file] = await readdir(folder);
    return timesOf(JSON.parse(await readFile(join(folder, file as string), 'utf8')) as Profile, seconds);
  } finally {
    await rm(folder, { recursive: true });
  }
}
