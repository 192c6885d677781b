#include "builtins/modules/socket_address.h"

#include <arpa/inet.h>

#include <cstring>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/posix_paths.h"
#include "vm/object/buffer.h"

namespace krait {

Failed raise_gai_error(Thread& t, const SocketState& state, int code) {
    if (code == EAI_SYSTEM) return raise_errno(t);
    Ref message = str_from_utf8(t, gai_strerror(code));
    if (message.failed()) return {};
    Value args[] = {Value::small_int(code), message};
    Ref error = exception_new(t, reinterpret_cast<TypeObject*>(state.gaierror), args, 2);
    if (error.failed()) return {};
    return raise_instance(t, error);
}

Fallible<std::string> host_argument(Thread& t, Value v) {
    if (v.is_none()) return std::string();
    if (StrObject* text = as_str(v)) {
        std::string utf8 = TRY(str_to_utf8_strict(t, text));
        if (utf8.find('\0') != std::string::npos)
            return raise(t, Exc::TypeError, "host name must not contain null character");
        if (text->ascii()) return utf8;
        StrObject* encode = intern_utf8(t, "encode");
        Ref idna = TRY(str_from_ascii(t, "idna"));
        if (!encode) return Failed{};
        Ref bytes = TRY(call_method(t, v, encode, {idna}));
        if (!as_bytes(bytes)) return raise(t, Exc::TypeError, "host name must be str, bytes or bytearray");
        return std::string(as_bytes(bytes)->view());
    }
    if (BytesObject* bytes = as_bytes(v)) return std::string(bytes->view());
    if (ByteArrayObject* bytes = as_bytearray(v)) return std::string(bytes->view());
    return raise(t, Exc::TypeError, "str, bytes or bytearray expected, not %s", type_name_of(t, v));
}

Status resolve_host(Thread& t, const SocketState& state, const std::string& name, int family, SocketAddress* out,
                    socklen_t* size) {
    std::memset(out, 0, sizeof *out);
    if (name == "<broadcast>" || (name == "255.255.255.255" && family != AF_INET6)) {
        if (family != AF_INET && family != AF_UNSPEC) return raise(t, Exc::OSError, "address family mismatched");
        out->in.sin_family = AF_INET;
        out->in.sin_addr.s_addr = INADDR_BROADCAST;
        *size = sizeof out->in;
        return ok();
    }
    if (family != AF_INET6 && inet_pton(AF_INET, name.c_str(), &out->in.sin_addr) == 1) {
        out->in.sin_family = AF_INET;
        *size = sizeof out->in;
        return ok();
    }
    if (name.size() > kLongestHost) return raise_gai_error(t, state, EAI_NONAME);
    addrinfo hints{}, *found = nullptr;
    hints.ai_family = family;
    if (name.empty()) {
        hints.ai_socktype = SOCK_DGRAM;
        hints.ai_flags = AI_PASSIVE;
    }
    int code;
    {
        OutsideGate outside(t);
        code = getaddrinfo(name.empty() ? nullptr : name.c_str(), name.empty() ? "0" : nullptr, &hints, &found);
    }
    if (code) return raise_gai_error(t, state, code);
    std::memcpy(out, found->ai_addr, found->ai_addrlen);
    *size = found->ai_addrlen;
    freeaddrinfo(found);
    return ok();
}

namespace {

Fallible<int> port_argument(Thread& t, Value v) {
    if (!is_int_like(v) && !type_of(t, v)->slots.index)
        return raise(t, Exc::TypeError, "an integer is required (got type %s)", type_name_of(t, v));
    Ref number = TRY(as_index(t, v));
    BigInt n = int_to_bigint(number);
    auto small = n.to_int64();
    if (!small || *small < 0 || *small > 0xffff)
        return raise(t, Exc::OverflowError, "getsockaddrarg: port must be 0-65535.");
    return static_cast<int>(*small);
}

Fallible<socklen_t> unix_address(Thread& t, Value v, SocketAddress* out) {
    std::string path;
    if (as_str(v)) TRY(host_bytes(t, v, &path));
    else path = std::string(TRY(get_buffer(t, v)).view());
    bool is_abstract = !path.empty() && path[0] == '\0';
    if (path.size() + !is_abstract > sizeof out->un.sun_path) return raise(t, Exc::OSError, "AF_UNIX path too long");
    out->un.sun_family = AF_UNIX;
    std::memcpy(out->un.sun_path, path.data(), path.size());
    if (!is_abstract) out->un.sun_path[path.size()] = '\0';
    return static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + !is_abstract);
}

}  // namespace

