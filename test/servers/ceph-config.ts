/** The configuration of a Ceph cluster of one monitor, one disk in memory and one gateway. */

export interface CephPlace {
  readonly folder: string;
  readonly fsid: string;
  /** Ports of the monitor, by version of its protocol. */
  readonly v2: number;
  readonly v1: number;
  /** Port of the S3 gateway. */
  readonly gateway: number;
}

const diskBytes = 2 * 1024 ** 3;

export const cephConfig = ({ folder, fsid, v2, v1, gateway }: CephPlace): string => `[global]
fsid = ${fsid}
mon_host = [v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
public_network = 127.0.0.0/8
auth_cluster_required = cephx
auth_service_required = cephx
auth_client_required = cephx
keyring = ${folder}/keyring
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
pid_file = ${folder}/run/$name.pid
log_file = ${folder}/$name.log
# One copy, few groups: nothing is kept.
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
osd_crush_initial_weight = 1
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
# A nearly full machine must not stop the monitor.
mon_data_avail_crit = 1
mon_data_avail_warn = 1

[mon]
mon_data = ${folder}/mon

[osd]
osd_data = ${folder}/osd
osd_objectstore = memstore
memstore_device_bytes = ${diskBytes}
osd_class_update_on_start = false

[client.rgw]
rgw_data = ${folder}/rgw
rgw_frontends = beast endpoint=127.0.0.1:${gateway} tcp_nodelay=1
rgw_rados_pool_pg_num_min = 1
rgw_enable_usage_log = false
rgw_enable_ops_log = false
rgw_enable_gc_threads = false
rgw_enable_lc_threads = false
`;
