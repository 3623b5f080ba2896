export { type Cluster, type ClusterOptions, startCluster } from './cluster';
export { placeOnShelf, readyMade, SHELF } from './ready-made';
export { startThrowAwayCluster } from './throw-away';
