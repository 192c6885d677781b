// Module _socket: socket objects. Blocking calls wait with poll(), so that timeouts, limits and interrupts hold.
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cstring>
#include <vector>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/socket_address.h"
#include "builtins/types/text_support.h"
#include "vm/object/buffer.h"
#include "vm/object/exception_object.h"
#include "vm/object/instance_object.h"

namespace krait {

namespace {

struct SocketObject : Object {
    ModuleObject* module;    // owned: where the state is
    int fd;                  // -1: closed
    int family, kind, protocol;
    int64_t timeout;         // ns; -1: blocks, 0: does not
};

SocketState& state_of(ModuleObject* module) { return *static_cast<SocketState*>(module->state); }
SocketState& state_of(const SocketObject* s) { return state_of(s->module); }

Failed raise_timeout(Thread& t, const SocketObject* s) {
    return raise_class(t, Value::object(state_of(s).timeout), "timed out");
}

// Waits as the socket's timeout says and repeats `action` until it does not say "would block".
// MSG_DONTWAIT in the flags makes one call of a blocking socket such that it does not wait.
template <class F>
Fallible<int64_t> transfer(Thread& t, SocketObject* s, short events, int flags, F action) {
    Ref held = own(s);
    bool waits = s->timeout > 0 || (s->timeout < 0 && !(flags & MSG_DONTWAIT));
    int64_t end = s->timeout < 0 ? -1 : monotonic_now_ns() + s->timeout;
    for (;;) {
        if (waits) {
            int64_t left = end < 0 ? -1 : std::max<int64_t>(end - monotonic_now_ns(), 0);
            bool ready = TRY(wait_until_ready(t, s->fd, events, left));
            if (!ready) return raise_timeout(t, s);
        }
        int64_t result;
        int failure;
        {
            OutsideGate outside(t);
            result = action(s->fd);
            failure = errno;
        }
        if (result >= 0) return result;
        if (failure == EINTR) {
            TRY(slow_tick(t));
            continue;
        }
        if (waits && (failure == EAGAIN || failure == EWOULDBLOCK)) continue;
        return raise_os_error(t, failure, Value::unbound());
    }
}

// The descriptor never blocks but for sockets without timeout: those wait in poll() too, and a call after it is short.
// The socket's type tells which it is, as in 3.6.
Status apply_timeout(Thread& t, SocketObject* s) {
    int flags = fcntl(s->fd, F_GETFL);
    if (flags < 0) return raise_errno(t);
    int wanted = s->timeout < 0 ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
    if (wanted != flags && fcntl(s->fd, F_SETFL, wanted) < 0) return raise_errno(t);
    s->kind = s->timeout < 0 ? s->kind & ~SOCK_NONBLOCK : s->kind | SOCK_NONBLOCK;
    return ok();
}

// ------------------------------------------------------------------------------------------------ life

constexpr char kSignature[] = "(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None)";
constexpr SignatureInfo kInfo = parse_signature(kSignature);

ModuleObject* module_of_type(TypeObject* type) {
    while (type->base && !type->spec) type = type->base;
    return static_cast<ModuleObject*>(static_cast<Object*>(type->native));
}

Value socket_make(Thread& t, TypeObject* type, const CallArgs&) {
    ModuleObject* module = module_of_type(type);
    if (!module) return raise(t, Exc::RuntimeError, "module _socket is gone");
    auto* s = allocate_instance<SocketObject>(t, type);
    if (!s) return Value::error();
    s->module = own(module).release().as<ModuleObject>();
    s->fd = -1;
    s->family = s->kind = s->protocol = 0;
    s->timeout = -1;
    gc_track(s);
    return Value::object(s);
}

Status socket_open(Thread& t, SocketObject* s, Value* slots) {
    int family = slots[0].is_unbound() ? AF_INET : TRY(c_int_argument(t, slots[0]));
    int kind = slots[1].is_unbound() ? SOCK_STREAM : TRY(c_int_argument(t, slots[1]));
    int protocol = slots[2].is_unbound() ? 0 : TRY(c_int_argument(t, slots[2]));
    int fd;
    if (!slots[3].is_unbound() && !slots[3].is_none()) {
        fd = TRY(c_int_argument(t, slots[3]));
        if (fd < 0) return raise(t, Exc::ValueError, "can't use invalid socket value");
    } else {
        fd = socket(family, kind | SOCK_CLOEXEC, protocol);
        if (fd < 0) return raise_errno(t);
    }
    if (s->fd >= 0) ::close(s->fd);
    s->fd = fd;
    s->family = family;
    s->kind = kind;
    s->protocol = protocol;
    s->timeout = (kind & SOCK_NONBLOCK) ? 0 : state_of(s).default_timeout;
    return s->timeout >= 0 ? apply_timeout(t, s) : ok();
}
int socket_init(Thread& t, Value self, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "socket", kInfo, kSignature, args);
    if (bound.failed()) return -1;
    return socket_open(t, self.as<SocketObject>(), bound.slots) ? 0 : -1;
}

void socket_finalize(Thread& t, Value self) {
    auto* s = self.as<SocketObject>();
    if (s->fd < 0) return;
    SavedException saved(t);
    RefTo<StrObject> text = repr(t, self);
    if (!text || !warn(t, Exc::ResourceWarning, 1, "unclosed %s", str_to_utf8(text.get()).c_str())) {
        if (pending_matches(t, Exc::Warning)) write_unraisable(t, self);
        else clear_exception(t);
    }
    if (s->fd >= 0) ::close(std::exchange(s->fd, -1));
}
void socket_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* s = static_cast<SocketObject*>(o);
    if (s->fd >= 0) ::close(std::exchange(s->fd, -1));
    instance_clear_values(interp, o);
    decref(static_cast<Object*>(s->module));
    free_object(interp, o);
}
void socket_traverse(Object* o, Visitor& visitor) {
    instance_visit_values(o, visitor);
    visitor.visit_pointer(static_cast<SocketObject*>(o)->module);
}
Value socket_repr(Thread& t, Value self) {
    auto* s = self.as<SocketObject>();
    return str_format_c(t, "<socket object, fd=%d, family=%d, type=%d, proto=%d>", s->fd, s->family, s->kind,
                        s->protocol)
        .release();
}