Fallible<socklen_t> address_from(Thread& t, const SocketState& state, int family, Value v, SocketAddress* out) {
    std::memset(out, 0, sizeof *out);
    if (family == AF_UNIX) return unix_address(t, v, out);
    if (family != AF_INET && family != AF_INET6) return raise(t, Exc::OSError, "getsockaddrarg: bad family");
    TupleObject* tuple = as_tuple(v);
    const char* name = family == AF_INET ? "AF_INET" : "AF_INET6";
    if (!tuple)
        return raise(t, Exc::TypeError, "getsockaddrarg: %s address must be tuple, not %.500s", name,
                     type_name_of(t, v));
    bool six = family == AF_INET6;
    if (tuple->size < 2 || tuple->size > (six ? 4u : 2u))
        return raise(t, Exc::TypeError, "getsockaddrarg() takes %s %u arguments (%u given)",
                     !six              ? "exactly"
                     : tuple->size < 2 ? "at least"
                                       : "at most",
                     !six || tuple->size < 2 ? 2 : 4, tuple->size);
    std::string host = TRY(host_argument(t, tuple->items[0]));
    int port = TRY(port_argument(t, tuple->items[1]));
    uint32_t extra[2] = {0, 0};
    for (uint32_t i = 2; i < tuple->size; ++i) {
        int64_t n = TRY(index_to_i64(t, tuple->items[i], Exc::OverflowError));
        if (i == 2 && (n < 0 || n > 0xfffff))
            return raise(t, Exc::OverflowError, "getsockaddrarg: flowinfo must be 0-1048575.");
        extra[i - 2] = static_cast<uint32_t>(n);
    }
    socklen_t size = 0;
    TRY(resolve_host(t, state, host, family, out, &size));
    if (six) {
        out->in6.sin6_port = htons(static_cast<uint16_t>(port));
        out->in6.sin6_flowinfo = htonl(extra[0]);
        if (tuple->size > 3) out->in6.sin6_scope_id = extra[1];
    } else {
        out->in.sin_port = htons(static_cast<uint16_t>(port));
    }
    return size;
}

Ref host_text(Thread& t, const SocketAddress& address) {
    char text[INET6_ADDRSTRLEN + 20] = "";
    bool six = address.any.sa_family == AF_INET6;
    int code = getnameinfo(&address.any, six ? sizeof address.in6 : sizeof address.in, text, sizeof text, nullptr, 0,
                           NI_NUMERICHOST);
    if (code) return raise(t, Exc::OSError, "%s", gai_strerror(code));
    return str_from_utf8(t, text);
}

Ref address_to(Thread& t, const SocketAddress& address, socklen_t size) {
    if (size == 0) return own(Value::none());
    switch (address.any.sa_family) {
        case AF_INET: {
            Ref host = TRY(host_text(t, address));
            return tuple_pack(t, {host, Value::small_int(ntohs(address.in.sin_port))});
        }
        case AF_INET6: {
            Ref host = TRY(host_text(t, address));
            return tuple_pack(t, {host, Value::small_int(ntohs(address.in6.sin6_port)),
                                  Value::from_int_unchecked(ntohl(address.in6.sin6_flowinfo)),
                                  Value::from_int_unchecked(address.in6.sin6_scope_id)});
        }
        case AF_UNIX: {
            size_t length = size > offsetof(sockaddr_un, sun_path) ? size - offsetof(sockaddr_un, sun_path) : 0;
            if (length && address.un.sun_path[0] == '\0') return bytes_from(t, {address.un.sun_path, length});
            return path_from_host(t, {address.un.sun_path, strnlen(address.un.sun_path, length)}, false);
        }
        default: {
            Ref data = TRY(bytes_from(t, {address.any.sa_data, size > 2 ? size - 2 : 0u}));
            return tuple_pack(t, {Value::small_int(address.any.sa_family), data});
        }
    }
}

}  // namespace krait
