# Becomes the first process of a fresh machine and runs one command on it. Started in namespaces of its own (mounts,
# processes, host name), so that nothing it mounts is seen outside, and all of it goes when this process goes.
#
#     enter.sh ROOT X11-FOLDER USER COMMAND ...       X11-FOLDER: sockets of the displays outside, or empty
#
# A line on standard input, or its end, is Ctrl-C for the command; what then remains after 20 s is killed.
set -eu
root=$1 x11=$2 user=$3
shift 3

mount --make-rprivate /
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 tmpfs dev
for node in null zero full random urandom tty; do
  : > "dev/$node"
  mount --bind "/dev/$node" "dev/$node"
done
mkdir dev/shm dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
if [ -n "$x11" ]; then
  mkdir -p tmp/.X11-unix
  mount --bind "$x11" tmp/.X11-unix
fi

# Not chroot: the kernel gives a process that was locked in by chroot no user namespaces, and Chromium's sandbox is
# made of them.
mkdir -p .outside
pivot_root . .outside
cd /
umount -l /.outside
rmdir /.outside
hostname fresh-machine 2> /dev/null || true

exec 3<&0
# A session of its own: Ctrl-C is an interrupt for all of a terminal's foreground group at once.
setsid chroot --userspec="$user" / "$@" < /dev/null 3<&- &
child=$!
(
  read -r _ <&3 || true
  kill -s INT -- "-$child" || true
  sleep 20
  kill -s KILL -- "-$child" || true
) &
status=0
wait "$child" || status=$?
exit "$status"