Status socket_close(Thread& t, SocketObject* s) {
    if (s->fd < 0) return ok();
    if (::close(std::exchange(s->fd, -1)) < 0 && errno != ECONNRESET) return raise_errno(t);
    return ok();
}
Fallible<int64_t> socket_detach(Thread&, SocketObject* s) { return int64_t{std::exchange(s->fd, -1)}; }
Fallible<int64_t> socket_fileno(Thread&, SocketObject* s) { return int64_t{s->fd}; }

// ------------------------------------------------------------------------------------------------ connections

Ref socket_accept(Thread& t, SocketObject* s) {
    SocketAddress address;
    socklen_t size = sizeof address;
    int64_t fd = TRY(transfer(t, s, POLLIN, 0, [&](int own_fd) {
        size = sizeof address;
        return accept4(own_fd, &address.any, &size, SOCK_CLOEXEC);
    }));
    Ref place = address_to(t, address, size);
    if (place.failed()) {
        ::close(static_cast<int>(fd));
        return Failed{};
    }
    return tuple_pack(t, {Value::from_int_unchecked(fd), place});
}
Status socket_bind(Thread& t, SocketObject* s, Value address) {
    SocketAddress place;
    socklen_t size = TRY(address_from(t, state_of(s), s->family, address, &place));
    if (bind(s->fd, &place.any, size) < 0) return raise_errno(t);
    return ok();
}
Status socket_listen(Thread& t, SocketObject* s, Optional<int> backlog) {
    if (listen(s->fd, std::max(backlog.value_or(128), 0)) < 0) return raise_errno(t);
    return ok();
}
// errno of the attempt, 0: connected; EWOULDBLOCK with *timed_out: the time was over.
Fallible<int> connect_now(Thread& t, SocketObject* s, Value address, bool* timed_out) {
    SocketAddress place;
    socklen_t size = TRY(address_from(t, state_of(s), s->family, address, &place));
    Ref held = own(s);
    *timed_out = false;
    int result, failure;
    {
        OutsideGate outside(t);
        result = connect(s->fd, &place.any, size);
        failure = errno;
    }
    if (result == 0) return 0;
    if (failure != EINTR && !(failure == EINPROGRESS && s->timeout != 0)) return failure;
    bool ready = TRY(wait_until_ready(t, s->fd, POLLOUT, s->timeout));
    if (!ready) {
        *timed_out = true;
        return EWOULDBLOCK;
    }
    int error = 0;
    socklen_t error_size = sizeof error;
    if (getsockopt(s->fd, SOL_SOCKET, SO_ERROR, &error, &error_size) < 0) return errno;
    return error == EISCONN ? 0 : error;
}
Status socket_connect(Thread& t, SocketObject* s, Value address) {
    bool timed_out;
    int failure = TRY(connect_now(t, s, address, &timed_out));
    if (timed_out) return raise_timeout(t, s);
    if (failure) return raise_os_error(t, failure, Value::unbound());
    return ok();
}
Fallible<int64_t> socket_connect_ex(Thread& t, SocketObject* s, Value address) {
    bool timed_out;
    int failure = TRY(connect_now(t, s, address, &timed_out));
    return int64_t{failure};
}
Ref socket_getsockname(Thread& t, SocketObject* s) {
    SocketAddress address;
    socklen_t size = sizeof address;
    std::memset(&address, 0, sizeof address);
    if (getsockname(s->fd, &address.any, &size) < 0) return raise_errno(t);
    return address_to(t, address, size);
}
Ref socket_getpeername(Thread& t, SocketObject* s) {
    SocketAddress address;
    socklen_t size = sizeof address;
    std::memset(&address, 0, sizeof address);
    if (getpeername(s->fd, &address.any, &size) < 0) return raise_errno(t);
    return address_to(t, address, size);
}
Status socket_shutdown(Thread& t, SocketObject* s, int64_t how) {
    if (how != static_cast<int>(how)) return raise(t, Exc::OverflowError, "Python int too large to convert to C int");
    if (shutdown(s->fd, static_cast<int>(how)) < 0) return raise_errno(t);
    return ok();
}

