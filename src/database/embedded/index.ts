export { type Cluster, type ClusterOptions, startCluster } from './cluster';
export { startThrowAwayCluster } from './throw-away';
