/** Runs in a thread of its own: what a file does to the thread that reads it, it does to this one alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerTask, type Task } from './answer-task';

void answerTask(workerData as Task).then((answer) => parentPort?.postMessage(answer));