// ------------------------------------------------------------------------------------------------ data

Ref socket_recv(Thread& t, SocketObject* s, int64_t size, Optional<int> flags) {
    if (size < 0) return raise(t, Exc::ValueError, "negative buffersize in recv");
    HeapBuffer room(t);
    TRY(room.allocate(static_cast<size_t>(size)));
    int64_t got = TRY(transfer(t, s, POLLIN, flags.value_or(0), [&](int fd) {
        return recv(fd, room.data(), static_cast<size_t>(size), flags.value_or(0));
    }));
    return bytes_from(t, {room.data(), static_cast<size_t>(got)});
}
Ref socket_recvfrom(Thread& t, SocketObject* s, int64_t size, Optional<int> flags) {
    if (size < 0) return raise(t, Exc::ValueError, "negative buffersize in recvfrom");
    HeapBuffer room(t);
    TRY(room.allocate(static_cast<size_t>(size)));
    SocketAddress address;
    socklen_t length = 0;
    int64_t got = TRY(transfer(t, s, POLLIN, flags.value_or(0), [&](int fd) {
        length = sizeof address;
        return recvfrom(fd, room.data(), static_cast<size_t>(size), flags.value_or(0), &address.any,
                        &length);
    }));
    Ref data = TRY(bytes_from(t, {room.data(), static_cast<size_t>(got)})), place = TRY(address_to(t, address, length));
    return tuple_pack(t, {data, place});
}
Fallible<size_t> wanted_bytes(Thread& t, const BufferView& view, int64_t size, const char* name) {
    if (size < 0) return raise(t, Exc::ValueError, "negative buffersize in %s", name);
    if (size == 0) return view.size();
    if (static_cast<uint64_t>(size) > view.size())
        return raise(t, Exc::ValueError, "buffer too small for requested bytes");
    return static_cast<size_t>(size);
}
Fallible<int64_t> socket_recv_into(Thread& t, SocketObject* s, Value buffer, Optional<int64_t> size,
                                   Optional<int> flags) {
    BufferView view = TRY(get_writable_buffer(t, buffer));
    size_t wanted = TRY(wanted_bytes(t, view, size.value_or(0), "recv_into"));
    return transfer(t, s, POLLIN, flags.value_or(0),
                    [&](int fd) { return recv(fd, view.data(), wanted, flags.value_or(0)); });
}
Ref socket_recvfrom_into(Thread& t, SocketObject* s, Value buffer, Optional<int64_t> size, Optional<int> flags) {
    BufferView view = TRY(get_writable_buffer(t, buffer));
    size_t wanted = TRY(wanted_bytes(t, view, size.value_or(0), "recvfrom_into"));
    SocketAddress address;
    socklen_t length = 0;
    int64_t got = TRY(transfer(t, s, POLLIN, flags.value_or(0), [&](int fd) {
        length = sizeof address;
        return recvfrom(fd, view.data(), wanted, flags.value_or(0), &address.any, &length);
    }));
    Ref place = TRY(address_to(t, address, length));
    return tuple_pack(t, {Value::from_int_unchecked(got), place});
}
Fallible<int64_t> socket_send(Thread& t, SocketObject* s, Value data, Optional<int> flags) {
    BufferView view = TRY(get_buffer(t, data));
    return transfer(t, s, POLLOUT, flags.value_or(0), [&](int fd) {
        return send(fd, view.data(), view.size(), flags.value_or(0) | MSG_NOSIGNAL);
    });
}
Status socket_sendall(Thread& t, SocketObject* s, Value data, Optional<int> flags) {
    BufferView view = TRY(get_buffer(t, data));
    for (size_t done = 0; done < view.size();)
        done += static_cast<size_t>(TRY(transfer(t, s, POLLOUT, flags.value_or(0), [&](int fd) {
            return send(fd, view.data() + done, view.size() - done, flags.value_or(0) | MSG_NOSIGNAL);
        })));
    return ok();
}
Fallible<int64_t> socket_sendto(Thread& t, SocketObject* s, Args args) {
    if (args.count != 2 && args.count != 3)
        return raise(t, Exc::TypeError, "sendto() takes 2 or 3 arguments (%zu given)", args.count);
    int flags = args.count == 3 ? TRY(c_int_argument(t, args[1])) : 0;
    BufferView view = TRY(get_buffer(t, args[0]));
    SocketAddress place;
    socklen_t size = TRY(address_from(t, state_of(s), s->family, args[args.count - 1], &place));
    return transfer(t, s, POLLOUT, flags, [&](int fd) {
        return sendto(fd, view.data(), view.size(), flags | MSG_NOSIGNAL, &place.any, size);
    });
}

