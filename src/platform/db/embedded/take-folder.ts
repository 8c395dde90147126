import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { type Address, connect, type Hold, takeHold } from './hold.ts';
import { type Launch, launch, stopServer } from './postmaster.ts';
import { isAlive, isServerOf, readPostmasterFile, removeStaleFiles } from './postmaster-file.ts';
import { majorOf, type Programs } from './programs.ts';
import type { RunAs } from './run-as.ts';

/** What is needed to bring the cluster's server up, at the first start and whenever it has died. */
export interface Place {
  dataDir: string;
  cluster: string;
  programs: Programs;
  runAs: RunAs;
  log: (line: string) => void;
}

export interface Taken {
  hold: Hold;
  at: Address;
  pid: number;
}

const limits = { silent: 15_000, refusing: 20_000, recovering: 30 * 60_000, tellAfter: 3_000 };

/**
 * Brings the server up and takes the folder's lock: adopts one left running by a Porchlight that was killed,
 * waits for one that is starting or stopping, launches one where there is none. Throws CannotStart.
 */
export async function takeFolder(place: Place): Promise<Taken> {
  const { cluster, dataDir, log } = place;
  const since = Date.now();
  let ours: Launch | null = null;
  let silentSince = Date.now();
  let told = false;
  for (;;) {
    const file = readPostmasterFile(cluster);
    const answer = file ? await connect(file) : 'unreachable';
    if (typeof answer !== 'string' && file) {
      const hold = await takeHold(answer, dataDir).catch((error) => {
        if (error instanceof CannotStart) throw error;
        return null; // it ended while we were asking: look again
      });
      if (!hold) continue;
      if (isCurrent(hold, place))
        return { hold, at: { socketDir: file.socketDir, port: file.port }, pid: file.pid };
      log('Restarting the database with its newer version ...');
      await stopServer(cluster);
      continue;
    }
    if (answer !== 'unreachable') {
      silentSince = Date.now();
      if (!told && Date.now() - since > limits.tellAfter) {
        log(
          answer === 'stopping'
            ? 'Waiting for the database of the last run to finish ...'
            : 'The database is recovering from a sudden stop; a large one takes a few minutes ...',
        );
        told = true;
      }
      if (Date.now() - since > limits.recovering)
        throw new CannotStart(`The database in ${cluster} does not get ready.`);
    } else if (file && isServerOf(file.pid, cluster)) {
      // Between its first line and its first answer, or cut off from its socket (a cleaned temporary folder):
      // then nobody can reach it, and stopping it in order harms nothing.
      if (Date.now() - silentSince > limits.silent) await stopServer(cluster);
    } else if (!ours || ours.complaint() !== null) {
      if (ours) requireWorthRetrying(ours.complaint() ?? '', since, cluster);
      if (file && isAlive(file.pid)) removeStaleFiles(cluster, file);
      ours = launch(cluster, place.programs, place.runAs, file?.socketDir);
      silentSince = Date.now();
    }
    await pause(ours && ours.complaint() !== null ? 100 : 15);
  }
}

/** A server of an older release, left running over an upgrade, is replaced; so is one of a newer release. */
const isCurrent = (hold: Hold, place: Place): boolean =>
  hold.version === place.programs.version || majorOf(hold.version) !== majorOf(place.programs.version);

/**
 * Right after a crash the dead server's last processes still hold its memory, and of two starts at once one finds
 * the other's file: both pass. Anything else PostgreSQL says will not pass by itself.
 */
function requireWorthRetrying(complaint: string, since: number, cluster: string): void {
  const passing =
    /pre-existing shared memory block|lock file .* (already exists|is empty)|another server/.test(complaint);
  if (passing && Date.now() - since < limits.refusing) return;
  throw new CannotStart(
    `PostgreSQL could not start on ${cluster}. It said:\n${complaint.split('\n').slice(-8).join('\n')}`,
  );
}
