/** What must never be connected to, in the spellings in which it is tried. */

/** Spellings of addresses that are not public: hosts of an http address. */
export const privateHosts: readonly string[] = `
127.0.0.1 127.1 127.255.255.254 0 0.0.0.0 0177.0.0.1 0x7f.1 0x7f000001 2130706433 017700000001
127.0.0.1. 127。0。0。1 ①②⑦.⓪.⓪.① localhost LOCALHOST. a.localhost foo.LOCALHOST
[::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1]
[64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:4136:e378:8000:63bf:3fff:fdd2] [fe80::1] [fc00::1]
[fd00:ec2::254] [ff02::1] [2001:db8::1] [64:ff9b::a00:1] [64:ff9b::169.254.169.254] [::ffff:10.0.0.1]
[3fff::1] [100::1] [5f00::1] [fec0::1]
10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.255.255 169.254.169.254
169.254.170.2 100.64.0.1 100.127.255.255 100.100.100.200 192.0.0.1 192.0.2.1 192.88.99.1 198.18.0.1
198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
metadata.google.internal metadata.tencentyun.com instance-data metadata host.docker.internal
kubernetes.default.svc printer.local nas.lan db.intranet localhost.localdomain
`
  .trim()
  .split(/\s+/);

/** Addresses that are of no web site at all. */
export const noAddress: readonly string[] = [
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'data:text/html,x',
  'blob:http://example.com/1',
  'javascript:alert(1)',
  'jar:http://example.com/a.jar!/',
  'view-source:http://example.com/',
  'http://[fe80::1%25eth0]/',
  'http://[::1',
  '//127.1/',
  '/etc/passwd',
  '',
  'http://',
  'http://user@example.com/',
  'http://example.com@127.0.0.1/',
  'http://user:secret@127.0.0.1/',
  'http://ok#@127.0.0.1/'.replace('ok#', 'ok%23'),
  'http://example.com:22/',
  'http://example.com:25/',
  'http://example.com:6379/',
  'http://example.com:9200/',
  'http://example.com:2375/',
];