// --- messages with descriptors and other ancillary data
struct Vectors {
    std::vector<BufferView> views;
    std::vector<iovec> parts;
};
Status collect_vectors(Thread& t, Value buffers, bool writable, Vectors* out) {
    RefTo<ListObject> items = TRY(to_list(t, buffers));
    if (items->size > 1024) return raise(t, Exc::OSError, "too many buffers");
    for (uint32_t i = 0; i < items->size; ++i) {
        Ref item = own(items->items[i]);
        out->views.push_back(writable ? TRY(get_writable_buffer(t, item)) : TRY(get_buffer(t, item)));
    }
    for (BufferView& view : out->views) out->parts.push_back({view.data(), view.size()});
    return ok();
}
Fallible<int64_t> socket_sendmsg(Thread& t, SocketObject* s, Value buffers, Value ancillary, Optional<int> flags,
                                 Value address) {
    Vectors vectors;
    TRY(collect_vectors(t, buffers, false, &vectors));
    std::string control;
    if (!ancillary.is_unbound()) {
        RefTo<ListObject> items = TRY(to_list(t, ancillary));
        for (uint32_t i = 0; i < items->size; ++i) {
            RefTo<TupleObject> row = TRY(to_tuple(t, items->items[i]));
            if (row->size != 3)
                return raise(t, Exc::TypeError, "[sendmsg() ancillary data items] must be 3-item sequences");
            int level = TRY(c_int_argument(t, row->items[0])), type = TRY(c_int_argument(t, row->items[1]));
            BufferView data = TRY(get_buffer(t, row->items[2]));
            size_t at = control.size();
            control.resize(at + CMSG_SPACE(data.size()));
            cmsghdr header{};
            header.cmsg_len = CMSG_LEN(data.size());
            header.cmsg_level = level;
            header.cmsg_type = type;
            std::memcpy(control.data() + at, &header, sizeof header);
            if (data.size()) std::memcpy(control.data() + at + CMSG_LEN(0), data.data(), data.size());
        }
    }
    SocketAddress place;
    msghdr message{};
    if (!address.is_unbound() && !address.is_none()) {
        message.msg_namelen = TRY(address_from(t, state_of(s), s->family, address, &place));
        message.msg_name = &place;
    }
    message.msg_iov = vectors.parts.data();
    message.msg_iovlen = vectors.parts.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    return transfer(t, s, POLLOUT, flags.value_or(0), [&](int fd) {
        return sendmsg(fd, &message, flags.value_or(0) | MSG_NOSIGNAL);
    });
}
Ref receive_message(Thread& t, SocketObject* s, std::vector<iovec>& parts, int64_t control_size, int flags, int* told,
                    Ref* ancillary, Ref* place, int64_t* got) {
    if (control_size < 0) return raise(t, Exc::ValueError, "invalid ancillary data buffer length");
    HeapBuffer control(t);
    TRY(control.allocate(static_cast<size_t>(control_size)));
    SocketAddress address;
    std::memset(&address, 0, sizeof address);
    msghdr message{};
    *got = TRY(transfer(t, s, POLLIN, flags, [&](int fd) {
        message.msg_name = &address;
        message.msg_namelen = sizeof address;
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        message.msg_control = control_size ? control.data() : nullptr;
        message.msg_controllen = static_cast<size_t>(control_size);
        return recvmsg(fd, &message, flags | MSG_CMSG_CLOEXEC);
    }));
    RefTo<ListObject> list = TRY(list_new(t));
    if (message.msg_controllen > 0) {
        for (cmsghdr* c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
            if (c->cmsg_len < CMSG_LEN(0)) break;
            Ref data = TRY(bytes_from(t, {reinterpret_cast<char*>(CMSG_DATA(c)), c->cmsg_len - CMSG_LEN(0)}));
            RefTo<TupleObject> row =
                TRY(tuple_pack(t, {Value::small_int(c->cmsg_level), Value::small_int(c->cmsg_type), data}));
            TRY(list_append(t, list.get(), row.value()));
        }
    }
    *told = message.msg_flags;
    *ancillary = std::move(list);
    *place = TRY(address_to(t, address, message.msg_namelen));
    return own(Value::none());
}
Ref socket_recvmsg(Thread& t, SocketObject* s, int64_t size, Optional<int64_t> control, Optional<int> flags) {
    if (size < 0) return raise(t, Exc::ValueError, "negative buffer size in recvmsg()");
    HeapBuffer room(t);
    TRY(room.allocate(static_cast<size_t>(size)));
    std::vector<iovec> parts = {{room.data(), static_cast<size_t>(size)}};
    int told = 0;
    int64_t got = 0;
    Ref ancillary, place;
    TRY(receive_message(t, s, parts, control.value_or(0), flags.value_or(0), &told, &ancillary,
                        &place, &got));
    Ref data = TRY(bytes_from(t, {room.data(), static_cast<size_t>(got)}));
    return tuple_pack(t, {data, ancillary, Value::small_int(told), place});
}
Ref socket_recvmsg_into(Thread& t, SocketObject* s, Value buffers, Optional<int64_t> control, Optional<int> flags) {
    Vectors vectors;
    TRY(collect_vectors(t, buffers, true, &vectors));
    int told = 0;
    int64_t got = 0;
    Ref ancillary, place;
    TRY(receive_message(t, s, vectors.parts, control.value_or(0), flags.value_or(0), &told,
                        &ancillary, &place, &got));
    return tuple_pack(t, {Value::from_int_unchecked(got), ancillary, Value::small_int(told), place});
}

