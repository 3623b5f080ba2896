export { type Cluster, type ClusterOptions, startCluster } from './cluster';
export { keepOnShelf, placeOnShelf, readyMade } from './ready-made';
export { startThrowAwayCluster } from './throw-away';
