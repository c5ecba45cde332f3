#!/usr/bin/env bash
# A real S3 server for the tests, on this machine only: one Ceph monitor, one disk in memory, one gateway.
#   ceph-gateway.sh up FOLDER PORT     starts it; uses PORT to PORT+2
#   ceph-gateway.sh down FOLDER        stops it
# Key: staticsite, secret: staticsite-secret. A second user, stranger, owns nothing.
set -euo pipefail

folder=$2
conf=$folder/ceph.conf
log=$folder/log

up() {
  local port=$1 id
  id=$(cat /proc/sys/kernel/random/uuid)
  mkdir -p "$folder"/{mon,osd/ceph-0,rgw,run,pid} "$log"
  cat >"$conf" <<CONF
[global]
fsid = $id
mon_host = [v2:127.0.0.1:$((port + 1))/0,v1:127.0.0.1:$((port + 2))/0]
public_network = 127.0.0.0/8
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
auth_supported = none
ms_mon_client_mode = crc
ms_mon_service_mode = crc
ms_mon_cluster_mode = crc
run_dir = $folder/run
admin_socket = $folder/run/\$name.asok
pid_file = $folder/run/\$name.pid
log_file = $log/\$name.log
mon_cluster_log_file = $log/cluster.log
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
mon_data_avail_warn = 2
mon_data_avail_crit = 1
[mon.a]
mon_data = $folder/mon
[osd.0]
osd_data = $folder/osd/ceph-0
osd_objectstore = memstore
ms_bind_ipv4 = true
memstore_device_bytes = 2147483648
[client.rgw.a]
rgw_data = $folder/rgw
rgw_frontends = beast endpoint=127.0.0.1:$port
rgw_enable_apis = s3
rgw_dns_name = localhost
rgw_thread_pool_size = 32
rgw_enable_gc_threads = false
rgw_enable_lc_threads = false
rgw_dynamic_resharding = false
CONF
  monmaptool --create --clobber --fsid "$id" --addv a "[v2:127.0.0.1:$((port + 1)),v1:127.0.0.1:$((port + 2))]" "$folder/monmap"
  ceph-mon -c "$conf" -i a --mkfs --monmap "$folder/monmap"
  start mon ceph-mon -c "$conf" -i a -f
  id=$(cat /proc/sys/kernel/random/uuid)
  timeout 60 ceph -c "$conf" osd new "$id" 0
  ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$id"
  start osd ceph-osd -c "$conf" -i 0 -f
  wait_for disk osd_is_up
  user staticsite
  user stranger
  start rgw radosgw -c "$conf" -n client.rgw.a -f
  wait_for gateway curl -fs -o "$folder/answer" "http://127.0.0.1:$port/"
}

osd_is_up() { timeout 20 ceph -c "$conf" osd stat 2>/dev/null | grep -q '1 up'; }

user() {
  timeout 100 radosgw-admin -c "$conf" -n client.rgw.a user create --uid="$1" --display-name="$1" --access-key="$1" --secret-key="$1-secret"
}

start() {
  local name=$1
  shift
  setsid nohup "$@" >"$log/$name.out" 2>&1 </dev/null &
  echo $! >"$folder/pid/$name"
}

wait_for() {
  local what=$1 tries
  shift
  for tries in $(seq 120); do
    if "$@"; then return; fi
    sleep 0.5
  done
  echo "The $what did not start; see $log." >&2
  return 1
}

down() {
  local pid
  for pid in "$folder"/pid/*; do
    if [ -f "$pid" ]; then kill -KILL "$(cat "$pid")" 2>/dev/null || true; fi
  done
}

case $1 in
  up) up "$3" ;;
  down) down ;;
  *) echo "up or down" >&2; exit 2 ;;
esac