// ------------------------------------------------------------------------------------------------ options

Ref socket_getsockopt(Thread& t, SocketObject* s, int level, int option, Optional<int> size) {
    int room = size.value_or(0);
    if (room == 0) {
        int flag = 0;
        socklen_t n = sizeof flag;
        if (getsockopt(s->fd, level, option, &flag, &n) < 0) return raise_errno(t);
        return make_int(t, flag);
    }
    if (room < 0 || room > 1024) return raise(t, Exc::OSError, "getsockopt buflen out of range");
    char data[1024];
    socklen_t n = static_cast<socklen_t>(room);
    if (getsockopt(s->fd, level, option, data, &n) < 0) return raise_errno(t);
    return bytes_from(t, {data, n});
}
Status socket_setsockopt(Thread& t, SocketObject* s, int level, int option, Value value,
                         Optional<int64_t> size) {
    int result;
    if (size.has_value && !value.is_none())
        return raise(t, Exc::TypeError, "setsockopt() takes exactly 3 arguments (4 given)");
    if (size.has_value) {
        result = setsockopt(s->fd, level, option, nullptr, static_cast<socklen_t>(size.value));
    } else if (is_int_like(value)) {
        int flag = TRY(c_int_argument(t, value));
        result = setsockopt(s->fd, level, option, &flag, sizeof flag);
    } else {
        BufferView data = TRY(get_buffer(t, value));
        result = setsockopt(s->fd, level, option, data.data(), static_cast<socklen_t>(data.size()));
    }
    if (result < 0) return raise_errno(t);
    return ok();
}
Fallible<int64_t> parse_timeout(Thread& t, Value v) {
    int64_t n = TRY(timeout_argument(t, v, "an integer is required"));
    if (n == -2) return raise(t, Exc::ValueError, "Timeout value out of range");
    return n;
}
Ref timeout_value(Thread& t, int64_t n) {
    return n < 0 ? own(Value::none()) : make_float(t, static_cast<double>(n) / 1e9);
}
Status socket_settimeout(Thread& t, SocketObject* s, Value timeout) {
    s->timeout = TRY(parse_timeout(t, timeout));
    return apply_timeout(t, s);
}
Ref socket_gettimeout(Thread& t, SocketObject* s) { return timeout_value(t, s->timeout); }
Status socket_setblocking(Thread& t, SocketObject* s, int64_t blocking) {
    s->timeout = blocking ? -1 : 0;
    return apply_timeout(t, s);
}
Value get_family(Thread&, Value self) { return Value::small_int(self.as<SocketObject>()->family); }
Value get_kind(Thread&, Value self) { return Value::small_int(self.as<SocketObject>()->kind); }
Value get_protocol(Thread&, Value self) { return Value::small_int(self.as<SocketObject>()->protocol); }
Value get_timeout(Thread& t, Value self) { return timeout_value(t, self.as<SocketObject>()->timeout).release(); }

constexpr MethodDef kMethods[] = {
    method<socket_accept>("_accept", "(self, /)", "Accept a connection: (descriptor, address of the other side)."),
    method<socket_bind>("bind", "(self, address, /)", "Bind the socket to a local address."),
    method<socket_close>("close", "(self, /)", "Close the socket."),
    method<socket_connect>("connect", "(self, address, /)", "Connect to a remote address."),
    method<socket_connect_ex>("connect_ex", "(self, address, /)",
                              "Connect; the error's number instead of an exception."),
    method<socket_detach>("detach", "(self, /)", "Give up the descriptor without closing it."),
    method<socket_fileno>("fileno", "(self, /)", "The descriptor."),
    method<socket_getpeername>("getpeername", "(self, /)", "The remote address."),
    method<socket_getsockname>("getsockname", "(self, /)", "The local address."),
    method<socket_getsockopt>("getsockopt", "(self, level, option, buffersize=0, /)",
                              "An option as int, or bytes of that size."),
    method<socket_gettimeout>("gettimeout", "(self, /)", "The timeout in seconds; None: operations block."),
    method<socket_listen>("listen", "(self, backlog=128, /)", "Let others connect."),
    method<socket_recv>("recv", "(self, buffersize, flags=0, /)", "Receive up to that many bytes."),
    method<socket_recv_into>("recv_into", "(self, buffer, nbytes=0, flags=0)",
                             "Receive into a buffer; how many bytes."),
    method<socket_recvfrom>("recvfrom", "(self, buffersize, flags=0, /)", "Like recv(), with the sender's address."),
    method<socket_recvfrom_into>("recvfrom_into", "(self, buffer, nbytes=0, flags=0)",
                                 "Like recv_into(), with the sender's address."),
    method<socket_recvmsg>("recvmsg", "(self, bufsize, ancbufsize=0, flags=0, /)", "Receive data and ancillary data."),
    method<socket_recvmsg_into>("recvmsg_into", "(self, buffers, ancbufsize=0, flags=0, /)", "The same into buffers."),
    method<socket_send>("send", "(self, data, flags=0, /)", "Send bytes; how many were sent."),
    method<socket_sendall>("sendall", "(self, data, flags=0, /)", "Send all of the bytes."),
    method<socket_sendmsg>("sendmsg", "(self, buffers, ancdata=(), flags=0, address=None, /)",
                           "Send data and ancillary data."),
    method<socket_sendto>("sendto", "(self, *args)", "sendto(data[, flags], address) -> count: send to an address."),
    method<socket_setblocking>("setblocking", "(self, flag, /)", "Set whether operations wait."),
    method<socket_setsockopt>("setsockopt", "(self, level, option, value, size=0, /)", "Set an option."),
    method<socket_settimeout>("settimeout", "(self, timeout, /)", "Set the timeout in seconds; None: block."),
    method<socket_shutdown>("shutdown", "(self, how, /)", "End one or both directions."),
};
constexpr GetSetDef kGetSets[] = {{"family", get_family, nullptr, "the socket family"},
                                  {"type", get_kind, nullptr, "the socket type"},
                                  {"proto", get_protocol, nullptr, "the socket protocol"},
                                  {"timeout", get_timeout, nullptr, "the socket timeout"}};
constexpr TypeSpec kSocketSpec = {.name = "_socket.socket",
                                  .doc = "A socket: an end of a connection, or of none.",
                                  .basic_size = sizeof(SocketObject),
                                  .flags = kTypeBase | kTypeGc,
                                  .slots = {.dealloc = socket_dealloc,
                                            .traverse = socket_traverse,
                                            .finalize = socket_finalize,
                                            .repr = socket_repr,
                                            .new_ = socket_make,
                                            .init = socket_init},
                                  .methods = kMethods,
                                  .getsets = kGetSets,
                                  .new_signature = kSignature};

// ------------------------------------------------------------------------------------------------ module

Ref module_getdefaulttimeout(Thread& t, ModuleObject* module) {
    return timeout_value(t, state_of(module).default_timeout);
}
Status module_setdefaulttimeout(Thread& t, ModuleObject* module, Value timeout) {
    state_of(module).default_timeout = TRY(parse_timeout(t, timeout));
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<module_getdefaulttimeout>("getdefaulttimeout", "(module)", "Timeout of new sockets."),
    function<module_setdefaulttimeout>("setdefaulttimeout", "(module, timeout, /)", "Set the timeout of new sockets."),
};

void free_state(Interpreter& interp, void* memory) {
    auto* state = static_cast<SocketState*>(memory);
    for (Object* o : {state->gaierror, state->herror, state->timeout}) decref(o);
    interp.heap.free_buffer(memory, sizeof(SocketState));
}

Status socket_exec(Thread& t, ModuleObject* module) {
    Value os_error = Value::object(exception_type(t.interp, Exc::OSError));
    TRY(module_set(t, module, "error", os_error));
    Ref herror = TRY(module_add_exception(t, module, "socket", "herror", Exc::OSError));
    Ref gaierror = TRY(module_add_exception(t, module, "socket", "gaierror", Exc::OSError));
    Ref timeout = TRY(module_add_exception(t, module, "socket", "timeout", Exc::OSError));
    TypeObject* type = TRY(module_add_type(t, module, kSocketSpec));
    type->native = own(module).release().as_object();   // with the type until the interpreter ends
    t.interp.at_exit.push_back({type->native, [](Interpreter&, void* held) { decref(static_cast<Object*>(held)); }});
    TRY(module_set(t, module, "SocketType", Value::object(type)));
    TRY(module_set(t, module, "has_ipv6", Value::true_value()));
    TRY(add_socket_constants(t, module));
    Ref module_name = TRY(str_from_ascii(t, "_socket"));
    for (const MethodDef& row : socket_functions()) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    void* memory = t.heap.allocate_buffer(sizeof(SocketState));
    if (!memory) return raise_memory_error(t);
    module->state = new (memory) SocketState{type, gaierror.release().as_object(), herror.release().as_object(),
                                             timeout.release().as_object(), -1};
    module->free_state = free_state;
    return ok();
}

}  // namespace

extern const ModuleDef kSocketModule;
constinit const ModuleDef kSocketModule = {
    .name = "_socket", .doc = "Sockets, for module socket.", .functions = kFunctions, .exec = socket_exec};

}  // namespace krait
